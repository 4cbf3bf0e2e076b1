using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>The same policy once more beside itself: every class and every SELinux name that it declares has another name.</summary>
internal static class RenamedPolicy
{
    /// <summary>A policy, or what a fix makes of it, with the names of the policy made others.</summary>
    /// <param name="text">What is renamed.</param>
    /// <param name="policy">The policy whose names they are.</param>
    /// <param name="prefix">What the names begin with then, such as <c>Other</c>.</param>
    public static string Of(string text, string policy, string prefix)
    {
        var classes = CSharpSyntaxTree.ParseText(policy).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Where(d => d.Parent is not TypeDeclarationSyntax)
            .Select(d => Regex.Replace(d.Identifier.ValueText, "Attribute$", ""));
        foreach (var name in classes.Distinct().OrderByDescending(n => n.Length))
        {
            var isInterface = name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);
            text = Regex.Replace(text, $@"\b{name}(?![a-z])", isInterface ? "I" + prefix + name[1..] : prefix + name);
        }

        // The names of what it declares, and the last part of each path; what others declare keeps its name.
        text = Regex.Replace(text, """(?<=(Domain|Type|Role|User|Boolean|Attribute|Entrypoint)\(")(?=[a-z])""", prefix.ToLowerInvariant() + "_");
        return Regex.Replace(text, """(?<=")/[\w/]*/(?=[a-z][^|"]*")""", m => m.Value + prefix.ToLowerInvariant() + "-");
    }
}

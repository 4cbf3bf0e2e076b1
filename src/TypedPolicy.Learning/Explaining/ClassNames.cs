using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Finding;

namespace TypedPolicy.Learning.Explaining;

/// <summary>The C# names of types.</summary>
internal static class ClassNames
{
    private const string Program = "_exec";

    /// <summary>The C# name of a type, by the project's policy, by the headers or else by the rule that makes names; a program's is in the class of its domain (<c>Greeter.Exec</c>).</summary>
    public static string Of(FinderIndex index, string type) => index.OwnNames.GetValueOrDefault(type) ?? index.CSharpOf(type) ?? (NameOf.Stem(type, EntityKind.Type) is var stem && stem.Length > Program.Length && stem.EndsWith(Program, StringComparison.Ordinal)
        ? $"{NameOf.Pascal(stem[..^Program.Length])}.Exec"
        : NameOf.Pascal(stem));
}

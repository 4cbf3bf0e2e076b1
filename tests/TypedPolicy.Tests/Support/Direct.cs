using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Tests.Support;

/// <summary>The library without the generator around it: quicker where C# need not compile.</summary>
internal sealed record Direct(ImmutableArray<Finding> Findings, string Cil, string FileContexts)
{
    public static Direct Of(string source) => Of(Policy.Compile([("Policy.cs", source), Policy.Usings]));

    public static Direct Of(Compilation compilation, bool lineMarks = false)
    {
        var direct = InSpiteOfFindings(compilation, lineMarks);
        return direct.Findings.IsEmpty ? direct : new Direct(direct.Findings, "", "");
    }

    /// <summary>The policy as it would be without the checks: for what the toolchain says of it.</summary>
    public static Direct InSpiteOfFindings(Compilation compilation, bool lineMarks = false, string target = "el9")
    {
        var bound = PolicyBinder.Bind(compilation, "/project/", CancellationToken.None);
        var targets = Target.All.Where(t => t.Name == target).ToImmutableArray();
        return new Direct(
            PolicyChecks.Run(bound.Model, Target.All, Target.Default),
            Text(CilWriter.Write(PolicyLowering.Lower(bound.Model, targets[0]), targets, lineMarks ? bound.Places : [])),
            Text(FileContextWriter.Write(bound.Model, targets[0], targets, FileContextFormat.Plain)));
    }

    private static string Text(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}

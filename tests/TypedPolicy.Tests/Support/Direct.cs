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
        var bound = PolicyBinder.Bind(compilation, "/project/", CancellationToken.None);
        var findings = PolicyChecks.Run(bound.Model, Target.All, Target.Default);
        return findings.IsEmpty
            ? new Direct(
                findings,
                Text(CilWriter.Write(PolicyLowering.Lower(bound.Model, Target.Default), Target.All, lineMarks ? bound.Places : [])),
                Text(FileContextWriter.Write(bound.Model, Target.Default, Target.All, FileContextFormat.Plain)))
            : new Direct(findings, "", "");
    }

    private static string Text(ImmutableArray<TextPart> parts) =>
        string.Concat(parts.Where(p => p.Targets.Contains("el9")).Select(p => p.Text));
}

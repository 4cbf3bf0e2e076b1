using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Semantics;
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
        var policy = new PolicyAnalysis(bound.Model, Target.Default);
        var findings = PolicyChecks.Run(policy, Target.All);
        return findings.IsEmpty ? Write(bound, policy, findings, lineMarks) : new Direct(findings, "", "");
    }

    /// <summary>The policy as it would be without the checks: for what the toolchain says of it.</summary>
    public static Direct InSpiteOfFindings(Compilation compilation, string target, bool lineMarks = false)
    {
        var bound = PolicyBinder.Bind(compilation, "/project/", CancellationToken.None);
        return Write(bound, new PolicyAnalysis(bound.Model, Target.All.Single(t => t.Name == target)), PolicyChecks.Run(new PolicyAnalysis(bound.Model, Target.Default), Target.All), lineMarks);
    }

    private static Direct Write(BoundPolicy bound, PolicyAnalysis policy, ImmutableArray<Finding> findings, bool lineMarks) => new(
        findings,
        Text(CilWriter.Write(PolicyLowering.Lower(policy), [policy.Spelling], lineMarks ? bound.Places : [])),
        Text(FileContextWriter.Write(policy, [policy.Spelling], FileContextFormat.Plain)));

    private static string Text(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}

using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Tests;

/// <summary>What a log makes of a policy in C#: linked with a small base, without headers.</summary>
internal sealed class LearnedText
{
    private static readonly ImmutableArray<MetadataReference> References =
        [Net80.References.SystemRuntime, Net80.References.SystemCollections, Net80.References.SystemLinq, Net80.References.netstandard, MetadataReference.CreateFromFile(typeof(DomainAttribute).Assembly.Location)];

    private static readonly FinderIndex NoHeaders = Empty(HeaderTree.Read([]));

    private LearnedText(LearnedLog log, LearnedLog after, LearnedEdit edit, string text) => (Log, After, Edit, Text) = (log, after, edit, text);

    /// <summary>The answers.</summary>
    public LearnedLog Log { get; }

    /// <summary>The answers of the edited policy to the same log.</summary>
    public LearnedLog After { get; }

    public LearnedEdit Edit { get; }

    /// <summary>The C#, edited.</summary>
    public string Text { get; }

    /// <summary>The one answer.</summary>
    public LearnedDenial Only => Assert.Single(Log.Denials);

    /// <summary>The lines that are new.</summary>
    public string Added => string.Join('\n', Edit.Files.SelectMany(f => UnifiedDiff.Of("Policy.cs", f.Before, f.After).Split('\n')).Where(l => l.StartsWith('+') && !l.StartsWith("+++", StringComparison.Ordinal)).Select(l => l[1..].Trim('\r').Trim()).Where(l => l.Length > 0));

    public static LearnedText Of(string source, params string[] log) => Of(source, [], log);

    public static LearnedText Of(string source, string[] accepted, string[] log)
    {
        var reader = new AuditLogReader();
        Array.ForEach(log, reader.Read);
        var before = Compile(SourceText.From(source, new UTF8Encoding(false)));
        Assert.Null(before.Blocking);
        var facts = Facts(before, accepted);
        var learned = Learner.Learn(reader, facts);
        var edit = LearnedEdit.Of(before, learned, facts.HasType, CancellationToken.None);
        return new(learned, edit.Files.IsEmpty ? learned : Learner.Learn(reader, Facts(edit.Policy, accepted)), edit, edit.Files.IsEmpty ? source : Assert.Single(edit.Files).After.ToString());
    }

    /// <summary>What answers are made from, of a policy.</summary>
    public static LearningFacts FactsOf(string source) => Facts(Compile(SourceText.From(source, new UTF8Encoding(false))), []);

    /// <summary>A record of a denial.</summary>
    /// <param name="denied">What was denied: <c>greeter_t var_t:file { open read }</c>.</param>
    /// <param name="more">Further fields.</param>
    public static string Avc(string denied, string more = "")
    {
        var words = denied.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(":", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var target = words[1] == "self" ? words[0] : words[1];
        var role = words[2] is "process" or "capability" or "capability2" or "process2" || words[1] == "self" ? "system_r" : "object_r";
        return $"type=AVC msg=audit(1700000100.101:31): avc:  denied  {{ {string.Join(' ', words[3..])} }} for  pid=1 comm=\"greeter\" {more} scontext=system_u:system_r:{words[0]}:s0 tcontext=system_u:{role}:{target}:s0 tclass={words[2]} permissive=1";
    }

    public static CompiledPolicy Compile(SourceText source) =>
        CompiledPolicy.Of(new("Policy", "/p", ImmutableSortedDictionary<string, SourceText>.Empty.Add("/p/Policy.cs", source), [], References, [], Target.Default, Target.Default), CancellationToken.None);

    private static LearningFacts Facts(CompiledPolicy compiled, string[] accepted)
    {
        var (cil, _) = compiled.Write();
        var result = PolicyLinker.Link(PolicyBase.Embedded.With([new("test.cil", Encoding.UTF8.GetBytes(cil))]), new LinkOptions { CheckNeverAllow = false });
        Assert.True(result.Succeeded, string.Join('\n', result.Causes) + '\n' + cil);
        return LearningFacts.Of(compiled, KernelPolicy.Read(result.Policy!), "the policy", result.FileContexts ?? "", isWithoutBase: true, NoHeaders, accepted.ToHashSet(StringComparer.Ordinal));
    }

    private static FinderIndex Empty(HeaderTree none) => FinderIndexBuilder.Build(none, BindingNames.Of(none), null, (_, _) => false);
}

using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <summary>All cases in one module, linked once with the small base and read back.</summary>
public sealed class VocabularyPolicy : IDisposable
{
    private readonly SmallBase _base = new();

    public VocabularyPolicy()
    {
        var policy = Policy.Of(
            [LinkedCase.BaseNames, .. Cases.All.Select(c => c.File), ("Usings.cs", "global using System;")],
            new() { ["TypedPolicyTargets"] = "debian12" });
        Assert.True(policy.Problems.IsEmpty, string.Join('\n', policy.Problems));
        Policy = policy;
        Linked = _base.Link(("vocabulary.cil", policy.Artifact("vocabulary.cil", "debian12")));
        Linked.Run.Succeeded();
        Gained = [.. Facts(Linked).Except(Facts(_base.Alone))];
        Lost = [.. Facts(_base.Alone).Except(Facts(Linked))];
    }

    /// <summary>The module.</summary>
    internal Policy Policy { get; }

    /// <summary>The base and the module.</summary>
    internal LinkedPolicy Linked { get; }

    /// <summary>The facts that the module added.</summary>
    public HashSet<string> Gained { get; }

    /// <summary>The facts that the module took away.</summary>
    public HashSet<string> Lost { get; }

    public void Dispose() => _base.Dispose();

    private static HashSet<string> Facts(LinkedPolicy linked) =>
        [.. linked.Dump.Facts().Where(f => !f.StartsWith("classorder")), .. linked.FileContextLines.Select(l => "filecon " + l.Replace('\t', ' '))];
}

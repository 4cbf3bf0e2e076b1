using CsCheck;
using TypedPolicy.Binding;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Reading;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Properties;

/// <summary>Whatever valid policy is written: secilc accepts it, and the linked policy says what the C# says.</summary>
[Trait("Needs", "toolchain")]
public sealed class RandomPolicyTests : IDisposable
{
    private const int PartsOfOneLink = 40;

    private readonly SmallBase _base = new();

    [Fact]
    public void A_random_policy_links_and_says_what_its_model_says() =>
        RandomPolicy.Source.Array[PartsOfOneLink].Sample(Check, iter: 4, threads: 1);

    public void Dispose() => _base.Dispose();

    private void Check(Func<int, string>[] parts)
    {
        var policy = Policy.Of(
            [LinkedCase.BaseNames, .. parts.Select((part, i) => ($"Part{i}.cs", part(i)))],
            new() { ["TypedPolicyTargets"] = "debian12" });
        Assert.True(policy.Problems.IsEmpty, string.Join('\n', policy.Problems));

        var before = _base.Alone.Dump;
        var facts = new ModelFacts([PolicyBinder.Bind(policy.Compilation, "/project/", CancellationToken.None).Model], before.Statements.SelectMany(s => s.Tree.Words));
        var types = _base.Link(("types.cil", facts.Types())).Dump;
        var linked = _base.Link(("random.cil", policy.CilFor("debian12")));
        Assert.Equal("", linked.Run.Succeeded().Error);

        var difference = PolicyDifference.Between(types, facts.Of(types.Types), linked.Dump);
        Assert.True(difference.IsEmpty, difference.ToString());
        Assert.Equal(linked.FileContextLines, policy.FileContextsFor("debian12").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'));
    }
}

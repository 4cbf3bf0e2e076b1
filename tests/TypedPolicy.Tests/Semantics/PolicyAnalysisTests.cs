using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

/// <summary>One analysis serves all who need it, in any order and from any thread.</summary>
public sealed class PolicyAnalysisTests
{
    private static readonly Lazy<BoundPolicy> Bound = new(() => PolicyBinder.Bind(Policy.Compile([("Policy.cs", Sample.Source), Policy.Usings]), "/project/", CancellationToken.None));

    [Fact]
    public void What_is_written_twice_from_one_analysis_is_the_same()
    {
        var policy = Analysis();
        var (first, again) = (Texts(policy), Texts(policy));

        Assert.Contains("/var/lib/web-[0-9]+", first, StringComparison.Ordinal);
        Assert.Equal(first, again);
        Assert.Equal(first, Texts(Analysis()));
    }

    [Fact]
    public void Threads_that_ask_one_analysis_at_once_find_what_each_finds_alone()
    {
        var expected = Everything(Analysis());
        for (var i = 0; i < 20; i++)
        {
            var shared = Analysis();
            Assert.All(Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Everything(shared)).ToList(), found => Assert.Equal(expected, found));
        }
    }

    private static PolicyAnalysis Analysis() => new(Bound.Value.Model, Target.Default);

    private static string Everything(PolicyAnalysis policy) => string.Join("\n", PolicyChecks.Run(policy, Target.All)
        .Concat(PolicyReview.Run(policy, Bound.Value.Places))
        .Concat(BaseReview.Run(policy, BaseKnowledge.Small))
        .Select(f => $"{f.Rule} {f.Message}")) + Texts(policy);

    private static string Texts(PolicyAnalysis policy) => string.Join("\n", CilWriter.Write(PolicyLowering.Lower(policy), Target.All, Bound.Value.Places)
        .Concat(FileContextWriter.Write(policy, Target.All, FileContextFormat.Plain))
        .Select(p => $"{string.Join(" ", p.Targets)}\n{p.Text}"));
}

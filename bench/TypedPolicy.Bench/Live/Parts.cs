using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Binding.Reuse;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Bench.Live;

/// <summary>What the rules over the whole policy do after an edit, part by part, as the analyzers do it.</summary>
internal sealed class Parts
{
    private readonly List<(string Name, List<double> Times, List<double> Megabytes)> _times = [];
    private PolicyReading? _before;
    private int _kept;

    /// <summary>Does once what follows an edit.</summary>
    public void Run(Compilation compilation)
    {
        Time("every file's symbols, declared anew by Roslyn", () => compilation.GlobalNamespace.GetNamespaceMembers().Count() + compilation.Assembly.TypeNames.Count);
        Time("the shape of the policy (PolicyShape.Of)", () => PolicyShape.Of(compilation, default));
        var reading = Time("reading (PolicyReading.Of), the shape included", () => PolicyReading.Of(compilation, _before, default));
        (_before, _kept) = (reading, reading.Kept);
        var policy = new PolicyAnalysis(reading.Policy.Model, Target.Default);
        Time("checks (PolicyChecks.Run)", () => PolicyChecks.Run(policy, [Target.Default]).Count());
        Time("judgements (PolicyReview.Run)", () => PolicyReview.Run(policy, reading.Policy.Places).Count());
        Time("judgements by the base (BaseReview.Run)", () => BaseReview.Run(policy, BaseKnowledge.Small).Count());
    }

    /// <summary>Forgets the times, not what was read.</summary>
    public void Forget() => _times.Clear();

    public void Print(string title) => Table.Print(
        [$"{title}, parts in turn, one thread, ms ({_kept.ToString("N0", CultureInfo.InvariantCulture)} classes kept)", "median", "fastest", "MB allocated"],
        _times.Select(t => new[] { t.Name, Number(Sample.Median([.. t.Times])), Number(t.Times.Min()), Number(Sample.Median([.. t.Megabytes])) }));

    private T Time<T>(string name, Func<T> part)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var result = part();
        var time = clock.Elapsed.TotalMilliseconds;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        if (_times.All(t => t.Name != name))
        {
            _times.Add((name, [], []));
        }

        var (_, times, sizes) = _times.Single(t => t.Name == name);
        times.Add(time);
        sizes.Add(megabytes);
        return result;
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}

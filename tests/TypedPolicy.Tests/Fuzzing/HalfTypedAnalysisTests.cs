using System.Collections.Concurrent;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Rules;
using TypedPolicy.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Tests.Fuzzing;

/// <summary>All analyzers, and the fixes of what they find, while code is typed: they never throw and always end.</summary>
public sealed class HalfTypedAnalysisTests(ITestOutputHelper output)
{
    private const int EachToken = 7; // with all of them it takes too long, and the places differ from file to file
    private const int GarbledOfEach = 10;
    private const int EachFixed = 3; // to take the fixes costs more than all the rest
    // Only a hang takes this long: on a busy machine everything else ends sooner.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Every_prefix_of_a_file_is_looked_at_without_an_exception()
    {
        await LookAtAll(new EditedFile(SampleFiles.Packages), Prefixes(), takesFixes: _ => false);
    }

    [Fact]
    public async Task Every_file_of_the_samples_is_looked_at_while_it_is_typed()
    {
        await LookAtAll(new EditedFile(SampleFiles.Packages), Typed(), takesFixes: _ => false);
    }

    [Fact]
    public async Task Code_with_tokens_lost_doubled_and_swapped_is_looked_at_and_fixed_without_an_exception()
    {
        var ids = await LookAtAll(new EditedFile(), Garbled(), takesFixes: i => i % EachFixed == 0);

        // It is no use where the rules see nothing: every judgement has something left to find.
        // But for the one that compares the targets of a project, of which there is one here.
        Assert.Equal(["TP7009"], RuleCatalogue.All.Where(r => !r.IsBlocking).Select(r => r.Id.Code()).Except(ids));
    }

    [Fact]
    public void There_are_more_than_5000_cases() => Assert.InRange(Prefixes().Length + Typed().Length + Garbled().Length, 5_001, int.MaxValue);

    private static (string Text, bool KnowsBase)[] Prefixes() =>
        [.. HalfTypedCode.EveryPrefix(SampleFiles.All.Single(f => f.Path == "Workload/Inventory.cs").Source).Select(text => (text, true))];

    private static (string Text, bool KnowsBase)[] Typed() =>
        [.. SampleFiles.All.SelectMany(f => HalfTypedCode.PrefixesByToken(f.Source).Where((_, i) => i % EachToken == 0)).Select(text => (text, true))];

    private static (string Text, bool KnowsBase)[] Garbled() =>
        [.. JudgementCases.All.Select(c => (c.Bad, c.Index.Length > 0)).Concat(RuleCases.All.Select(c => (c.Bad, false))).Append((Sample.Source, false))
            .SelectMany((source, i) => Garbled(source.Item1, new Random(1987 + i)).Select(text => (text, source.Item2)))];

    private static IEnumerable<string> Garbled(string source, Random random) => Enumerable.Range(0, GarbledOfEach).Select(_ => HalfTypedCode.Garble(source, random));

    private async Task<HashSet<string>> LookAtAll(EditedFile file, (string Text, bool KnowsBase)[] sources, Func<int, bool> takesFixes)
    {
        var ids = new ConcurrentDictionary<string, int>();
        var fixes = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, sources.Length), async (i, cancellation) =>
        {
            var source = sources[i];
            try
            {
                var (found, offered) = await file.Look(source.Text, takesFixes(i), source.KnowsBase, cancellation).WaitAsync(Hang, cancellation);
                Interlocked.Add(ref fixes, offered);
                Assert.All(found, id => ids.AddOrUpdate(id, 1, (_, count) => count + 1));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{e.Message}\nwhile this was looked at:\n{source.Text}", e);
            }
        });
        output.WriteLine($"{sources.Length} cases, {ids.Values.Sum()} findings of {ids.Count} rules, {fixes} fixes");
        return [.. ids.Keys];
    }
}

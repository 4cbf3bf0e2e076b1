using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Fuzzing;

/// <summary>Who types on does not wait for what was wanted before, and what was given up leaves nothing half done.</summary>
public sealed class CancellationTests
{
    // Only a hang takes this long: on a busy machine everything else ends sooner.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task What_is_cancelled_from_the_start_is_not_looked_at() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Analysis.Of(Gravity(), cancellation: new CancellationToken(canceled: true)).WaitAsync(Hang));

    [Fact]
    public async Task What_is_cancelled_half_way_ends_and_the_next_look_sees_everything()
    {
        var compilation = Gravity();
        var all = Said(await Analysis.Of(Gravity()));
        Assert.NotEmpty(all);
        var cancelled = 0;
        for (var milliseconds = 0; milliseconds < 60; milliseconds += 2)
        {
            using var source = new CancellationTokenSource(milliseconds);
            try
            {
                Assert.Equal(all, Said(await Analysis.Of(compilation, cancellation: source.Token).WaitAsync(Hang)));
                compilation = Gravity(); // what it found is kept with it
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        Assert.True(cancelled > 0);
        Assert.Equal(all, Said(await Analysis.Of(compilation)));
    }

    private static CSharpCompilation Gravity() =>
        Policy.Compile([.. SampleFiles.All.Where(f => f.Path.StartsWith("Gravity/", StringComparison.Ordinal)), Policy.Usings]);

    private static string[] Said(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(d => d.ToString()).Order(StringComparer.Ordinal)];
}

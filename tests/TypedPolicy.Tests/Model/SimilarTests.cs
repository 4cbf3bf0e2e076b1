using TypedPolicy.Model.Naming;
using Xunit;

namespace TypedPolicy.Tests.Model;

public sealed class SimilarTests
{
    [Theory]
    [InlineData("etc_t", "ect_t")] // two letters swapped
    [InlineData("etc_t", "et_t")] // one lost
    [InlineData("etc_t", "etcc_t")] // one added
    [InlineData("etc_t", "etx_t")] // one replaced
    public void A_slip_of_the_hand_is_near(string meant, string written) =>
        Assert.Equal(meant, Similar.To(written, ["var_t", meant, "usr_t", "bin_t"]));

    [Fact]
    public void Of_names_that_are_as_near_it_is_the_first_by_name() =>
        Assert.Equal("aetc_t", Similar.To("etc_t", ["xetc_t", "aetc_t", "betc_t"]));

    [Fact]
    public void It_is_the_name_that_a_comparison_letter_by_letter_finds()
    {
        var random = new Random(1);
        var found = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var (name, most) = (Name(), random.Next(3) == 0 ? int.MaxValue : random.Next(1, 4));
            var candidates = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(2) == 0 ? Name() : Changed(name)).ToArray();
            var limit = Math.Min(most, Math.Max(1, name.Length / 3));
            var expected = candidates
                .Select(c => (Name: c, Distance: Distance(name, c)))
                .Where(c => c.Distance <= limit)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => c.Name)
                .FirstOrDefault();
            found += expected is null ? 0 : 1;

            Assert.True(expected == Similar.To(name, candidates, most), $"{name}: {string.Join(", ", candidates)}, {most} at most");
        }

        Assert.InRange(found, 5_000, 19_000);

        string Name() => new([.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => "abc_"[random.Next(4)])]);

        string Changed(string from)
        {
            var letters = from.ToList();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                var at = random.Next(letters.Count + 1);
                if (random.Next(3) == 0 || at == letters.Count)
                {
                    letters.Insert(at, "abc_"[random.Next(4)]);
                }
                else if (random.Next(2) == 0 && at > 0)
                {
                    (letters[at - 1], letters[at]) = (letters[at], letters[at - 1]);
                }
                else
                {
                    letters.RemoveAt(at);
                }
            }

            return new([.. letters]);
        }
    }

    /// <summary>By definition: letters lost, added, replaced, or swapped with the next, each letter once.</summary>
    private static int Distance(string left, string right)
    {
        var cells = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                cells[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    cells[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1),
                    Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
                }
            }
        }

        return cells[left.Length, right.Length];
    }
}

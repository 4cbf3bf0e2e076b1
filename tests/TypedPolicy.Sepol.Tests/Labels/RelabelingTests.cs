using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Sepol.Tests.Labels;

public class RelabelingTests
{
    private static readonly string[] Parts = ["a", "b", "ab"];

    private static readonly string[] Patterns = ["/a", "/a(/.*)?", "/a/b", "/b(/.*)?", "/[^/]*/b", "/a.*", "/ab/.*", "/b/a", "/.*", "/a/(a|b)(/.*)?", "/b/ab"];

    private static readonly string[] Paths =
    [
        "/", .. Parts.Select(p => $"/{p}"), .. Parts.SelectMany(p => Parts.Select(q => $"/{p}/{q}")), .. Parts.SelectMany(p => Parts.SelectMany(q => Parts.Select(r => $"/{p}/{q}/{r}"))),
    ];

    [Fact]
    public void The_paths_that_get_another_label_are_those_whose_lookup_has_another_result_and_each_is_found_on_the_way_down()
    {
        var random = new Random(3);
        var (changed, passedOver) = (0, 0);
        for (var run = 0; run < 400; run++)
        {
            var (before, after) = (Contexts(), Contexts());
            var relabeling = new Relabeling([before], after);
            foreach (var path in Paths)
            {
                var expected = after.Find(path, Kind.File) is { Context: { } context } && before.Find(path, Kind.File)?.Context != context ? context : null;
                Assert.Equal(expected, relabeling.NewLabel(path, Kind.File)?.Context);
                if (expected is not null)
                {
                    changed++;
                    Assert.All(Above(path), above => Assert.True(relabeling.MayBeBelow(above), $"{path} is below {above}."));
                }
                else if (!relabeling.MayBeBelow(path))
                {
                    passedOver++;
                }
            }
        }

        Assert.True(changed > 1_000 && passedOver > 200, $"{changed} paths changed, {passedOver} were passed over.");

        FileContexts Contexts() => FileContexts.Read(
            string.Concat(Patterns.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next(3)).Select(p => $"{p}\t{(random.Next(4) == 0 ? "-d\t" : "")}{(random.Next(6) == 0 ? "<<none>>" : $"u:r:t{random.Next(3)}_t:s0")}\n")),
            Equivalences.Parse(random.Next(2) == 0 ? "/ab /a\n" : ""),
            Equivalences.Parse(random.Next(3) == 0 ? "/b/a /ab\n" : ""));
    }

    [Fact]
    public void A_line_that_only_moved_counts_where_it_decides_now()
    {
        var before = FileContexts.Read("/x.*\tu:r:one_t:s0\n/xy.*\tu:r:two_t:s0\n/z\tu:r:z_t:s0");
        var after = FileContexts.Read("/xy.*\tu:r:two_t:s0\n/x.*\tu:r:one_t:s0\n/z\tu:r:z_t:s0");

        Assert.Equal("one_t", new Relabeling([before], after).NewLabel("/xyz", Kind.File)?.Type);
        Assert.False(new Relabeling([before], after).MayBeBelow("/z"));
        Assert.True(new Relabeling([before], before).IsEmpty);
    }

    [Fact]
    public void A_label_of_any_state_that_files_may_be_in_counts()
    {
        var one = FileContexts.Read("/x\tu:r:one_t:s0");
        Assert.Null(new Relabeling([one], one).NewLabel("/x", Kind.File));
        Assert.Equal("one_t", new Relabeling([one, FileContexts.Read("/x\tu:r:two_t:s0")], one).NewLabel("/x", Kind.File)?.Type);
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1))
        {
            yield return path[..at];
        }

        yield return "/";
    }
}

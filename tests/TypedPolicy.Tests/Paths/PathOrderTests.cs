using CsCheck;
using TypedPolicy.Model.Paths;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tests.Paths;

public sealed class PathOrderTests
{
    private static readonly Gen<(PathPattern, Kind)> GenSpec = Gen.Select(
        Gen.OneOf("a", "b", "/b", "\\.", ".*", "[^/]+", "(/.*)?", "(a|b)").Array[0, 4].Select(parts => PathPattern.Parse("/" + string.Concat(parts))),
        Gen.Int[0, 7].Select(kind => (Kind)kind));

    [Fact]
    public void Literal_paths_come_last_then_longer_stems_then_longer_text_then_kinds()
    {
        (string Text, Kind Of)[] expected =
        [
            ("/.*", Kind.Any),
            ("/srv/.*", Kind.Any),
            ("/srv/.*", Kind.File),
            ("/srv/[^/]+", Kind.Any),
            ("/srv/data(/.*)?", Kind.Any),
            ("/a", Kind.Any),
            ("/srv/data", Kind.Any),
            ("/srv/data", Kind.SymbolicLink),
        ];
        IEnumerable<(string, Kind)> sorted = expected.Reverse()
            .Select(spec => (PathPattern.Parse(spec.Text), spec.Of))
            .Order(PathOrder.Instance)
            .Select(spec => (spec.Item1.Text, spec.Item2));
        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void The_order_is_total() =>
        Gen.Select(GenSpec, GenSpec, GenSpec).Sample((x, y, z) =>
        {
            PathOrder order = PathOrder.Instance;
            Assert.Equal(Math.Sign(order.Compare(x, y)), -Math.Sign(order.Compare(y, x)));
            Assert.Equal(x == y, order.Compare(x, y) == 0);
            Assert.True(order.Compare(x, y) > 0 || order.Compare(y, z) > 0 || order.Compare(x, z) <= 0);
        }, iter: 50_000);

    [Fact]
    public void Each_kind_has_the_words_of_both_languages()
    {
        Kind[] kinds = Enum.GetValues<Kind>();
        Assert.Equal(["any", "file", "dir", "char", "block", "socket", "pipe", "symlink"], kinds.Select(kind => kind.CilName()));
        Assert.Equal(["", "--", "-d", "-c", "-b", "-s", "-p", "-l"], kinds.Select(kind => kind.FcMark()));
        Assert.Equal(Enum.GetValues<TypedPolicy.FileKind>().Select(kind => (kind.ToString(), (int)kind)), kinds.Select(kind => (kind.ToString(), (int)kind)));
    }
}

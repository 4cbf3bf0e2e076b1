using CsCheck;
using TypedPolicy.Model.Cil;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Model;

public sealed class CilTests
{
    private static readonly Gen<CilNode> Atom = Gen.String[Of("abcxyzABC0189_.-/:*="), 1, 12].Select(CilNode (s) => new CilAtom(s));
    private static readonly Gen<CilNode> Text = Gen.String.Where(CilString.IsQuotable).Select(CilNode (s) => new CilString(s));
    private static readonly Gen<CilNode> Node = Nodes(4);

    [Fact]
    public void What_is_printed_is_read_again() =>
        Node.Sample(node => CilReader.TryRead(node.ToString(), out var read, out _, out _) && read.Length == 1 && read[0].Equals(node) && read[0].GetHashCode() == node.GetHashCode());

    [Fact]
    public void Another_reader_reads_the_same() =>
        Node.Where(n => n is CilList).Sample(node => Sexp.Read(node.ToString()) is [var read] && read.ToString() == node.ToString());

    [Fact]
    public void Whatever_text_is_read_it_prints_as_what_it_reads_again() =>
        Gen.String[Of("()\"; \n\rab1_\\\u00e9"), 0, 40].Sample(text =>
            !CilReader.TryRead(text, out var nodes, out _, out _)
            || (CilReader.TryRead(string.Join(" ", nodes), out var again, out _, out _) && again.SequenceEqual(nodes)));

    [Theory]
    [InlineData("(a", "a parenthesis is not closed", 0)]
    [InlineData("a)", "a parenthesis closes nothing", 1)]
    [InlineData("(a \"b", "a string is not closed", 3)]
    [InlineData("(a é)", "a character that CIL does not allow in a name", 3)]
    [InlineData("(\"a\tb\")", "a string holds a control character", 1)]
    public void What_is_wrong_is_named_with_its_place(string text, string problem, int at)
    {
        Assert.False(CilReader.TryRead(text, out _, out var error, out var position));
        Assert.Equal((problem, at), (error, position));
    }

    [Fact]
    public void Depth_has_an_end() => Assert.False(CilReader.TryRead(new string('(', 90_000) + new string(')', 9_000), out _, out _, out _));

    private static Gen<char> Of(string characters) => Gen.Int[0, characters.Length - 1].Select(i => characters[i]);

    private static Gen<CilNode> Nodes(int depth) =>
        depth == 0 ? Gen.OneOf(Atom, Text) : Gen.OneOf(Atom, Text, Nodes(depth - 1).Array[0, 4].Select(CilNode (items) => new CilList(items)));
}

using CsCheck;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using Xunit;

namespace TypedPolicy.Tests.Model;

public sealed class CilOrderTests
{
    // Signs on both sides of the blank, the quote and the parentheses.
    private static readonly string[] Symbols = ["a", "a!", "a&", "ab", "a-b", "a.b", "!", "#", "*", "+"];
    private static readonly string[] Texts = ["", "a", "a!", "a b", "!", " "];
    private static readonly Gen<CilNode> Atom = Gen.Int[0, Symbols.Length - 1].Select(i => (CilNode)new CilAtom(Symbols[i]));
    private static readonly Gen<CilNode> Quoted = Gen.Int[0, Texts.Length - 1].Select(i => (CilNode)new CilString(Texts[i]));
    private static readonly Gen<CilNode> Node = Gen.Recursive<CilNode>((depth, node) => depth > 3 ? Atom : Gen.Frequency((3, Atom), (1, Quoted), (3, node.List[0, 4].Select(items => (CilNode)new CilList(EquatableArray.From(items))))));

    [Fact]
    public void Trees_are_ordered_as_their_texts_are() => Gen.Select(Node, Node).Sample(
        (left, right) => Assert.Equal(Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())), Math.Sign(CilOrder.Instance.Compare(left, right))),
        iter: 200_000,
        print: pair => $"{pair.Item1}   {pair.Item2}");
}

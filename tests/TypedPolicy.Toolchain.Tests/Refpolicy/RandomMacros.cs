using CsCheck;

namespace TypedPolicy.Toolchain.Tests.Refpolicy;

/// <summary>Texts full of m4: calls in calls, quotes in quotes, definitions that are made by other definitions.</summary>
internal static class RandomMacros
{
    private static readonly string[] Names = ["m0", "m1", "m2", "_x", "a_t", "foo"];

    private static readonly Gen<string> Name = OneOf(Names);
    private static readonly Gen<string> Parameter = OneOf("$1", "$2", "$3", "$0", "$#", "$*", "$@", "$", "$x", "$10", "$1_t", "pre_$1_post");
    private static readonly Gen<string> Blank = OneOf("", "", " ", "\n", "\t", "  \n ");
    private static readonly Gen<string> Number = Gen.OneOf(Gen.Int[-9, 40].Select(n => n.ToString()), OneOf("0x1f", "010", " 7", "2147483647", "", "x", "0b101", "0r3:12"));

    private static readonly Gen<string> Plain = Gen.OneOf(
        Name,
        OneOf("x", "{ a b }", ";", "allow a_t self:file read;", "1m0", "-", "+", "&&", "\"q\"", "m0m1", "m0 m1", "()", "(m1)", ",", ", "),
        OneOf("# comment m0 `x\n", "#\n", "dnl gone m0\n", "`'", "\n"),
        Number);

    /// <summary>Whole texts. Bodies call only what is listed before their own name, so that few of them run forever.</summary>
    public static Gen<string> Text { get; } =
        Gen.Select(Definitions(), Pieces(3).Array[1, 8], (definitions, pieces) => string.Join("", definitions) + string.Join("", pieces) + "\n");

    public static Gen<string> Expression { get; } = Expressions(4);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string[]> Definitions() => Gen.Int[0, Names.Length - 1].SelectMany(i => Definition(i)).Array[0, 6];

    private static Gen<string> Definition(int index) => Gen.Select(
        OneOf("define", "pushdef", "define"),
        Body(index, 2),
        OneOf("\n", "dnl\n", " "),
        (how, body, end) => $"{how}(`{Names[index]}',`{body}'){end}");

    private static Gen<string> Body(int index, int depth)
    {
        var callee = index == 0 ? Gen.Const("len") : Gen.Int[0, index - 1].Select(i => Names[i]);
        var leaf = Gen.OneOf(Parameter, OneOf("text", " ", "\n", "{ }", ";", "`q'", "`'", ","), callee);
        return depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Gen.Select(callee, Body(index, depth - 1), (name, body) => $"{name}({body})"),
                Gen.Select(Parameter, Body(index, depth - 1), Body(index, depth - 1), (p, a, b) => $"ifelse(`{p}',`',`{a}',`{b}')"),
                Gen.Select(callee, Body(index, depth - 1), (name, a) => $"ifdef(`{name}',`{a}')"),
                Body(index, depth - 1).Select(b => $"`{b}'"),
                Gen.Const("shift($@)")).Array[1, 4].Select(string.Concat);
    }

    private static Gen<string> Pieces(int depth) => depth == 0 ? Plain : Gen.OneOf(Plain, Plain, Quoted(depth), Calls(depth), Builtins(depth));

    private static Gen<string> Quoted(int depth) => Pieces(depth - 1).Array[0, 3].Select(p => "`" + string.Concat(p) + "'");

    private static Gen<string> Arguments(int depth) =>
        Gen.Select(Blank, Pieces(depth - 1), Blank, (before, piece, after) => before + piece + after).Array[1, 4].Select(a => string.Join(",", a));

    private static Gen<string> Calls(int depth) => Gen.Select(Name, Arguments(depth), (name, arguments) => $"{name}({arguments})");

    private static Gen<string> Builtins(int depth) => Gen.OneOf(
        Gen.Select(OneOf("ifelse", "shift", "len", "index", "substr", "translit", "incr", "decr", "eval", "ifdef", "defn", "undefine", "popdef", "indir", "dnl", "divert", "undivert"), Arguments(depth), (name, arguments) => $"{name}({arguments})"),
        Gen.Select(Name, Pieces(depth - 1), Pieces(depth - 1), (name, a, b) => $"ifdef(`{name}',`{a}',`{b}')"),
        Gen.Select(Pieces(depth - 1), Pieces(depth - 1), Pieces(depth - 1), Pieces(depth - 1), (a, b, c, d) => $"ifelse({a},{b},`{c}',`{d}')"),
        Gen.Select(Name, Name, (a, b) => $"define(`{a}x',defn(`{b}')){a}x(1,2)"),
        Gen.Select(Name, (a) => $"pushdef(`{a}',`pushed $1'){a}(y)popdef(`{a}'){a}(z)"),
        Gen.Select(OneOf("define", "ifdef", "ifelse", "len", "dnl"), b => $"define(`alias',defn(`{b}'))alias(`m1',`12',`3')alias"),
        Gen.Select(Expressions(2), e => $"eval({e})"),
        Gen.Select(Expressions(1), Gen.Int[1, 36], Gen.Int[0, 9], (e, radix, width) => $"eval({e},{radix},{width})"),
        Gen.Select(Pieces(depth - 1), Gen.Int[-1, 9], Gen.Int[-1, 9], (a, from, length) => $"substr({a},{from},{length})"),
        Gen.Select(OneOf("a-f", "f-a", "a-", "-a", "abc", "a-zA-Z", "0-9_", "aab"), OneOf("A-F", "x", "", "1-9", "A-Z"), Pieces(depth - 1), (from, to, a) => $"translit(`{a}',`{from}',`{to}')"),
        Gen.Select(OneOf(@"\w", @"\(\w+\)", @"\w+\(.*\)", "a*", "[a-m]+", "^.", "x?y", @"\(a\|b\)*", "t$", "[^ ]"), OneOf("", @",`<\1>'", @",`<\&>'", ",`-'"), Pieces(depth - 1), (re, to, a) => $"regexp(`{a}',`{re}'{to})"),
        Gen.Select(OneOf(@"\w+", "a*", "[a-m]", "^", " +", "$"), OneOf("", @",`<\&>'", ",`-'"), Pieces(depth - 1), (re, to, a) => $"patsubst(`{a}',`{re}'{to})"),
        Gen.Const("changequote([,])[m0 [m1] `x']changequote"),
        Gen.Const("changequote(<<,>>)<<m0 <<m1>> < >>changequote(`,')"),
        Gen.Const("changecom(`//')m0 // m0\nchangecom(`#')"),
        Gen.Const("divert(-1)m0 lost divert(0)"),
        Gen.Const("divert(1)later divert(2)last divert`'divnum"));

    private static Gen<string> Expressions(int depth) => depth == 0
        ? Gen.OneOf(Gen.Int[-20, 20].Select(n => n.ToString()), OneOf("0x7fffffff", "010", "2147483648", "0b11", "0r5:14", "0", "1"))
        : Gen.OneOf(
            Expressions(0),
            Gen.Select(OneOf("-", "!", "~", "+", "- ", "!!"), Expressions(depth - 1), (o, e) => o + e),
            Expressions(depth - 1).Select(e => $"({e})"),
            Gen.Select(Expressions(depth - 1), OneOf("0", "1", "2", "7", "33", "-1"), (a, b) => $"{a} ** {b}"),
            Gen.Select(Expressions(depth - 1), OneOf("+", "-", "*", "/", "%", "<<", ">>", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^", "&&", "||"), Expressions(depth - 1), (a, o, b) => $"{a} {o} {b}"));
}

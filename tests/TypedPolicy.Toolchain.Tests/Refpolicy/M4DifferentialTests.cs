using System.Text;
using CsCheck;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Refpolicy;

[Trait("Needs", "toolchain")]
public sealed class M4DifferentialTests
{
    [Fact]
    public void Random_macros_expand_as_in_GNU_m4() => RandomMacros.Text.Sample(Agrees, iter: 2_500, threads: 2);

    [Fact]
    public void Random_expressions_have_the_values_of_GNU_m4() =>
        RandomMacros.Expression.Array[200].Select(all => string.Concat(all.Select(e => $"eval(`{e}') is `{e}'\n"))).Sample(Agrees, iter: 30);

    [Theory]
    [InlineData("define(`a',`fo')define(`foo',`X')a()o a`'o a()(1)\n")]
    [InlineData("define(`a',`b(')define(`b',`<$1|$#>')a()x,y)\n")]
    [InlineData("define(`f',`<$1|$2|$#>')f f() f( a b , c) f((a,b),c) f(`a,b') f(,) f( `x' y )\n")]
    [InlineData("define(`f',`[$*][$@]')f(`a', `f(b)', c)\n")]
    [InlineData("define(`e',`')define(`f',`<$1>')f(e() x)f(\n  e x)\n")]
    [InlineData("define(`a',`# not')a(x) m0\nx # define(`z',1) z\nz\n")]
    [InlineData("define(`c',`#')c define(`x',`y')\nx\n")]
    [InlineData("ifelse(a)ifelse(a,b)ifelse(a,a,yes)ifelse(a,b,no)ifelse(a,b,c,d)ifelse(a,b,c,d,e)ifelse(a,b,c,d,d,f)ifelse(a,b,c,d,e,f,g,h)\n")]
    [InlineData("define(`recurse',`ifelse($1,0,,`$1 recurse(decr($1))')')recurse(50)\n")]
    [InlineData("define(`x',`one')pushdef(`x',`two')x popdef(`x')x popdef(`x')x popdef(`x')x\n")]
    [InlineData("define(`f',`undefine(`f')gone $1')f(1)f(2)\n")]
    [InlineData("define(`f',`outer')f(define(`f',`inner'))f\n")]
    [InlineData("define(`q',`$1')q(``nested `quotes' here'')\n")]
    [InlineData("x dnl (ignored, too\ny dnl\nz define(`d',`dnl')d gone\nhere\n")]
    [InlineData("define(`f',`$10-$1')f(1,2,3,4,5,6,7,8,9,ten)\n")]
    [InlineData("define(`count',`$#')count(shift(a,b,c)) count(shift(a)) shift(`a',`b c', d)\n")]
    [InlineData("defn(`nothing')define(`a',`$1 b')defn(`a')defn(`a',`a')define(`c',defn(`a'))c(1)\n")]
    [InlineData("define(`D',defn(`define'))D(`v',`w')v ifdef(`D',`D(`v',`u')')v\n")]
    [InlineData("regexp(`a && b',`\\w') regexp(`a && b',`\\(\\w+\\)',`\\1') regexp(`a && b',`\\w+\\(.*\\)',`\\1') regexp(`! x',`y')\n")]
    [InlineData("substr(`abc') substr(`abc',1) substr(`abc',1,1) substr(`abc',5) substr(`abc',-1) substr(`abc',1,-1) substr(`m0 m1',0,2)\n")]
    [InlineData("len() len(`abc d') index(`abc',`c') index(`abc',`x') index(`abc',`') translit(`hello',`a-y',`b-z') translit(`a-b',`-',`_')\n")]
    [InlineData("decr(1024) incr(2147483647) incr( 3) incr(x)decr()\n")]
    [InlineData("eval(1=1) eval(1 <<= 2) eval(3 ^= 1) eval(1 +- 2) eval(2 *= 3) eval(1 + +2) eval(1 ++ 2) eval(!=1) eval(! -3) eval(1==-1)\n")]
    [InlineData("eval(0r1:011) eval(0R3:12) eval(08) eval(0x) eval(0b) eval() eval( ) eval(`' ) eval(` ') eval(1,) eval(1,2,3) eval(-5,1) eval(5,40)\n")]
    [InlineData("define(`f',`<$1é>')f(é)é\n")]
    [InlineData("`unclosed\n")]
    [InlineData("define(`x',\n")]
    [InlineData("ok # unclosed comment")]
    [InlineData("divert(`-1')define(`a',1)divert`'a\n")]
    [InlineData("builtin(`len',`abc')indir(`len',`ab')define(`a b',`$1!')indir(`a b',x)\n")]
    public void What_policy_sources_do_expands_as_in_GNU_m4(string text) => Agrees(text);

    private static void Agrees(string text)
    {
        var map = new SourceMap();
        var engine = new M4Engine(map, limits: new M4Limits { Work = 1 << 20 });

        // m4 counts bytes.
        engine.Run(map.Add("stdin", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))));
        if (engine.IsExhausted)
        {
            // Neither would GNU m4.
            return;
        }

        var output = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(engine.TakeOutput().Text));
        var theirs = Tool.M4.Run(Encoding.UTF8.GetBytes(text), ["-"]);
        if (theirs.Error.Contains("ERROR:", StringComparison.Ordinal))
        {
            Assert.True(engine.IsStopped && engine.Problems.HasErrors, $"m4 stops at: {text}\n{theirs.Error}");
            return;
        }

        Assert.False(engine.IsStopped, $"m4 reads to the end: {text}\n{string.Join("\n", engine.Problems.Problems)}");
        var different = theirs.Output.Split('\n').Zip(output.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        Assert.True(theirs.Output == output, $"{text}\n--- m4\n{different.First}\n--- here\n{different.Second}");
    }
}

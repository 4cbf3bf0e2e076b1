using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;
using Xunit;

namespace TypedPolicy.Tests.Refpolicy;

public sealed class M4Tests
{
    [Theory]
    [InlineData("define(`a',a)a")]
    [InlineData("define(`a',`a a')a")]
    [InlineData("define(`a',`a(`$1$1')')a(x)")]
    [InlineData("define(`a',`a(a')a")]
    [InlineData("define(`a',`define(`b',`a')b')a")]
    [InlineData("define(`a',`indir(`a',$@)')a(x,y)")]
    [InlineData("define(`a',`$@,$@')define(`b',`a(a(a(a(a(a(a(a($@))))))))')b(b(b(b(b(x)))))")]
    [InlineData("eval(2147483647,1)eval(2147483647,1)")]
    [InlineData("eval(1,10,2147483647)")]
    [InlineData("define(`x',`shift(x($@,$@))')x(1,2)")]
    public void What_never_ends_is_given_up(string text)
    {
        var engine = new M4Engine(new SourceMap(), limits: new M4Limits { Work = 1 << 20 });
        engine.Run(MappedText.Of(text));
        Assert.True(engine.IsExhausted && engine.IsStopped && engine.Problems.HasErrors);
        Assert.True(engine.TakeOutput().Length < 1 << 22);
    }

    [Fact]
    public void No_nesting_is_too_deep_for_the_stack()
    {
        const int Depth = 200_000;
        var engine = new M4Engine(new SourceMap());
        engine.Run(MappedText.Of(string.Concat(Enumerable.Repeat("len(", Depth)) + new string(')', Depth)));
        Assert.True(engine.IsExhausted);

        var quotes = new M4Engine(new SourceMap());
        quotes.Run(MappedText.Of(new string('`', Depth) + new string('\'', Depth)));
        Assert.Equal((Depth - 1) * 2, quotes.TakeOutput().Length);

        var sum = new M4Engine(new SourceMap());
        sum.Run(MappedText.Of($"eval({new string('(', Depth)}1{new string(')', Depth)})eval({new string('-', Depth)}1)"));
        Assert.Equal(2, sum.Problems.Problems.Count);
    }

    [Theory]
    [InlineData("syscmd(`touch /tmp/x')")]
    [InlineData("esyscmd(`id')")]
    [InlineData("include(`/etc/passwd')")]
    [InlineData("sinclude(`/etc/passwd')")]
    [InlineData("undivert(`/etc/passwd')")]
    [InlineData("mkstemp(`/tmp/xXXXXXX')")]
    [InlineData("maketemp(`/tmp/xXXXXXX')")]
    [InlineData("debugfile(`/tmp/x')")]
    [InlineData("define(`run',defn(`esyscmd'))run(`id')")]
    [InlineData("builtin(`esyscmd',`id')")]
    [InlineData("indir(`esyscmd',`id')")]
    public void Nothing_is_run_and_no_file_is_opened(string text)
    {
        var engine = new M4Engine(new SourceMap());
        engine.Run(MappedText.Of(text));
        Assert.Equal("", engine.TakeOutput().Text);
        Assert.True(engine.Problems.HasErrors);
    }

    [Fact]
    public void A_character_keeps_its_place_through_macros()
    {
        var map = new SourceMap();
        var engine = new M4Engine(map);
        var header = map.Add("a.spt", "define(`reads',`allow $1 $2:file read;')dnl\ndefine(`both',`reads($1,x_t)\nreads($1,y_t)')dnl\n");
        engine.Run(header);
        engine.Run(map.Add("b.te", "\n  both(me_t)\n"));
        var text = engine.TakeOutput();
        Assert.Equal("\n  allow me_t x_t:file read;\nallow me_t y_t:file read;\n", text.Text);

        Assert.Equal(new SourcePlace("b.te", 2, 8), map.PlaceOf(text.PositionOf(text.Text.IndexOf("me_t", StringComparison.Ordinal))));
        Assert.Equal(new SourcePlace("a.spt", 3, 10), map.PlaceOf(text.PositionOf(text.Text.IndexOf("y_t", StringComparison.Ordinal))));
        var allow = text.Text.LastIndexOf("allow", StringComparison.Ordinal);
        Assert.Equal(new SourcePlace("a.spt", 1, 17), map.PlaceOf(text.PositionOf(allow)));
        var call = engine.Frames[text.FrameOf(allow)];
        Assert.Equal(("reads", new SourcePlace("a.spt", 3, 1)), (call.Macro, map.PlaceOf(call.Position)));
        Assert.Equal(("both", new SourcePlace("b.te", 2, 3)), (engine.Frames[call.Parent].Macro, map.PlaceOf(engine.Frames[call.Parent].Position)));
    }

    [Fact]
    public void What_does_not_end_is_named_where_it_starts()
    {
        Assert.Equal("f:2:1: error: a quoted text does not end", Problem("x\n`a `b' c"));
        Assert.Equal("f:1:3: error: the arguments of define do not end", Problem("a define(`x'"));
        Assert.Equal("f:1:5: error: a comment does not end", Problem("x y # z"));
    }

    [Fact]
    public void A_problem_says_which_calls_led_to_it() =>
        Assert.Equal("f:2:21: error: include runs programs or opens files, which policy sources may not do\n  from inner at f:3:18\n  from outer at f:4:1",
            Problem("\ndefine(`inner',`x   include(`y')')dnl\ndefine(`outer',` inner(1)')dnl\nouter\n"));

    private static string Problem(string text)
    {
        var map = new SourceMap();
        var engine = new M4Engine(map);
        engine.Run(map.Add("f", text));
        return Assert.Single(engine.Problems.Problems).ToString();
    }
}

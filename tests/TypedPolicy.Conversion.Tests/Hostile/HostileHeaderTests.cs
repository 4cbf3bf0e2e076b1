using TypedPolicy.Conversion.Base;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Headers;
using TypedPolicy.Tests.Hostile;
using Xunit;

namespace TypedPolicy.Conversion.Tests.Hostile;

/// <summary>Headers are the text of others: what they say never becomes C# that does something.</summary>
public sealed class HostileHeaderTests
{
    // Ends a comment, a string, a line or an attribute, and begins a class.
    private const string Code = "*/\u2028public static class Extra { public static int Field = 1; }\u2029/*";

    public static TheoryData<string> NotNames => new(
        "x();/*\npublic static class Extra { }\n//*/public sealed class Y", "a b", "1a", "a-b", "a.b", "a\u2028b", "a\u0085b", "é", "@a", "a\"b", "a<b", "$1", "a\0", "a*/b", new string('a', 600));

    [Theory]
    [MemberData(nameof(NotNames))]
    public void A_name_that_is_none_is_reported_where_it_is_and_the_others_stay(string name)
    {
        var tree = SmallTree.Read(
            new HeaderFile("nature/mist.if", $"\ninterface(`{name}',`pond_look($1)')\n\ntemplate(`{name}x',`pond_look($1)')\ninterface(`mist_rise',`pond_look($1)')\n"),
            new HeaderFile("support/mist.spt", $"\ndefine(`{name}',`read')\n"));

        Assert.DoesNotContain(tree.Interfaces, i => i.Name.Contains(name, StringComparison.Ordinal));
        Assert.False(tree.IsSupportMacro(name));
        Assert.NotNull(tree.Find("mist_rise"));
        Assert.Contains(tree.Problems, p => p.Place is { File: "nature/mist.if", Line: 2 } && p.Message.EndsWith("is not a valid interface name, so the interface is ignored", StringComparison.Ordinal));
        Assert.Contains(tree.Problems, p => p.Place is { File: "nature/mist.if" } && p.Message.EndsWith("is not a valid template name, so the template is ignored", StringComparison.Ordinal));
        Assert.Contains(tree.Problems, p => p.Place is { File: "support/mist.spt" } && p.Message.EndsWith("is not a valid macro name, so the macro is ignored", StringComparison.Ordinal));
        Assert.All(tree.Problems, p => Assert.DoesNotContain(p.Message, c => char.IsControl(c) || c is '\u2028'));
    }

    [Theory]
    [InlineData("nature/a b.if", "module")]
    [InlineData("nature/a\u2028b.if", "module")]
    [InlineData("nature/</c>.if", "module")]
    [InlineData("na\"ture/mist.if", "layer")]
    [InlineData("na\u0085ture/mist.if", "layer")]
    public void A_module_or_layer_that_is_no_name_is_reported_and_its_header_left_out(string path, string what)
    {
        var tree = SmallTree.Read(new HeaderFile(path, "interface(`mist_rise',`pond_look($1)')\n"));
        Assert.Null(tree.Find("mist_rise"));
        Assert.Contains($"is not a valid {what} name", Assert.Single(tree.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_and_parameters_with_every_line_end_of_C_sharp_stay_comments()
    {
        var compiled = new CompiledTexts(BindingNames.Namespace);
        foreach (var piece in new[] { "\r", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\0", "\"", "\\", "&", "]]>", "{", "\uD800", "\u202E", Code })
        {
            var text = piece + Code;
            compiled.Add(Bindings(new HeaderFile("nature/mist.if", $"""
                ## <summary>A{text}b</summary>
                ## <desc>A{text}b</desc>
                ## <param name="{piece}x{Code}" optional="true"><summary>A{text}b</summary></param>
                ## <param name="{Code}"><summary>A{text}b</summary></param>
                interface(`mist_rise',`
                    refpolicywarn(`{text}')
                    gen_require(`type pond_t;')
                    allow $1 pond_t:file read;
                    type_transition $1 pond_t:$2 pond_t "{piece}";
                ')

                """)));
        }

        compiled.Compile();
    }

    [Fact]
    public void Names_that_C_sharp_takes_for_one_are_told_apart()
    {
        var compiled = new CompiledTexts(BindingNames.Namespace);
        compiled.Add(Bindings(new HeaderFile("nature/mist.if", """
            ## <param name="a"><summary>Who.</summary></param>
            ## <param name="mist_attribute"><summary>Who.</summary></param>
            interface(`mistAttribute_mist',`
                gen_require(`type a_b_t, aB_t, _t, A_B_t; class fog { read_x readX Read_x _ 2x }; class Fog { read }; attribute a_b; role a_b_r; bool a_b;')
                allow $1 $2:fog { read_x readX };
            ')
            interface(`t_mist',`gen_require(`class fog { read_x }; ') allow $1 $2:fog read_x;')
            interface(`_x',`gen_require(`class fog { read_x }; ') allow $1 self:fog read_x;')
            interface(`mist_equals',`gen_require(`class fog { read_x }; ') allow $1 self:fog read_x;')
            interface(`mist_two',`gen_require(`class fog { read_x }; ') allow $1 self:fog $2; allow $1 self:fog $3; allow $1 self:fog { read_x -$4 };')
            interface(`mist_most',`gen_require(`attribute water; class fog { read_x };') allow $1 { water -$2 }:fog { read_x $3 }; allow $1 { water -$4 }:fog read_x; filetrans($1, $5)')
            """)));
        compiled.Compile();
    }

    [Fact]
    public void A_thousand_damaged_trees_become_C_sharp_that_compiles()
    {
        var mutations = new TextMutations(3);
        var compiled = new CompiledTexts(BindingNames.Namespace);
        var below = SmallTree.Read();
        for (var i = 0; i < 1_000; i++)
        {
            compiled.Add(Bindings(
                below,
                new HeaderFile("nature/mist.if", mutations.Damage(SmallTree.Ponds.Replace("pond_", "mist_", StringComparison.Ordinal).Replace("frog_", "toad_", StringComparison.Ordinal))),
                new HeaderFile("support/mist.spt", mutations.Damage("define(`rain_perms',`{ read open }')\ndefine(`rain_pattern',`allow $1 $2:file rain_perms;')\n"))));
        }

        compiled.Compile();
    }

    private static IEnumerable<(string Name, string Text)> Bindings(params HeaderFile[] files) => Bindings(SmallTree.Read(), files);

    private static IEnumerable<(string Name, string Text)> Bindings(HeaderTree below, params HeaderFile[] files) => BaseBindings.Write(BindingNames.Of(HeaderTree.Read(files, below)));
}

using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Naming;
using TypedPolicy.Tests.Hostile;
using Xunit;

namespace TypedPolicy.Conversion.Tests.Hostile;

/// <summary>What stands in a module's files becomes names, literals and comments of C#, and never anything else.</summary>
public sealed class HostileModuleTests
{
    private const string Rules = """
        policy_module(till, 1.2)
        gen_tunable(till_open, false)
        # Takes the money.
        type till_t;
        type till_exec_t;
        role clerk_r;
        shop_service(till_t, till_exec_t)
        type drawer_t alias drawer_old_t;
        shop_file(drawer_t)
        allow till_t drawer_t:file { read getattr };
        allow till_t self:process signal;
        allow init_t till_t:process transition;
        type_transition till_t drawer_t:file till_exec_t "coin";
        range_transition till_t drawer_t:process s0 - s0:c0.c3;
        role clerk_r types till_t;
        if (till_open) { allow till_t drawer_t:dir search; }
        optional_policy(`shop_read_goods(till_t)')
        till_look(till_t)
        """;

    private const string Interfaces = """
        ## <summary>Look.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`till_look',`
            gen_require(`type drawer_t;')
            # Looks.
            allow $1 drawer_t:file { read };
        ')
        """;

    private const string Labels = """
        # The program.
        /usr/bin/till	--	gen_context(system_u:object_r:till_exec_t,s0)
        /var/till(/.*)?		gen_context(system_u:object_r:drawer_t,s0:c1)
        /srv/till	-d	user_u:object_r:shop_goods_t:s0
        /srv/none	<<none>>
        """;

    [Theory]
    [InlineData("a/*\u2028(public\u00A0static\u00A0class\u00A0Extra\u00A0{\u00A0}\u2028(//*/")]
    [InlineData("a_t>, Extra")]
    [InlineData("a;b")]
    [InlineData("a\u0085b")]
    [InlineData("$1_t")]
    [InlineData("1a")]
    [InlineData("")]
    public void A_context_whose_parts_are_no_names_is_not_converted_and_noted(string part)
    {
        foreach (var context in new[] { $"system_u:object_r:{part}:s0", $"{part}:object_r:till_t:s0", $"system_u:{part}:till_t:s0" })
        {
            var converted = SmallPolicy.Convert("policy_module(till, 1)\ntype till_t;\n", labels: $"/srv/x\t--\t{context}\n");
            Assert.NotEmpty(converted.Notes);
            var written = Compiled(converted);
            written.Parse();
            Assert.DoesNotContain(converted.Files, f => f.Text.Contains("[FileContext", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("type a$1_t;")]
    [InlineData("type $1;")]
    [InlineData("type $*;")]
    [InlineData("if ($1) { allow till_t self:process signal; }")]
    [InlineData("allow till_t a$1b_t:file read;")]
    [InlineData("optional { type a$1_t; }")]
    public void A_dollar_outside_of_a_macro_is_no_part_of_a_name(string statement)
    {
        var converted = SmallPolicy.Convert($"policy_module(till, 1)\ntype till_t;\n{statement}\n");
        Assert.Contains(converted.Notes, n => n.Place?.Line == 3);
        Compiled(converted).Parse();
    }

    [Theory]
    [InlineData("till\u2028x")]
    [InlineData("till; class X")]
    [InlineData("1")]
    [InlineData("té")]
    public void The_name_of_a_module_becomes_an_identifier(string name) =>
        Assert.Matches(@"\A[A-Z][A-Za-z0-9]*\z", Identifiers.Of(NameOf.Words(name)));

    [Fact]
    public void Any_text_becomes_an_identifier()
    {
        var mutations = new TextMutations(4);
        for (var i = 0; i < 5_000; i++)
        {
            var (name, _) = new ClassNames().Give(mutations.Text(), EntityKind.Type);
            Assert.Matches(@"\A[A-Z][A-Za-z0-9]*\z", name);
        }
    }

    [Fact]
    public void Two_thousand_damaged_modules_become_C_sharp_that_parses_and_holds_nothing_but_policy()
    {
        var mutations = new TextMutations(5);
        var compiled = new CompiledTexts("TillPolicy");
        for (var i = 0; i < 2_000; i++)
        {
            var (te, interfaces, labels) = (Rules, Interfaces, Labels);
            switch (i % 3)
            {
                case 0:
                    te = mutations.Damage(te);
                    break;
                case 1:
                    interfaces = mutations.Damage(interfaces);
                    break;
                default:
                    labels = mutations.Damage(labels);
                    break;
            }

            compiled.Add(SmallPolicy.Convert(te, interfaces, labels).Files.Select(f => (f.Name, f.Text)));
        }

        compiled.Parse();
    }

    private static CompiledTexts Compiled(ConvertedModule converted)
    {
        var compiled = new CompiledTexts(converted.Namespace);
        compiled.Add(converted.Files.Select(f => (f.Name, f.Text)));
        return compiled;
    }
}

using System.Text;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Differential;
using TypedPolicy.Refpolicy.Tests.Headers;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Expansion;

/// <summary>
/// An interface is expanded without places, and calls that were made before are not made again. A module is expanded with places and call by call, so it shows whether that comes to the same.
/// </summary>
public sealed class RepeatedCallTests
{
    // What makes a call depend on what follows it, or change what comes later.
    private const string Tricks = """
        define(`swim_perms',`{ swim dive }')
        define(`half',`allow $1 self:process { sig')
        define(`rest',`nal };')
        define(`swallow',`allow $1 self:fd use; dnl')
        define(`starts_call',`swim_pattern')
        define(`open_call',`swim_pattern($1,')
        define(`swim_pattern',`allow $1 $2:file swim_perms;')
        define(`named',`ifdef(`here',`allow $1 self:process fork;',`allow $1 self:process signal;')')
        define(`defines',`define(`here')')
        define(`undefines',`undefine(`here')')
        define(`pushes',`pushdef(`here')named($1)popdef(`here')')
        define(`leaves',`pushdef(`here')')
        define(`returns',`popdef(`here')')
        define(`quotes',`changequote([,])')
        define(`usual',`changequote(`,')')
        define(`hides',`divert(-1)')
        define(`shows',`divert(0)')
        define(`later',`divert(1)allow $1 self:process getattr;divert(0)')
        define(`asks',`ifelse(__line____file__,`0',`named($1)')')
        define(`stem',`swim')
        define(`same',`$1')
        define(`second',`swim_pattern')
        define(`runs',`syscmd(`x')allow $1 self:process fork;')
        define(`says',`errprint(`$1')')
        define(`quoted',``named'($1)')
        define(`comment',`allow $1 self:process fork; # $1')
        define(`unread',`alow $1 self:process fork;')
        """;

    private static readonly string[] Fragments =
    [
        "swim_pattern($1, water_t)\n", "allow $1 water_t:file swim_perms;\n", "half($1)rest\n", "swallow($1)\nallow $1 self:key read;\n", "starts_call($1, water_t)\n", "open_call($1) water_t)\n",
        "named($1)\n", "defines\n", "undefines\n", "pushes($1)\n", "leaves\n", "returns\n", "quotes[]usual\n", "hides\nswim_pattern($1, water_t)\nshows\n", "later($1)\n", "asks($1)\n", "says($1)\n",
        "quoted($1)\n", "comment($1)\n", "allow $1 self:half(x) rest\n", "type starts_call_t;\n", "allow $1 starts_call`'_t:file swim_perms;\n", "optional_policy(`swim_pattern($1, water_t)')\n",
        "gen_require(`type water_t;')\n", "unread($1)\n", "swim_pattern($1, `water_t')swim_pattern($1, water_t)\n", "ifelse(`$1',`',`named(x_t)',`named($1)')\n", "swim_permsx\n", "swim_perms(x)\n",
        "allow $1 water_t:file stem(x)_perms;\n", "attribute stem(x);\n", "swim_pattern($1, same(water_t))\n", "allow $1 same(water_t):file swim_perms;\n", "second(x)($1, water_t)\n", "second(x)\n", "runs($1)\n", "quotes\nnamed([$1])\nusual\n", "defines\nnamed($1)\nundefines\nnamed($1)\n",
    ];

    [Fact]
    public void Four_thousand_interfaces_that_call_each_other_come_to_what_modules_of_the_same_calls_come_to()
    {
        var random = new Random(11);
        var (whole, failed) = (0, 0);
        for (var round = 0; round < 100; round++)
        {
            var header = new StringBuilder();
            for (var i = 0; i < 40; i++)
            {
                header.Append($"interface(`pond_{i}',`\n");
                for (var n = random.Next(1, 6); n > 0; n--)
                {
                    // Most are harmless, or nothing would ever be the same again.
                    header.Append('\t').Append(Fragments[random.Next(3) == 0 ? random.Next(Fragments.Length) : random.Next(2)]);
                    if (i > 0 && random.Next(3) > 0)
                    {
                        header.Append($"\tpond_{random.Next(i)}({(random.Next(3) == 0 ? "$1_t" : "$1")})\n");
                    }
                }

                header.Append("')\n");
            }

            var tree = HeaderTree.Read([new HeaderFile("a.spt", SmallTree.Support + "\n" + Tricks), new HeaderFile("kernel/pond.if", header.ToString())]);
            foreach (var item in tree.Interfaces)
            {
                var count = item.Signature.Parameters.Length;
                var expanded = item.Expand(count);
                var module = tree.Expand("pond.te", $"{item.Name}({string.Join(",", Enumerable.Range(1, count).Select(n => $"`tp_hole_{n}_'"))})");

                Assert.Equal(module.Problems.Select(p => p.Message), expanded.Problems.Select(p => p.Message));
                Assert.Equal(module.Block.Statements.Select(s => (s.Start, s.Length)), expanded.Block.Statements.Select(s => (s.Start, s.Length)));
                Assert.Equal(ExpansionWriter.Write(expanded with { Block = module.Block }), ExpansionWriter.Write(expanded));
                whole += expanded.Compiles ? 1 : 0;
                failed += expanded.Compiles ? 0 : 1;
            }
        }

        Assert.True(whole > 800, $"Only {whole} interfaces compile.");
        Assert.True(failed > 200, $"Only {failed} interfaces do not.");
    }

    [Fact]
    public void Threads_that_ask_one_tree_at_once_get_what_one_gets()
    {
        var expected = SmallTree.Read().Interfaces.Select(i => ExpansionWriter.Write(i.Expand())).ToList();
        for (var round = 0; round < 100; round++)
        {
            var tree = SmallTree.Read();
            Assert.All(Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => tree.Interfaces.Select(i => ExpansionWriter.Write(i.Expand())).ToList()), found => Assert.Equal(expected, found));
        }
    }

    [Fact]
    [Trait("Needs", "toolchain")]
    public void Every_interface_of_Debian_comes_to_what_a_module_with_its_call_comes_to()
    {
        var tree = ModuleCompiler.ReadDebian();
        foreach (var item in tree.Interfaces)
        {
            var expanded = item.Expand();
            var module = tree.Expand("call.te", $"{item.Name}({string.Join(",", Enumerable.Range(1, expanded.Arguments).Select(n => $"`tp_hole_{n}_'"))})");

            Assert.Equal(module.Problems.Select(p => p.Message), expanded.Problems.Select(p => p.Message));
            Assert.Equal(module.Block.Statements.Select(s => (s.Start, s.Length)), expanded.Block.Statements.Select(s => (s.Start, s.Length)));
            Assert.Equal(ExpansionWriter.Write(expanded with { Block = module.Block }), ExpansionWriter.Write(expanded));
        }
    }
}

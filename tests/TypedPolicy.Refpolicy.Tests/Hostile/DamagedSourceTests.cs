using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Refpolicy.Sources;
using TypedPolicy.Refpolicy.Tests.Differential;
using TypedPolicy.Refpolicy.Tests.Headers;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Hostile;

/// <summary>Damaged sources end in statements and in errors with a place: no exception, no hang, no memory without bound.</summary>
public sealed class DamagedSourceTests
{
    private const string Module = """
        policy_module(pond, 1.0.0)
        gen_require(`type pond_t; class file { read open };')
        type carp_t, swimmer;
        pond_look(carp_t)
        frog_template(carp, carp_t)
        allow carp_t { pond_t -mud_t }:{ file dir } look_perms;
        type_transition carp_t pond_t:file mud_t "a name";
        range_transition carp_t pond_t:process s0 - s0:c0.c1023;
        role system_r types carp_t;
        if (pond_deep && !(pond_frozen || pond_dry)) { allow carp_t self:process signal; } else { dontaudit carp_t self:process signal; }
        optional_policy(`pond_swim(system_r, carp_t)',`pond_old(carp_t)')
        tunable_policy(`pond_deep',`pond_look(carp_t)')
        ifdef(`distro_debian',`pond_dig(carp_t, mud_t, file, "x")')
        """;

    private const string Labels = """
        # Water.
        /var/pond(/.*)?	-d	gen_context(system_u:object_r:pond_t,s0:c1,mcs_allcats)
        ifdef(`distro_debian',`
        /etc/pond	--	<<none>>
        ',`
        /etc/ponds	system_u:object_r:pond_t:s0
        ')
        """;

    [Fact]
    public void Six_thousand_damaged_texts_of_our_own()
    {
        var below = SmallTree.Read();
        var mutations = new Mutations(1);
        for (var i = 0; i < 2_000; i++)
        {
            Header(new HeaderFile("x.if", mutations.Damage(SmallTree.Ponds.Replace("pond_", "lake_", StringComparison.Ordinal), Module)), below, mostInterfaces: 10);
            var module = mutations.Damage(Module, SmallTree.Ponds);
            HavePlaces(PolicySource.Read("x.te", module).Problems);
            HavePlaces(below.Expand("x.te", module).Problems);
            HavePlaces(ReadLabels(mutations.Damage(Labels, Module)));
        }
    }

    [Fact]
    [Trait("Needs", "toolchain")]
    public void Four_thousand_damaged_headers_of_Debian_and_modules_that_call_them()
    {
        var below = ModuleCompiler.ReadDebian();
        var mutations = new Mutations(2);
        var headers = DebianHeaders.Interfaces.Select(File.ReadAllText).Where(text => text.Length is > 200 and < 40_000).ToList();
        var names = below.Interfaces.Where(i => i.Signature.Parameters.Length > 0).Select(i => i.Name).ToList();
        for (var i = 0; i < 2_000; i++)
        {
            Header(new HeaderFile("x.if", mutations.Damage(mutations.Pick(headers), Module)), below, mostInterfaces: 3);
            var calls = string.Concat(Enumerable.Range(0, 5).Select(_ => $"{mutations.Pick(names)}(carp_t, mud_t, file)\n"));
            HavePlaces(below.Expand("x.te", mutations.Damage("module x 1.0;\n" + calls, Module)).Problems);
        }
    }

    [Theory]
    [InlineData("a(\n")]
    [InlineData("a(`\n")]
    [InlineData("\"\n")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("allow\n")]
    [InlineData("require {\n")]
    [InlineData("interface(`x',`\n")]
    [InlineData("## <param name=\"a\">\n")]
    [InlineData("ifdef(`x',`\n")]
    [InlineData("tp_hole_1_")]
    [InlineData("$1")]
    [InlineData("optional_policy(`')\n")]
    public void A_hundred_thousand_times_the_same_takes_no_longer_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));
        HavePlaces(PolicySource.Read("x.te", text).Problems);
        HavePlaces(ReadLabels(text));
        Header(new HeaderFile("x.if", text), SmallTree.Read(), mostInterfaces: 3);
    }

    [Theory]
    [InlineData("define(`x',`x x')x")]
    [InlineData("define(`x',`$1$1')define(`y',`x(`$1$1')')define(`z',`y(`$1$1')z(`$1$1')')z(`allow a b:c d;')")]
    [InlineData("esyscmd(`id')include(`/etc/passwd')")]
    public void A_macro_that_never_ends_or_reaches_out_is_an_error(string text)
    {
        var expanded = SmallTree.Read().Expand("x.te", text);
        Assert.False(expanded.Compiles);
        HavePlaces(expanded.Problems);
    }

    [Fact]
    public void Interfaces_that_each_apply_another_twice_stop_at_a_limit()
    {
        var text = string.Concat(Enumerable.Range(1, 21).Select(i => $"interface(`mist_{i}',`mist_{i - 1}($1) mist_{i - 1}($1)')\n"));
        var tree = HeaderTree.Read([new HeaderFile("x.if", "interface(`mist_0',`allow $1 self:file read;')\n" + text)], SmallTree.Read());

        Assert.True(tree.Find("mist_10")!.Expand().Compiles);
        foreach (var level in new[] { 17, 21 })
        {
            var expanded = tree.Find($"mist_{level}")!.Expand();
            Assert.False(expanded.Compiles);
            Assert.Contains(expanded.Problems, p => p.Message.Contains("do too much", StringComparison.Ordinal));
        }
    }

    private static void Header(HeaderFile file, HeaderTree below, int mostInterfaces)
    {
        var tree = HeaderTree.Read([file], below);
        HavePlaces(tree.Problems);
        foreach (var item in tree.Interfaces.Take(mostInterfaces))
        {
            Assert.NotNull(item.Documentation.Summary);
            Assert.InRange(item.Signature.LeastArguments, 0, item.Signature.Parameters.Length);
            var expanded = item.Expand();
            HavePlaces(expanded.Problems);
            Assert.True(ExpansionWriter.Write(expanded).Length < 64 << 20);
            Assert.True(item.Deprecation is null || item.Body.Contains("refpolicywarn", StringComparison.Ordinal));
        }
    }

    private static ImmutableArray<SourceProblem> ReadLabels(string text) =>
        ModuleReader.Read(SmallTree.Read(), SupportMacros.Read([]), [new HeaderFile("x.fc", text)]).Problems;

    private static void HavePlaces(IEnumerable<SourceProblem> problems)
    {
        var all = problems.ToList();
        Assert.InRange(all.Count, 0, ProblemList.Max);
        Assert.All(all, problem => Assert.True(problem.Place is { Line: > 0, Column: > 0 } || !problem.Calls.IsEmpty, problem.ToString()));
    }
}

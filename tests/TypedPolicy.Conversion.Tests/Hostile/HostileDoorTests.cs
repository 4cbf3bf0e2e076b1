using TypedPolicy.Conversion.Base;
using TypedPolicy.Model.Index;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Indexing;
using TypedPolicy.Refpolicy.Tests.Headers;
using TypedPolicy.Tests.Hostile;
using Xunit;

namespace TypedPolicy.Conversion.Tests.Hostile;

/// <summary>Five thousand hostile strings, each in a place of a header or of a module: what comes of them is C# that holds nothing else, and an index that reads as it was written.</summary>
public sealed class HostileDoorTests
{
    // Each ends something of C# or m4, and would leave a member behind.
    private static readonly string[] Escapes =
    [
        "*/\u2028public static class Extra { public static int Field = 1; }\u2029/*", "\u0085public static class Extra { public static int Field = 1; }//", "\";public static int Field = 1;//", "</summary>\u2028public int Field;//",
        "x();/*\npublic static class Extra { public static int Field; }\n//*/public sealed class Y", ")]public class Extra { public int Field; }//", "')define(`x',`", "\r\npublic class Extra { public int Field; }",
    ];

    // Where a string can stand in a header: its own file, so that what it swallows is its own.
    private static readonly string[] Headers =
    [
        "interface(`§',`pond_look($1)')", "template(`§',`pond_look($1)')", "interface(`mist_#',`§')", "interface(`mist_#',`allow $1 §:file read;')", "interface(`mist_#',`gen_require(`type §;') allow $1 §:file read;')",
        "interface(`mist_#',`gen_require(`class § { read }; type mist_t;') allow $1 mist_t:§ read;')", "interface(`mist_#',`gen_require(`class fog { § }; type mist_t;') allow $1 mist_t:fog §;')",
        "interface(`mist_#',`gen_require(`attribute §;') typeattribute $1 §;')", "interface(`mist_#',`gen_require(`role §;') role § types $1;')", "interface(`mist_#',`tunable_policy(`§',`pond_look($1)')')",
        "interface(`mist_#',`type_transition $1 pond_t:file $2 \"§\";')", "interface(`mist_#',`refpolicywarn(`§') pond_look($1)')", "## <summary>§</summary>\ninterface(`mist_#',`pond_look($1)')",
        "## <desc>§</desc>\ninterface(`mist_#',`pond_look($1)')", "## <param name=\"§\"><summary>§</summary></param>\ninterface(`mist_#',`pond_look($1)')", "## <param name=\"a\" optional=\"§\"><summary>A</summary></param>\ninterface(`mist_#',`pond_look($1)')",
        "interface(`mist_#',`range_transition $1 pond_t:process §;')", "interface(`mist_#',`allowxperm $1 pond_t:file ioctl §;')", "interface(`mist_#',`domtrans_pattern($1, pond_t, §)')", "# §\ninterface(`mist_#',`pond_look($1)')",
    ];

    private static readonly string[] Modules =
    [
        "type §;", "type a_t alias §;", "attribute §;", "role §;", "role a_r types §;", "allow till_t §:file read;", "allow till_t self:§ read;", "allow till_t self:file §;", "type_transition till_t till_t:file till_t \"§\";",
        "range_transition till_t till_t:process §;", "gen_tunable(§, false)", "bool § false;", "if (§) { allow till_t self:file read; }", "optional_policy(`§')", "optional_policy(`shop_read_goods(§)')", "shop_service(till_t, §)",
        "shop_filetrans(till_t, till_t, file, \"§\")", "# §", "allowxperm till_t self:file ioctl §;", "typeattribute till_t §;", "ifdef(`§',`allow till_t self:file read;')", "§", "constrain file read §;", "user § roles system_r;",
        "allow till_t { till_t -§ }:file read;", "neverallow § till_t:file read;",
    ];

    private static readonly string[] Labels =
    [
        "/srv/§\t--\tgen_context(system_u:object_r:till_t,s0)", "/srv/a\t§\tgen_context(system_u:object_r:till_t,s0)", "/srv/b\t--\tgen_context(§,s0)", "/srv/c\t--\tgen_context(system_u:object_r:§,s0)", "/srv/d\t--\tgen_context(§:object_r:till_t,s0)",
        "/srv/e\t--\tgen_context(system_u:object_r:till_t,§)", "/srv/f\t--\tsystem_u:object_r:§:s0", "# §", "HOME_DIR/§\t--\tgen_context(system_u:object_r:till_t,s0)", "ifdef(`§',`/srv/g -- <<none>>')",
    ];

    [Fact]
    public void Headers_become_C_sharp_that_compiles_and_an_index_that_is_read()
    {
        var mutations = new TextMutations(21);
        var below = SmallTree.Read();
        var compiled = new CompiledTexts(BindingNames.Namespace);
        for (var batch = 0; batch < 50; batch++)
        {
            var tree = HeaderTree.Read(Enumerable.Range(0, 100).Select(i => Header(i, mutations)), below);
            Assert.All(tree.Problems, p => Assert.DoesNotContain(p.Message, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E'));
            var names = BindingNames.Of(tree);
            compiled.Add(BaseBindings.Write(names));
            var index = BaseIndexWriter.Write(BaseIndexBuilder.Build(tree, names, null, "mist", ""));
            Assert.Equal(index, BaseIndexWriter.Write(BaseIndexReader.Read(index, out var problem)));
            Assert.Null(problem);
        }

        compiled.Compile();
    }

    [Fact]
    public void Modules_become_C_sharp_that_parses()
    {
        var mutations = new TextMutations(22);
        var compiled = new CompiledTexts("TillPolicy");
        for (var i = 0; i < 2_500; i++)
        {
            var module = $"policy_module(till, {(i % 50 == 0 ? Text(mutations) : "1.0")})\ntype till_t;\n{mutations.Pick(Modules).Replace("§", Text(mutations), StringComparison.Ordinal)}\n";
            var label = mutations.Pick(Labels).Replace("§", Text(mutations), StringComparison.Ordinal) + "\n";
            var converted = SmallPolicy.Convert(module, i % 10 == 0 ? Header(i, mutations).Text.Replace("mist", "till", StringComparison.Ordinal) : null, label);
            Assert.All(converted.Notes, n => Assert.DoesNotContain(n.Message, char.IsControl));
            compiled.Add(converted.Files.Select(f => (f.Name, f.Text)));
        }

        compiled.Parse();
    }

    private static HeaderFile Header(int number, TextMutations mutations)
    {
        var text = mutations.Pick(Headers).Replace("#", $"{number}", StringComparison.Ordinal).Replace("§", Text(mutations), StringComparison.Ordinal);
        var path = mutations.Pick(["nature", "nature", "nature", "nature", "nature", "nature", "nature", Text(mutations)]);
        return new($"{path}/mist{number}.if", text + "\n");
    }

    private static string Text(TextMutations mutations) =>
        mutations.Pick(["", "a_t", "mist"]) + mutations.Pick(["", mutations.Text()]) + mutations.Pick(["", mutations.Pick(Escapes)]) + mutations.Pick(["", mutations.Text()]);
}

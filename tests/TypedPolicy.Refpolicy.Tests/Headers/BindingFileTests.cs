using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Headers;

/// <summary>The C# files of bindings.</summary>
public sealed class BindingFileTests
{
    private const string Alike = """
        ## <summary>One.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`TownHall_read_state',`
        	gen_require(` type TownHall_t; ')
        	allow $1 TownHall_t:file read;
        ')
        ## <summary>Two.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`townhall_signal',`
        	gen_require(` type TownHall_t; ')
        	allow $1 TownHall_t:process signal;
        ')

        """;

    [Fact]
    public void Names_that_differ_in_case_only_are_in_one_file_since_file_systems_may_take_two_for_one()
    {
        var files = Write(Alike);
        Assert.Equal(files.Length, files.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var both = Assert.Single(files, f => f.Name.Equals("townhall.cs", StringComparison.OrdinalIgnoreCase)).Text;
        Assert.Contains("class TownHall\n", both, StringComparison.Ordinal);
        Assert.Contains("class Townhall\n", both, StringComparison.Ordinal);
        Assert.Contains("[global::TypedPolicy.External(\"TownHall_t\")]", both, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lamp_Read_oil")]
    [InlineData("lamp_READ_oil")]
    [InlineData("lamp__read_oil")]
    [InlineData("lamp_read__oil")]
    [InlineData("Lamp_read_oil")]
    public void A_name_that_is_spelled_oddly_does_not_take_the_C_sharp_name_of_another(string odd)
    {
        static string Interface(string name) => $"interface(`{name}',`\n\tgen_require(` type oil_t; ')\n\tallow $1 oil_t:file read;\n')\n";
        foreach (var text in new[] { Interface(odd) + Interface("lamp_read_oil"), Interface("lamp_read_oil") + Interface(odd) })
        {
            var names = BindingNames.Of(HeaderTree.Read([new("support.spt", SmallTree.Support), new("kernel/lamp.if", text)]));
            Assert.Equal("Lamp.ReadOil", names.OfInterface("lamp_read_oil"));
            Assert.NotEqual("Lamp.ReadOil", names.OfInterface(odd));
        }
    }

    [Fact]
    public void An_interface_that_does_not_compile_is_an_error_where_it_is_applied()
    {
        var text = Assert.Single(Write("interface(`lamp_use',`\n\tallow $1 self:process signal;\n\tlamp_oil($1)\n')\n"), f => f.Name == "Lamp.cs").Text;
        Assert.Contains("[global::System.Obsolete(\"lamp_use does not compile in this base policy: no interface or macro is named lamp_oil (x/all.if:3:2).\", true)]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_of_the_support_files_is_an_attribute_with_the_parameters_that_its_comments_name()
    {
        var tree = SmallTree.Read(new HeaderFile("support/ways.spt", """
            # Parameters:
            # 1. domain type
            # 2. shelf type
            define(`dust_shelves_pattern',`allow $1 $2:dir { search write };')
            # may_run(domain,program)
            define(`may_run',`allow $1 $2:file execute;')
            define(`in_brackets',`($1)')
            define(`shelf_perms',`{ read write }')
            define(`shelf_block',`optional { $1 }')
            """));
        var text = Assert.Single(BindingWriter.Write(BindingNames.Of(tree), []), f => f.Name == "Pattern.cs").Text;

        Assert.Equal(["dust_shelves_pattern", "may_run", "walk_pattern"], tree.Patterns.Select(p => p.Name));
        Assert.Contains("public sealed class DustShelvesAttribute<TShelfType>()", text, StringComparison.Ordinal);
        Assert.Contains("public sealed class MayRunAttribute<TProgram>()", text, StringComparison.Ordinal);
        Assert.Contains("[global::TypedPolicy.BaseInterface(\"dust_shelves_pattern\", \"(allow {subject} {arg1} (dir (search write)))\\n\")]", text, StringComparison.Ordinal);
    }

    private static (string Name, string Text)[] Write(string interfaces) => [.. BindingWriter.Write(BindingNames.Of(SmallTree.Read(new HeaderFile("x/all.if", interfaces))), [])];
}

using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Headers;

/// <summary>The permission sets among the macros of the support files.</summary>
public sealed class PermissionSetTests
{
    private const string Support = """
        define(`lift_box_perms',`{ getattr open }')
        define(`carry_box_perms',`{ lift_box_perms read lift_box_perms }')
        define(`old_box_perms',`
        	# not since autumn
        	refpolicywarn(`old_box_perms() is deprecated.')
        	{ read write }
        ')
        define(`all_kernel_class_perms',`class box { read }; class file { open };')
        define(`other_box_perms',`~{ read }')
        define(`some_box_perms',`{ $1 read }')
        define(`no_box_perms',`')
        define(`box_permissions',`{ read }')
        """;

    [Fact]
    public void A_macro_that_comes_to_permissions_is_a_set_of_them()
    {
        var sets = Tree().PermissionSets.Where(s => s.Name.Contains("box", StringComparison.Ordinal));

        Assert.Equal(
            ["carry_box_perms: getattr open read", "lift_box_perms: getattr open", "old_box_perms: read write"],
            sets.Select(s => $"{s.Name}: {string.Join(' ', s.Permissions)}"));
    }

    [Fact]
    public void What_a_module_names_is_a_set_only_where_it_is_one()
    {
        var macros = SupportMacros.Read([new HeaderFile("support/boxes.spt", SmallTree.Support + Support)]);

        Assert.Equal(["getattr", "open", "read"], macros.PermissionsOf("carry_box_perms"));
        Assert.Equal(["read", "write"], macros.PermissionsOf("old_box_perms"));
        Assert.All(["all_kernel_class_perms", "other_box_perms", "some_box_perms", "no_box_perms", "box_permissions", "read"], word => Assert.Null(macros.PermissionsOf(word)));
    }

    [Fact]
    public void A_set_that_an_interface_file_defines_is_none_of_the_support_files()
    {
        var tree = SmallTree.Read(new HeaderFile("nature/box.if", "interface(`lift_box_perms',`pond_look($1)')\n"));

        Assert.DoesNotContain(tree.PermissionSets, s => s.Name == "lift_box_perms");
    }

    private static HeaderTree Tree() => SmallTree.Read(new HeaderFile("support/boxes.spt", Support));
}

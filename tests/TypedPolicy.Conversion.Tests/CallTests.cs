using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>Calls of interfaces, with arguments of every shape.</summary>
public sealed class CallTests
{
    private const string Head = "policy_module(till, 1.0)\ntype till_t;\ntype till_exec_t;\nshop_service(till_t, till_exec_t)\ntype drawer_t;\nshop_file(drawer_t)\n";

    [Fact]
    public void A_set_of_object_classes_is_one_attribute()
    {
        var till = Till("shop_filetrans(till_t, drawer_t, { dir file sock_file })\nshop_filetrans(till_t, drawer_t, dir, \"coins\")\n");
        Assert.Contains("\n[Shop.Filetrans<Drawer>(typeof(DirPerms), typeof(FilePerms), typeof(SockFilePerms))]\n[Shop.Filetrans<Drawer>(typeof(DirPerms), \"coins\")]\npublic", till, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_of_object_classes_with_a_name_behind_it_is_an_attribute_for_each_class() => Assert.Contains(
        "[Shop.Filetrans<Drawer>(typeof(DirPerms), \"coins\")]\n[Shop.Filetrans<Drawer>(typeof(FilePerms), \"coins\")]\n",
        Till("shop_filetrans(till_t, drawer_t, { dir file }, \"coins\")\n"),
        StringComparison.Ordinal);

    [Fact]
    public void An_argument_that_nothing_is_done_with_is_left_out_and_noted()
    {
        var converted = SmallPolicy.Convert(Head + "shop_read_goods(till_t, drawer_t)\n");
        Assert.Contains("\n[Shop.ReadGoods]\n", Text(converted), StringComparison.Ordinal);
        Assert.Equal("till.te:7:1: shop_read_goods does nothing with drawer_t, which is left out.", Assert.Single(converted.Notes) is var note ? $"{note.Place}: {note.Message}" : "");
    }

    [Fact]
    public void An_interface_that_gives_the_caller_to_a_pattern_is_offered_with_the_pattern()
    {
        var converted = SmallPolicy.Convert(Head, """
            ## <summary>Looks at who looks.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            interface(`till_watch',`
                gen_require(` type till_t; ')
                look_files_pattern(till_t, $1, $1)
            ')
            """);
        Assert.Empty(converted.Notes);
        Assert.Contains(
            """
                [PolicyInterface("till_watch")]
                public sealed class WatchAttribute : PolicyInterfaceAttribute
                {
                    [RulesFor<Till>, Pattern.LookFiles<Owner, Owner>]
                    private static class ForTill;
                }
            """,
            Text(converted),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_of_an_interface_are_called_as_its_comments_call_them()
    {
        var converted = SmallPolicy.Convert(Head + "type t_role_t;\n", """
            ## <summary>Work at the till.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="till role"><summary>The role of who works.</summary></param>
            interface(`till_work',`
                gen_require(` type till_t; ')
                allow $1 till_t:process signal;
                role $2 types till_t;
            ')
            ## <summary>Make a thing in the drawer.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="made"><summary>The type of the thing.</summary></param>
            ## <param name="class"><summary>Its class.</summary></param>
            ## <param name="name"><summary>Its name.</summary></param>
            interface(`till_make',`
                gen_require(` type drawer_t; ')
                type_transition $1 drawer_t:$3 $2 $4;
            ')
            """);
        Assert.Contains("    /// <typeparam name=\"TTillRole\">The role of who works.</typeparam>\n", Text(converted), StringComparison.Ordinal);
        Assert.Contains("    public sealed class MakeAttribute<TMade>(System.Type @class, string name) : PolicyInterfaceAttribute", Text(converted), StringComparison.Ordinal);
    }

    [Fact]
    public void All_permissions_but_some_are_a_complement_in_C_sharp() => Assert.Contains(
        "[Allow<Self>(~CapabilityPerms.SysModule)]\n[Allow<Self>(~(ProcessPerms.Execmem | ProcessPerms.Ptrace))]\n[Allow<Self>(ProcessPerms.Ptrace)]\n",
        Till("allow till_t self:capability ~{ sys_module };\nallow till_t self:process ~{ execmem ptrace };\nallow till_t self:process ptrace;\n"),
        StringComparison.Ordinal);

    private static string Till(string rules) => SmallPolicy.Convert(Head + rules).Files.Single(f => f.Name == "Till.cs").Text;

    private static string Text(ConvertedModule converted) => string.Concat(converted.Files.Select(f => f.Text));
}

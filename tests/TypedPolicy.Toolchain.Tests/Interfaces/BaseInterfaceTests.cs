using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Interfaces;

/// <summary>Interfaces of a base policy, written by hand, applied as attributes: what comes out is linked by secilc and read back.</summary>
[Trait("Needs", "toolchain")]
public sealed class BaseInterfaceTests(BaseInterfaceTests.Base small) : IClassFixture<BaseInterfaceTests.Base>
{
    /// <summary>The base that is linked once.</summary>
    public sealed class Base : IDisposable
    {
        internal SmallBase Small { get; } = new();

        public void Dispose() => Small.Dispose();
    }

    // What a base of its own declares beside the small one.
    private const string Shop = """
        (type shop_goods_t) (roletype object_r shop_goods_t)
        (type shop_till_t) (roletype object_r shop_till_t)
        (typeattribute shop_things) (typeattributeset shop_things (shop_goods_t shop_till_t))
        (typeattribute shop_staff)
        (allow shop_staff shop_till_t (file (getattr)))
        (boolean shop_open false) (boolean shop_closing false)
        """;

    private const string Bindings = """
        using TypedPolicy;
        [External("shop_goods_t")] class Goods;
        static class Shops
        {
            [BaseInterface("shop_read", "(require (type shop_goods_t) (class (file (read open)))) (allow {subject} shop_goods_t (file (read open)))")]
            public sealed class ReadAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_join", "(require (typeattribute shop_staff)) (typeattributeset shop_staff ({subject}))")]
            public sealed class JoinAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_open_or_closing", "(require (type shop_goods_t) (boolean shop_open shop_closing)) (if (or shop_open (not shop_closing)) (true (allow {subject} shop_goods_t (file (write)))) (false (allow {subject} shop_goods_t (file (append)))))")]
            public sealed class OpenOrClosingAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_optional", "(optional (require (type nowhere_t)) (allow {subject} nowhere_t (file (read)))) (optional (require (type shop_till_t)) (allow {subject} shop_till_t (file (write))))")]
            public sealed class OptionalAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_missing", "(require (type nowhere_t shop_goods_t)) (allow {subject} shop_goods_t (file (read)))")]
            public sealed class MissingAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_unused", "(require (type shop_goods_t) (class (dir (search))) (boolean shop_open)) (allow {subject} shop_goods_t (file (read)))")]
            public sealed class UnusedAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_no_class", "(require (type shop_goods_t) (class (lamp (switch)))) (allow {subject} shop_goods_t (file (read)))")]
            public sealed class NoClassAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_no_permission", "(require (type shop_goods_t) (class (dir (dust)))) (allow {subject} shop_goods_t (file (read)))")]
            public sealed class NoPermissionAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_no_boolean", "(require (type shop_goods_t) (boolean shop_haunted)) (allow {subject} shop_goods_t (file (read)))")]
            public sealed class NoBooleanAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_set", "(require (typeattribute shop_things) (type shop_till_t)) (allow {subject} (and (shop_things) (not (shop_till_t))) (file (unlink)))")]
            public sealed class SetAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_trans", "(require (type shop_goods_t)) (typetransition {subject} shop_goods_t {param1} \"{param2}\" {arg1})")]
            public sealed class TransAttribute<T>(System.Type @class, string name) : PolicyInterfaceAttribute;
            [BaseInterface("shop_made", "(require (type shop_goods_t)) (optional (require (type shop_till_t)) (typetransition {subject} shop_till_t {param1} {arg1})) (typetransition {subject} shop_goods_t {param1} \"{param2}\" {arg1}) (allow {subject} shop_goods_t (dir (search)))")]
            [BaseInterface("shop_made", "(require (type shop_goods_t)) (optional (require (type shop_till_t)) (typetransition {subject} shop_till_t {param1} {arg1})) (typetransition {subject} shop_goods_t {param1} {arg1}) (allow {subject} shop_goods_t (dir (search)))", Arguments = 3)]
            public sealed class MadeAttribute<T>(System.Type @class, string? name = null) : PolicyInterfaceAttribute
            {
                public MadeAttribute(System.Type @class, System.Type class2, params System.Type[] classN) : this(@class) { }
            }
            [BaseInterface("shop_anonymous", "(require (type shop_goods_t)) (typetransition {subject} self anon_inode \"[shop]\" shop_goods_t)")]
            public sealed class AnonymousAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_template", "(require (role system_r)) (type {param1}_cart_t) (roletype system_r {param1}_cart_t) (allow {subject} {param1}_cart_t (file (create)))")]
            public sealed class TemplateAttribute(string prefix) : PolicyInterfaceAttribute;
            [BaseInterface("shop_shelf_template", "(require (role system_r)) (type {param1}_shelf_t) (roletype system_r {param1}_shelf_t)")]
            public sealed class ShelfTemplateAttribute(string prefix) : PolicyInterfaceAttribute;
            [BaseInterface("shop_manage", "(require (type shop_goods_t)) (allow {subject} shop_goods_t (file (create))) (allow {subject} shop_goods_t ({param1} (getattr)))")]
            [BaseInterface("shop_manage", "(require (type shop_goods_t)) (allow {subject} shop_goods_t (file (create)))", Arguments = 1)]
            public sealed class ManageAttribute(System.Type? @class = null) : PolicyInterfaceAttribute;
        }
        """;

    private static Policy Compile(string attributes) =>
        Policy.Of([("Bindings.cs", Bindings), ("Policy.cs", "using TypedPolicy;\n[assembly: PolicyModule(\"clerk\")]\n" + attributes + "\n[Domain] class Clerk;\n")], new() { ["TypedPolicyLineMarks"] = "true" });

    private LinkedPolicy Link(string attributes)
    {
        var policy = Compile(attributes);
        Assert.Empty(policy.Problems);
        return small.Small.Link(merging: false, ("shop.cil", Shop), ("clerk.cil", policy.Cil));
    }

    [Fact]
    public void An_interface_that_does_nothing_with_its_class_stands_on_any_and_others_have_a_subject()
    {
        const string Rules = "[Shops.ShelfTemplate(\"red\")] static class Shelves; [Optional] static class WithBlue { [Shops.ShelfTemplate(\"blue\")] static class Blue; }\n";
        var gained = Link(Rules).Dump.Facts().Except(Link("").Dump.Facts());
        Assert.Equal(["roletype object_r blue_shelf_t", "roletype object_r red_shelf_t", "roletype system_r blue_shelf_t", "roletype system_r red_shelf_t"], gained.Where(f => f.StartsWith("roletype", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var problem = Assert.Single(Compile("[Shops.Read] static class Readers;\n").Problems);
        Assert.Contains("TP0002", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_class_that_is_left_out_leaves_its_rules_out()
    {
        var without = Link("").Dump.Facts();
        Assert.Equal(["allow clerk_t shop_goods_t file create"], Link("[Shops.Manage]").Dump.Facts().Except(without));
        Assert.Equal(["allow clerk_t shop_goods_t dir getattr", "allow clerk_t shop_goods_t file create"], Link("[Shops.Manage(typeof(DirPerms))]").Dump.Facts().Except(without).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Several_object_classes_in_one_attribute_are_a_rule_for_each_and_all_else_once()
    {
        var several = Compile("[Shops.Made<Goods>(typeof(FilePerms), typeof(DirPerms), typeof(SockFilePerms), typeof(DirPerms))]").Cil;
        Assert.Contains("; shop_made(clerk_t, shop_goods_t, { file dir sock_file })", several, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(several, "\\(dir \\(search\\)\\)"));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(several, "\\(optional "));
        Assert.Equal(
            Link("[Shops.Made<Goods>(typeof(FilePerms)), Shops.Made<Goods>(typeof(DirPerms)), Shops.Made<Goods>(typeof(SockFilePerms))]").Dump.Facts(),
            Link("[Shops.Made<Goods>(typeof(FilePerms), typeof(DirPerms), typeof(SockFilePerms))]").Dump.Facts());
        Assert.Contains("typetransition clerk_t shop_goods_t file list shop_goods_t", Link("[Shops.Made<Goods>(typeof(FilePerms), \"list\")]").Dump.Facts());
    }

    [Fact]
    public void What_an_interface_says_is_in_the_linked_policy_and_nothing_more()
    {
        var without = Link("").Dump.Facts();
        var with = Link("[Shops.Read, Shops.Join, Shops.OpenOrClosing, Shops.Optional, Shops.Set, Shops.Trans<Goods>(typeof(FilePerms), \"list\"), Shops.Template(\"red\")]").Dump.Facts();
        var expected = small.Small.Link(merging: false, ("shop.cil", Shop), ("clerk.cil", Compile("").Cil), ("rules.cil", """
            (allow clerk_t shop_goods_t (file (read open)))
            (typeattributeset shop_staff (clerk_t))
            (booleanif (or shop_open (not shop_closing)) (true (allow clerk_t shop_goods_t (file (write)))) (false (allow clerk_t shop_goods_t (file (append)))))
            (allow clerk_t shop_till_t (file (write)))
            (allow clerk_t shop_goods_t (file (unlink)))
            (typetransition clerk_t shop_goods_t file "list" shop_goods_t)
            (type red_cart_t) (roletype object_r red_cart_t) (roletype system_r red_cart_t)
            (allow clerk_t red_cart_t (file (create)))
            """)).Dump.Facts();
        Assert.NotEmpty(with.Except(without));
        Assert.Equal(expected.Except(without).Order(StringComparer.Ordinal), with.Except(without).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_transition_on_the_subject_itself_is_one_of_each_type_that_has_it() => Assert.Equal(
        [
            "typetransition baker_t baker_t anon_inode [shop] shop_goods_t",
            "typetransition butcher_t butcher_t anon_inode [shop] shop_goods_t",
            "typetransition clerk_t clerk_t anon_inode [shop] shop_goods_t",
        ],
        Link("[TypeAttribute, Shops.Anonymous] interface ITrade; [Domain] class Baker : ITrade; [Domain] class Butcher : ITrade; [Shops.Anonymous]").Dump.Facts().Where(f => f.StartsWith("typetransition", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_CIL_names_the_call_in_a_comment()
    {
        Assert.Contains("; shop_read(clerk_t)", Compile("[Shops.Read]").Cil, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_name_that_the_base_lacks_is_an_error_of_linking_though_no_rule_uses_it()
    {
        var run = Link("[Shops.Missing]").Run;
        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches(@"typeattributeset[^\n]*\bPolicy\.cs:3\b", run.Output + run.Error);
    }

    [Fact]
    public void A_class_and_a_boolean_that_are_required_and_not_used_leave_no_rule_in_the_policy() => Assert.Equal(
        ["allow clerk_t shop_goods_t file read"],
        Link("[Shops.Unused]").Dump.Facts().Except(Link("").Dump.Facts()));

    [Theory]
    [InlineData("NoClass", "allow")]
    [InlineData("NoPermission", "allow")]
    [InlineData("NoBoolean", "booleanif")]
    public void A_required_class_permission_or_boolean_that_the_base_lacks_is_an_error_at_the_call_and_leaves_an_optional_block_out(string name, string statement)
    {
        var run = Link($"[Shops.{name}]").Run;
        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches($@"{statement}[^\n]*\bPolicy\.cs:3\b", run.Output + run.Error);

        var left = Link($"[Optional, RulesFor<Clerk>, Shops.{name}] static class Maybe;");
        left.Run.Succeeded();

        // Of a permission, libsepol says that it is not there, and leaves the block out like the others.
        Assert.Equal(name == "NoPermission" ? "Failed to resolve permission dust\n" : "", left.Run.Error);
        Assert.Empty(left.Dump.Facts().Except(Link("").Dump.Facts()));
    }

    [Theory]
    [InlineData("[Shops.Trans<Goods>(typeof(FilePerms), \"a\\\") (allow x y (file (read)))\")]")]
    [InlineData("[Shops.Template(\"a_t) (type b\")]")]
    [InlineData("[Shops.Template(\"a b\")]")]
    public void An_argument_that_would_end_its_place_blocks_the_policy(string attribute)
    {
        Assert.NotEmpty(Compile(attribute).Problems);
    }

    [Fact]
    public void An_interface_that_joins_an_attribute_may_not_stand_under_a_condition()
    {
        var policy = Compile("[External(\"shop_open\"), PolicyBoolean] class Open;\n[If<Open>, RulesFor<Clerk>, Shops.Join] static class WhenOpen;");
        Assert.Contains(policy.Problems, p => p.StartsWith("TP1011", StringComparison.Ordinal));
    }
}

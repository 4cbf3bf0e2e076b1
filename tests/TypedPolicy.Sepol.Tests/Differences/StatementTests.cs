using TypedPolicy.Model.Rules;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Differences;

/// <summary>One statement of each kind taken away, added or changed, beside what sediff says of the same two policies.</summary>
[Trait("Needs", "toolchain")]
public class StatementTests
{
    // A line of the policy, what stands in its place, the differences, and whether sediff finds any; null for what it does not compare, or compares by its words.
    public static TheoryData<string, string, string[], bool?> Changes => new()
    {
        { "(handleunknown allow)", "(handleunknown deny)", ["* handle_unknown allow → deny"], true },
        { "(handleunknown allow)", "(handleunknown reject)", ["* handle_unknown allow → reject"], true },
        { "(policycap open_perms)", "(policycap open_perms)\n(policycap nnp_nosuid_transition)", ["+ policycap nnp_nosuid_transition"], true },
        { "(policycap open_perms)", "(policycap network_peer_controls)", ["+ policycap network_peer_controls", "- policycap open_perms"], true },
        { "(common file (ioctl read write getattr))", "(common file (ioctl read write getattr lock))", ["+ permission dir lock", "+ permission file lock", "+ lock in common file"], true },
        { "(class fd (use))", "(class fd (use share))", ["+ permission fd share"], true },
        { "(class fd (use))", "(class fd ())\n(common user (use))\n(classcommon fd user)", ["+ common user", "+ class fd inherits user"], true },
        { "(classorder (process file dir fd))", "(class key (view))\n(classorder (process file dir fd key))", ["+ class key"], true },
        { "(classorder (process file dir fd))", "(classorder (fd dir file process))", [], false },
        { "(sensitivityaliasactual lowest s0)", "(sensitivityaliasactual lowest s1)", ["+ sensitivity s1 alias lowest;", "- sensitivity s0 alias lowest;"], true },
        { "(sensitivityorder (s0 s1 s2))", "(sensitivity s3)\n(sensitivityorder (s0 s1 s2 s3))", ["+ sensitivity s3"], true },
        { "(sensitivityorder (s0 s1 s2))", "(sensitivityorder (s2 s0 s1))", ["* dominance s0 after (none) → s2", "* dominance s2 after s1 → (none)"], null },
        { "(categoryaliasactual blue c1)", "(categoryaliasactual blue c2)", ["+ category c2 alias blue;", "- category c1 alias blue;"], true },
        { "(categoryorder (c0 c1 c2 c3))", "(category c4)\n(categoryorder (c0 c1 c2 c3 c4))", ["+ category c4"], true },
        { "(categoryorder (c0 c1 c2 c3))", "(categoryorder (c3 c0 c1 c2))", ["* category c0 after (none) → c3", "* category c3 after c2 → (none)"], null },
        { "(sensitivitycategory s1 (range c0 c1))", "(sensitivitycategory s1 (range c0 c2))", ["* level s1 s1:c0,c1 → s1:c0.c2"], true },
        { "(userrole clerk_u clerk_r)", "(userrole clerk_u clerk_r)\n(userrole clerk_u system_r)", ["+ system_r in user clerk_u"], true },
        { "(userlevel clerk_u low)", "(userlevel clerk_u middle)", ["* user clerk_u level s0 → s0:c1"], true },
        { "(userrange clerk_u (low middle))", "(userrange clerk_u (low high))", ["* user clerk_u range s0-s0:c1 → s0-s1:c0,c1"], true },
        { "(boolean open false)", "(boolean open true)", ["* bool open false → true"], true },
        { "(boolean late true)", "(boolean late true)\n(boolean extra false)\n(booleanif extra (true (allow till_t till_t (file (read)))))", ["+ boolean extra", "+ allow till_t till_t:file { +read }; [ extra ]"], true },
        { "(type goods_t)", "(type goods_t)\n(type extra_t)", ["+ type extra_t"], true },
        { "(typealiasactual store_t shop_t)", "(typealiasactual store_t clerk_t)", ["+ typealias clerk_t alias store_t;", "- typealias shop_t alias store_t;"], true },
        { "(roletype clerk_r shop_t)", "", ["- shop_t in role clerk_r"], true },
        { "(roletype object_r kernel_t)", "(roletype object_r kernel_t)\n(role extra_r)", ["+ role extra_r"], true },
        { "(typeattributeset thing (till_t goods_t))", "(typeattributeset thing (till_t goods_t kernel_t))", ["+ kernel_t in attribute thing", "+ allow clerk_t kernel_t:file { +getattr +read };", "+ allow junior_t kernel_t:file { +getattr +read };", "+ allow shop_t kernel_t:file { +getattr +read };"], true },
        { "(typepermissive clerk_t)", "", ["- permissive clerk_t"], true },
        { "(typepermissive clerk_t)", "(typepermissive clerk_t)\n(typepermissive till_t)", ["+ permissive till_t"], true },
        { "(typebounds shop_t junior_t)", "", ["- typebounds shop_t junior_t;"], true },
        { "(typebounds shop_t junior_t)", "(typebounds clerk_t junior_t)", ["+ typebounds clerk_t junior_t;", "- typebounds shop_t junior_t;"], null },
        { "(userbounds system_u clerk_u)", "", ["- userbounds system_u clerk_u;"], null },
        { "(rolebounds system_r clerk_r)", "", ["- rolebounds system_r clerk_r;"], null },
        { "(roleallow system_r clerk_r)", "(roleallow clerk_r system_r)", ["+ allow clerk_r system_r;", "- allow system_r clerk_r;"], true },
        { "(roletransition system_r till_t process clerk_r)", "(roletransition system_r goods_t process clerk_r)", ["+ role_transition system_r goods_t:process clerk_r", "- role_transition system_r till_t:process clerk_r"], true },
        { "(allow clerk_t self (process (fork)))", "(allow clerk_t self (process (fork transition)))", ["* allow clerk_t clerk_t:process { +transition };"], true },
        { "(auditallow shop_t goods_t (file (write)))", "", ["- auditallow shop_t goods_t:file { -write };"], true },
        { "(dontaudit clerk_t goods_t (file (write)))", "(dontaudit clerk_t goods_t (file (ioctl)))", ["* dontaudit clerk_t goods_t:file { +ioctl -write };"], true },
        { "(allowx shop_t till_t (ioctl file (0x1234 (range 0x1240 0x1250))))", "(allowx shop_t till_t (ioctl file (0x1234)))\n(allowx shop_t till_t (ioctl file ((range 0x1240 0x1248) (range 0x1244 0x1250))))", [], false },
        { "(allowx shop_t till_t (ioctl file (0x1234 (range 0x1240 0x1250))))", "(allowx shop_t till_t (ioctl file (0x1234)))", ["* allowxperm shop_t till_t:file ioctl 0x1234 0x1240-0x1250 → 0x1234"], true },
        { "(auditallowx shop_t till_t (ioctl file (0x1234)))", "", ["- auditallowxperm shop_t till_t:file ioctl 0x1234"], true },
        { "(dontauditx shop_t till_t (ioctl file ((range 0x5600 0x56ff))))", "(dontauditx shop_t till_t (ioctl file ((range 0x5500 0x56ff))))", ["* dontauditxperm shop_t till_t:file ioctl 0x5600-0x56ff → 0x5500-0x56ff"], true },
        { "(booleanif (and open (not late)) (true (allow clerk_t goods_t (file (write)))))", "", ["- allow clerk_t goods_t:file { -write }; [ open && !late ]"], true },
        { "(booleanif (xor open late) (true (typetransition clerk_t goods_t file till_t)))", "(booleanif (not (eq late open)) (true (typetransition clerk_t goods_t file till_t)))", [], null },
        { "(booleanif (xor open late) (true (typetransition clerk_t goods_t file till_t)))", "(typetransition clerk_t goods_t file till_t)", ["+ type_transition clerk_t goods_t:file till_t", "- type_transition clerk_t goods_t:file [ open ^ late ] till_t"], true },
        { "(typetransition shop_t till_t process clerk_t)", "(typetransition shop_t till_t process shop_t)", ["* type_transition shop_t till_t:process clerk_t → shop_t"], true },
        { "(typetransition shop_t goods_t file \"ledger\" till_t)", "(typetransition shop_t goods_t file \"book\" till_t)", ["+ type_transition shop_t goods_t:file \"book\" till_t", "- type_transition shop_t goods_t:file \"ledger\" till_t"], true },
        { "(typetransition shop_t goods_t file \"ledger\" till_t)", "(typetransition shop_t goods_t file \"ledger\" goods_t)", ["* type_transition shop_t goods_t:file \"ledger\" till_t → goods_t"], true },
        { "(typechange shop_t till_t file goods_t)", "", ["- type_change shop_t till_t:file goods_t"], true },
        { "(typemember shop_t goods_t dir till_t)", "", ["- type_member shop_t goods_t:dir till_t"], true },
        { "(rangetransition shop_t till_t process (low high))", "(rangetransition shop_t till_t process (low middle))", ["* range_transition shop_t till_t:process s0-s1:c0,c1 → s0-s0:c1"], true },
        { "(constrain (dir (add_name)) (or (eq t1 t2) (eq u2 system_u)))", "", ["- constrain dir { add_name } (t1 == t2 or u2 == system_u);"], true },
        { "(constrain (dir (add_name)) (or (eq t1 t2) (eq u2 system_u)))", "(constrain (dir (add_name)) (not (and (neq u2 system_u) (neq t1 t2))))", [], null },
        { "(constrain (dir (add_name)) (or (eq t1 t2) (eq u2 system_u)))", "(constrain (dir (add_name search)) (or (eq t1 t2) (eq u2 system_u)))", ["+ constrain dir { search } (t1 == t2 or u2 == system_u);"], true },
        { "(mlsconstrain (dir (search)) (or (incomp l1 h2) (eq l2 h2)))", "(mlsconstrain (dir (search)) (or (incomp l1 h2) (neq l2 h2)))", ["+ mlsconstrain dir { search } (l1 incomp h2 or l2 != h2);", "- mlsconstrain dir { search } (l1 incomp h2 or l2 == h2);"], true },
        { "(mlsconstrain (dir (search)) (or (incomp l1 h2) (eq l2 h2)))", "", ["- mlsconstrain dir { search } (l1 incomp h2 or l2 == h2);"], true },
        { "(validatetrans file (or (eq t3 clerk_t) (eq u1 u2)))", "", ["- validatetrans file (t3 == clerk_t or u1 == u2);"], true },
        { "(mlsvalidatetrans file (or (eq l1 l2) (eq h1 l2)))", "(mlsvalidatetrans file (eq l1 l2))", ["+ mlsvalidatetrans file l1 == l2;", "- mlsvalidatetrans file (h1 == l2 or l1 == l2);"], true },
        { "(defaultuser file source)", "(defaultuser file target)", ["* default_user file source → target"], true },
        { "(defaultrole dir target)", "", ["- default_role dir target"], true },
        { "(defaulttype file source)", "(defaulttype (file dir) source)", ["+ default_type dir source"], true },
        { "(defaultrange file target low-high)", "(defaultrange file source low)", ["* default_range file target low-high → source low"], true },
        { "(sidcontext kernel (system_u system_r kernel_t (low high)))", "(sidcontext kernel (system_u system_r kernel_t (low low)))", ["* sid kernel system_u:system_r:kernel_t:s0-s1:c0,c1 → system_u:system_r:kernel_t:s0"], true },
        { "(portcon tcp 80 (system_u object_r till_t (low low)))", "(portcon tcp 80 (system_u object_r goods_t (low low)))", ["* portcon tcp 80 system_u:object_r:till_t:s0 → system_u:object_r:goods_t:s0"], true },
        { "(portcon udp (1024 2048) (system_u object_r till_t (low low)))", "(portcon udp (1024 2047) (system_u object_r till_t (low low)))", ["+ portcon udp 1024-2047 system_u:object_r:till_t:s0", "- portcon udp 1024-2048 system_u:object_r:till_t:s0"], true },
        { "(nodecon (127.0.0.1) (255.255.255.255) (system_u object_r till_t (low low)))", "", ["- nodecon 127.0.0.1 255.255.255.255 system_u:object_r:till_t:s0"], true },
        { "(nodecon (fe80::) (ffff::) (system_u object_r till_t (low low)))", "(nodecon (fe80::) (fff0::) (system_u object_r till_t (low low)))", ["+ nodecon fe80:: fff0:: system_u:object_r:till_t:s0", "- nodecon fe80:: ffff:: system_u:object_r:till_t:s0"], true },
        { "(netifcon lo (system_u object_r till_t (low low)) (system_u object_r goods_t (low low)))", "(netifcon lo (system_u object_r till_t (low low)) (system_u object_r till_t (low low)))", ["* netifcon lo (messages) system_u:object_r:goods_t:s0 → system_u:object_r:till_t:s0"], true },
        { "(fsuse xattr ext4 (system_u object_r goods_t (low low)))", "(fsuse trans ext4 (system_u object_r goods_t (low low)))", ["+ fs_use_trans ext4 system_u:object_r:goods_t:s0", "- fs_use_xattr ext4 system_u:object_r:goods_t:s0"], true },
        { "(genfscon proc \"/sys\" (system_u object_r till_t (low low)))", "", ["- genfscon proc /sys system_u:object_r:till_t:s0"], true },
        { "(ibpkeycon \"fe80::\" (1 2) (system_u object_r till_t (low low)))", "(ibpkeycon \"fe80::\" (1 3) (system_u object_r till_t (low low)))", ["+ ibpkeycon fe80:: 0x1-0x3 system_u:object_r:till_t:s0", "- ibpkeycon fe80:: 0x1-0x2 system_u:object_r:till_t:s0"], true },
        { "(ibendportcon mlx4_0 2 (system_u object_r till_t (low low)))", "(ibendportcon mlx4_0 1 (system_u object_r till_t (low low)))", ["+ ibendportcon mlx4_0 1 system_u:object_r:till_t:s0", "- ibendportcon mlx4_0 2 system_u:object_r:till_t:s0"], true },
    };

    [Fact]
    public void Each_changed_statement_is_found_as_sediff_finds_it()
    {
        using var folder = new TemporaryFolder();
        var original = EveryPart.Link(EveryPart.Cil);
        File.WriteAllBytes(folder.At("original"), original);
        var pairs = Changes.Select(row => (Line: (string)row[0], Replacement: (string)row[1], Lines: (string[])row[2], Sediff: (bool?)row[3], Policy: EveryPart.Link(EveryPart.Replaced((string)row[0], (string)row[1])))).ToList();
        foreach (var (i, pair) in pairs.Index())
        {
            File.WriteAllBytes(folder.At($"changed{i}"), pair.Policy);
        }

        var theirs = Setools.Ask("sediff.py", pairs.Select((_, i) => $"{folder.At("original")} {folder.At($"changed{i}")}"));
        Assert.Equal(pairs.Count, theirs.Length);
        var wrong = new List<string>();
        foreach (var (pair, answer) in pairs.Zip(theirs))
        {
            var lines = PolicyDifference.Between(KernelPolicy.Read(original), KernelPolicy.Read(pair.Policy)).Lines.Order(StringComparer.Ordinal);
            if (!lines.SequenceEqual(pair.Lines.Order(StringComparer.Ordinal)))
            {
                wrong.Add($"{pair.Line} → {pair.Replacement}\n  {string.Join("\n  ", lines)}");
            }

            if (pair.Sediff is { } found && found != (answer != "0"))
            {
                wrong.Add($"{pair.Line} → {pair.Replacement}: sediff finds {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Each_kind_of_difference_that_CIL_has_a_statement_for_is_among_them()
    {
        var original = KernelPolicy.Read(EveryPart.Link(EveryPart.Cil));
        var found = Changes.Select(row => PolicyDifference.Between(original, KernelPolicy.Read(EveryPart.Link(EveryPart.Replaced((string)row[0], (string)row[1])))))
            .SelectMany(d => ((IEnumerable<PolicyChange>)[.. d.Names, .. d.Memberships, .. d.Access, .. d.Results, .. d.Statements]).Select(c => c.Kind));
        Assert.Equal(["fscon", "role_dominance"], PolicyDifference.Kinds.Except(found).Order());
    }

    [Fact]
    public void Differences_are_chosen_by_type_and_by_kind()
    {
        var changed = EveryPart.Replaced("(typeattributeset thing (till_t goods_t))", "(typeattributeset thing (till_t))").Replace("(boolean open false)", "(boolean open true)", StringComparison.Ordinal);
        var difference = PolicyDifference.Between(KernelPolicy.Read(EveryPart.Link(EveryPart.Cil)), KernelPolicy.Read(EveryPart.Link(changed)));
        Assert.Equal(
            ["- goods_t in attribute thing", "- allow clerk_t goods_t:file { -getattr -read };"],
            difference.Touching(["goods_t"]).Lines.Where(l => !l.Contains("shop_t", StringComparison.Ordinal) && !l.Contains("junior_t", StringComparison.Ordinal)));
        Assert.Equal(["- allow clerk_t goods_t:file { -getattr -read };"], difference.Touching(["clerk_t"]).Lines);
        Assert.Empty(difference.Touching(["kernel_t"]).Lines);
        Assert.Equal(["* bool open false → true"], difference.OfKinds(["boolean"]).Lines);
        Assert.Equal(4, difference.OfKinds(["allow", "attribute"]).Lines.Count());
    }

    [Fact]
    public void An_attribute_in_a_constraint_that_has_got_a_member_changes_the_constraint()
    {
        var changed = EveryPart.Replaced("(typeattributeset actor (shop_t clerk_t junior_t))", "(typeattributeset actor (shop_t clerk_t junior_t kernel_t))");
        var difference = PolicyDifference.Between(KernelPolicy.Read(EveryPart.Link(EveryPart.Cil)), KernelPolicy.Read(EveryPart.Link(changed)));
        Assert.Equal(["* constrain file { write } ((r1 != r2 and t1 == actor) or u1 == u2); [ actor: +kernel_t ]"], difference.OfKinds(["constrain"]).Touching(["kernel_t"]).Lines);
    }

    [Theory]
    [InlineData("typedpolicy_require")]
    [InlineData("cil_gen_require")]
    [InlineData("base_typeattr_12")]
    [InlineData("greeter_typeattr_3")]
    [InlineData("greeter_typedpolicy_require")]
    [InlineData("greeter_typedpolicy_nobody")]
    public void An_attribute_that_a_compiler_made_up_is_left_out_with_its_members(string name)
    {
        var attribute = $"(type goods_t)\n(typeattribute {name})\n(expandtypeattribute {name} false)\n(typeattributeset {name} (MEMBERS))\n(allow {name} {name} (fd (use)))";
        var one = EveryPart.Replaced("(type goods_t)", attribute.Replace("MEMBERS", "till_t", StringComparison.Ordinal));
        var other = EveryPart.Replaced("(type goods_t)", attribute.Replace("MEMBERS", "till_t goods_t", StringComparison.Ordinal));
        var difference = PolicyDifference.Between(KernelPolicy.Read(EveryPart.Link(one)), KernelPolicy.Read(EveryPart.Link(other)));
        Assert.Contains($"+ goods_t in attribute {name}", difference.Lines);
        Assert.Equal(3, difference.WithoutGeneratedAttributes().Lines.Count());
        Assert.All(difference.WithoutGeneratedAttributes().Access, a => Assert.Equal("fd", a.Class));
        Assert.Empty(PolicyDifference.Between(KernelPolicy.Read(EveryPart.Link(EveryPart.Cil)), KernelPolicy.Read(EveryPart.Link(one))).WithoutGeneratedAttributes().Names);
    }

    [Fact]
    public void An_attribute_that_is_only_named_like_one_stays() => Assert.False(GeneratedNames.Contains("web_typeattr") || GeneratedNames.Contains("typeattr_x_1") || GeneratedNames.Contains("domain"));

    [Theory]
    [InlineData("portcon", "portcon tcp 80", "portcon tcp 79-90", true)]
    [InlineData("portcon", "portcon tcp 80", "portcon udp 80", false)]
    [InlineData("portcon", "portcon tcp 80", "portcon tcp 81-90", false)]
    [InlineData("ibpkeycon", "ibpkeycon fe80:: 0x1-0x9", "ibpkeycon fe80:: 0x9", true)]
    [InlineData("ibpkeycon", "ibpkeycon fe80:: 0x1", "ibpkeycon fe81:: 0x1", false)]
    [InlineData("nodecon", "nodecon 10.0.0.0 255.0.0.0", "nodecon 10.1.0.0 255.255.0.0", true)]
    [InlineData("nodecon", "nodecon 10.0.0.0 255.0.0.0", "nodecon 11.1.0.0 255.255.0.0", false)]
    [InlineData("nodecon", "nodecon 10.0.0.0 255.0.0.0", "nodecon fe80:: ffff::", false)]
    public void Labels_overlap_where_something_matches_both(string kind, string one, string other, bool overlap)
    {
        Assert.Equal(overlap, LabelOverlap.Exists(kind, one, other));
        Assert.Equal(overlap, LabelOverlap.Exists(kind, other, one));
    }

    [Fact]
    public void Labels_that_overlap_and_changed_places_are_a_difference()
    {
        // A kernel sorts the labels of genfscon itself; those of ports it takes in the order of the policy.
        var bytes = EveryPart.Link(EveryPart.Cil + "\n(portcon tcp (70 90) (system_u object_r goods_t (low low)))\n");
        var tables = PolicyReader.Read(bytes);
        tables.Labels.Reverse();
        var lines = PolicyDifference.Between(KernelPolicy.Read(bytes), new(tables)).Lines;
        Assert.Equal(["* order of portcon tcp 80 and portcon tcp 70-90, first portcon tcp 80 → portcon tcp 70-90"], lines);
    }
}

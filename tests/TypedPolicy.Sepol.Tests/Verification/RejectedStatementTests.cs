using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Tests.Support;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Verification;

/// <summary>One wrong input of each kind of CIL statement: the finding has libsepol's reason and the C# line that the statement comes from.</summary>
[Trait("Needs", "toolchain")]
public sealed class RejectedStatementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RejectedStatementTests() => File.WriteAllBytes(_folder.At("base.cil"), Base.Source.Content.ToArray());

    public void Dispose() => _folder.Dispose();

    private const string Names =
        """
        (type a_t) (roletype object_r a_t)
        (type b_t) (roletype object_r b_t)
        (typeattribute group) (typeattributeset group (a_t))
        (role one_r) (role two_r)
        (user one_u) (userrole one_u one_r) (userlevel one_u (s0)) (userrange one_u ((s0) (s0)))
        (boolean open false)
        (macro make ((type x)) (allow x x (file (read))))

        """;

    private const string Context = "(system_u object_r a_t ((s0) (s0)))";

    // The statement, and what the message has of libsepol's words.
    public static TheoryData<string, string> Rejected => new()
    {
        { "(type a_t x)", "Bad type declaration" },
        { "(type open)\n(role one_r)", "Re-declaration of role one_r" },
        { "(typealias a_t)", "Re-declaration of typealias a_t" },
        { "(typealiasactual gone a_t)", "typealiasactual" },
        { "(typeattributeset group (and))", "and" },
        { "(typeattributeset group (b_t (zor a_t b_t)))", "zor" },
        { "(expandtypeattribute group maybe)", "Value must be either 'true' or 'false'" },
        { "(typebounds a_t a_t)", "Circular bounds found for type a_t" },
        { "(typebounds group a_t)", "Bounds parent group is an attribute" },
        { "(typepermissive gone a_t)", "typepermissive" },
        { "(typechange a_t b_t file a_t)\n(typechange a_t b_t file b_t)", "Conflicting type rules" },
        { "(typemember a_t b_t dir a_t)\n(typemember a_t b_t dir b_t)", "existing=a_t" },
        { "(typetransition a_t b_t file a_t)\n(typetransition a_t b_t file b_t)", "The other rule is '(typetransition a_t b_t file a_t)'" },
        { "(typetransition a_t b_t file \"x\" a_t)\n(typetransition a_t b_t file \"x\" b_t)", "Conflicting name type transition rules" },
        { "(booleanif open (true (typetransition a_t b_t file a_t)))\n(typetransition a_t b_t file b_t)", "Conflicting type rules" },
        { "(rangetransition a_t b_t process ((s0) (s0)))\n(rangetransition a_t b_t process ((s0) (s0 (c1))))", "Conflicting Range transition rules" },
        { "(roletransition one_r a_t process two_r)\n(roletransition one_r a_t process one_r)", "Conflicting role transition rules" },
        { "(rolebounds one_r one_r)", "Circular bounds found for role one_r" },
        { "(rolebounds one_r two_r)\n(roletype two_r a_t)", "Role bounds violation, two_r exceeds one_r" },
        { "(userbounds one_u one_u)", "Circular bounds found for user one_u" },
        { "(userbounds one_u late_u)\n(user late_u) (userrole late_u two_r) (userlevel late_u (s0)) (userrange late_u ((s0) (s0)))", "User bounds violation, late_u exceeds one_u" },
        { "(user bare_u)", "User bare_u does not have a default level" },
        { "(user bare_u)\n(userlevel bare_u (s0))", "does not have a level range" },
        { "(userrange one_u ((s0 (c5)) (s0)))", "Low level category set must be a subset of the high level category set" },
        { "(userprefix one_u)", "Bad userprefix" },
        { "(userrole one_u)", "Bad userrole declaration" },
        { "(userattributeset gone)", "Bad userattributeset" },
        { "(allow a_t b_t (file (red)))", "Did you mean 'read'?" },
        { "(auditallow a_t b_t (file ()))", "Bad class-permissions" },
        { "(dontaudit a_t b_t file)", "dontaudit" },
        { "(neverallow a_t b_t (file (raed)))", "Failed to resolve permission raed" },
        { "(allowx a_t b_t (ictl file (0x99)))", "Unknown permissionx kind, ictl" },
        { "(allowx a_t b_t (ioctl file (0x99999)))", "permissionx value 0x99999 must be between 0x0000 and 0xFFFF" },
        { "(booleanif (opn open) (true (allow a_t b_t (file (read)))))", "booleanif" },
        { "(booleanif open (true (type inner_t)))", "booleanif" },
        { "(call make (a_t b_t))", "Unexpected arguments" },
        { "(macro make ((type x)) (allow x x (file (read))))", "Re-declaration of macro make" },
        { "(macro inner ((type x)) (macro deep ((type y)) (allow x y (file (read)))))", "macro" },
        { "(boolean open true)", "Re-declaration of boolean open" },
        { "(boolean maybe perhaps)", "Value must be either 'true' or 'false'" },
        { "(class file (read))", "Re-declaration of class file" },
        { "(constrain (file (raed)) (eq u1 u2))", "Did you mean 'read'?" },
        { "(constrain (file (read)) (eq t1 u1))", "u1, r1, and t1 are not allowed on the right side" },
        { "(constrain (file (read)) (dom u1 u2))", "u2 on the right side must be used with eq or neq as the operator" },
        { "(mlsconstrain (file (read)) (dom h2 h1))", "h1 on the right side must be used with l1 on the left" },
        { "(mlsconstrain (file (read)) (dom h1 x))", "cannot be used on the left side with a string or list on the right side" },
        { "(validatetrans file (eq t4 a_t))", "validatetrans" },
        { "(mlsvalidatetrans file (dom h2 h1))", "h1 on the right side must be used with l1 on the left" },
        { "(defaultuser file source)\n(defaultuser file target)", "User default labeling for class file already specified" },
        { "(defaultrange file source low)\n(defaultrange file source high)", "Range default labeling for class file already specified" },
        { "(defaulttype file sauce)", "either 'source' or 'target'" },
        { "(policycap nope)", "Invalid policycap (nope)" },
        { "(handleunknown deny)", "Policy can not have more than one handleunknown" },
        { "(mls false)", "Policy can not have more than one mls" },
        { "(sensitivity s0)", "Re-declaration of sensitivity s0" },
        { "(sensitivityorder (s0 s0))", "s0" },
        { "(category c5)", "Re-declaration of category c5" },
        { "(categoryorder (gone))", "gone" },
        { "(sidcontext kernel " + Context + ")", "cannot be associated with more than one context" },
        { "(sid kernel)", "Re-declaration of sid kernel" },
        { "(context here (system_u object_r a_t ((s0 (c5)) (s0))))\n(filecon \"/a\" any here)", "Low level category set" },
        { "(filecon \"/a\" flie " + Context + ")", "Invalid file type" },
        { "(filecon \"/a\" file (system_u one_r a_t ((s0) (s0))))", "Role one_r is invalid for user system_u" },
        { "(portcon tpc 9 " + Context + ")", "Invalid protocol" },
        { "(portcon tcp x " + Context + ")", "portcon" },
        { "(portcon tcp 9 " + Context + ")\n(portcon tcp 9 (system_u object_r b_t ((s0) (s0))))", "conflicting portcon" },
        { "(nodecon (10.0.0.300) (255.0.0.0) " + Context + ")", "Bad ip address or netmask: 10.0.0.300" },
        { "(nodecon (10.0.0.0) (ffff::) " + Context + ")", "Nodecon ip address not in the same family" },
        { "(netifcon eth0 " + Context + ")", "Bad netifcon" },
        { "(genfscon proc \"/x\" " + Context + ")\n(genfscon proc \"/x\" (system_u object_r b_t ((s0) (s0))))", "conflicting genfscon" },
        { "(fsuse sometimes ext4 " + Context + ")", "Invalid fsuse" },
        { "(ibpkeycon fe80 (9 10) " + Context + ")", "ibpkeycon" },
        { "(ibendportcon mlx4_0 x " + Context + ")", "ibendportcon" },
        { "(nosuchstatement a_t)", "nosuchstatement" },
        { "(filecon \"/a\" any " + Context + ")(filecon \"/a\" any (system_u object_r b_t ((s0) (s0))))", "'(filecon \"/a\" any (system_u object_r a_t ((s0) (s0))))' here contradicts the one on its line. Each filecon can have only one context: remove one of them." },
        { "(neverallowx a_t self (ioctl file (0x1234)))\n(allow a_t self (file (ioctl)))", "a rule allows what '(neverallowx a_t self (ioctl file (0x1234)))' forbids" },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void A_rejected_statement_has_the_reason_and_the_line(string cil, string reason)
    {
        var text = new StringBuilder(Names);
        foreach (var (i, line) in cil.Split('\n').Index())
        {
            text.Append($";;* lmx {70 + i} \"Policy.cs\"\n{line}\n;;* lme\n");
        }

        var findings = PolicyVerifier.Verify([new(new("own.cil", Encoding.UTF8.GetBytes(text.ToString())), true)], PolicyBase.From([_folder.Path]));
        Assert.NotEmpty(findings);
        Assert.True(findings.Any(f => f.Message.Contains(reason, StringComparison.Ordinal)), string.Join('\n', findings.Select(f => $"{f.Place}: {f.Message}\n[{f.Detail}]")));
        Assert.True(findings.Any(f => f.Place is { IsSource: true, File: "Policy.cs", Line: >= 70 }), string.Join('\n', findings.Select(f => $"{f.Place}: {f.Message}\n[{f.Detail}]")));
    }

    [Fact]
    public void A_constraint_in_C_sharp_that_compares_the_wrong_sides_names_them_at_its_line()
    {
        var policy = Policy.Of(
            [("Policy.cs", "using TypedPolicy;\n[assembly: PolicyModule(\"clerk\")]\n[assembly: MlsValidateTransition(\"(dom h2 h1)\", typeof(FilePerms))]\n[Domain] class Clerk;\n")],
            new() { ["TypedPolicyLineMarks"] = "true" });
        var finding = Assert.Single(PolicyVerifier.Verify([new(new("clerk.cil", Encoding.UTF8.GetBytes(policy.Cil)), true)], PolicyBase.Embedded));
        Assert.Equal("Policy.cs(3)", finding.Place!.ToString());
        Assert.Contains("h1 on the right side must be used with l1 on the left", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_CIL_that_libsepol_rejects_is_an_error_at_its_line()
    {
        var policy = Policy.Of(
            [("Policy.cs", "using TypedPolicy;\n[assembly: PolicyModule(\"clerk\")]\n[Domain] class Clerk;\n[RawCil(\"(handleunknown deny)\")]\n[RulesFor<Clerk>] static class More;\n")],
            new() { ["TypedPolicyLineMarks"] = "true" });
        var finding = Assert.Single(PolicyVerifier.Verify([new(new("clerk.cil", Encoding.UTF8.GetBytes(policy.Cil)), true)], PolicyBase.Embedded));
        Assert.Equal("Policy.cs(4)", finding.Place!.ToString());
        Assert.Contains("Policy can not have more than one handleunknown", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(mlsconstrain (file (read)) (or (dom h1 h2) (neq t1 chronyd_t)))\n(constrain (file (write)) (or (eq u1 u2) (eq r1 staff_r)))")]
    [InlineData("(constrain (process (transition)) (and (not (eq t1 (init_t kernel_t))) (or (incomp r1 r2) (eq u2 (staff_u system_u)))))")]
    [InlineData("(validatetrans file (or (eq t3 chronyd_t) (eq u1 u2)))\n(mlsvalidatetrans dir (or (domby l1 l2) (neq r3 staff_r)))")]
    [InlineData("(user clerk_u)\n(userrole clerk_u staff_r)\n(userlevel clerk_u (s0))\n(userrange clerk_u ((s0) (s0 (range c0 c1023))))\n(userprefix clerk_u clerk)\n(userbounds staff_u clerk_u)")]
    [InlineData("(userlevel staff_u (s0))\n(userrange staff_u ((s0) (s15 (range c0 c1023))))\n(userprefix staff_u user)")]
    [InlineData("(userlevel staff_u systemlow)\n(userrange staff_u (systemlow systemhigh))\n(selinuxuser clerk staff_u (systemlow systemhigh))\n(selinuxuserdefault staff_u whole_range)")]
    [InlineData("(rangetransition init_t chronyd_exec_t process ((s0) (s15 (c3))))\n(rangetransition init_t chronyd_t process whole_range)")]
    [InlineData("(defaultuser file source)\n(defaultrange (dir lnk_file) target low-high)\n(typepermissive chronyd_t)\n(rolebounds staff_r clerk_r)\n(userattribute people)\n(userattributeset people (staff_u))")]
    [InlineData("(filecon \"/a\" file (staff_u object_r bin_t ((s0) (s3))))\n(level here (s1 (c2)))\n(context mine (staff_u object_r bin_t (here here)))\n(portcon tcp 9 mine)")]
    [InlineData("(role system_r)\n(role object_r)\n(user system_u)\n(userrole system_u system_r)\n(userrole system_u object_r)\n(userlevel system_u (s0))\n(userrange system_u ((s0) (s0)))")]
    public void The_small_base_takes_what_a_right_policy_names_of_a_real_one(string cil)
    {
        var findings = PolicyVerifier.Verify([new(new("own.cil", Encoding.UTF8.GetBytes(cil)), true)], PolicyBase.Embedded);
        Assert.True(findings.IsEmpty, string.Join('\n', findings.Select(f => $"{f.Message}\n{f.Detail}")));
    }

    [Theory]
    [InlineData("(constrain (file (write)) (eq t1 gone_t))", "gone_t")]
    [InlineData("(in gone (allow a_t self (file (read))))", "gone")]
    [InlineData("(mlsconstrain (file (read)) (or (dom l1 h2) (eq r2 gone_r)))", "gone_r")]
    [InlineData("(userprefix gone_u x)", "gone_u")]
    [InlineData("(userlevel one_u gone)", "gone")]
    [InlineData("(userrange one_u (gone gone))", "gone")]
    [InlineData("(validatetrans file (eq u3 gone_u))", "gone_u")]
    public void A_name_that_nobody_declares_is_named_and_no_word_of_the_statement_is(string cil, string missing)
    {
        var finding = Assert.Single(Verify(Names + cil));
        Assert.StartsWith($"Neither this policy nor its base declares '{missing}'.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_two_modules_declare_is_an_error_that_names_both()
    {
        var marked = (string file) => Encoding.UTF8.GetBytes($"(allow kernel_t kernel_t (fd (use)))\n;;* lmx 3 \"{file}\"\n(type till_t)\n;;* lme\n(roletype object_r till_t)\n");
        var finding = Assert.Single(PolicyVerifier.Verify([new(new("theirs.cil", marked("Theirs.cs")), false), new(new("own.cil", marked("Own.cs")), true)], PolicyBase.Embedded));
        Assert.Equal("Own.cs(3)", finding.Place!.ToString());
        Assert.StartsWith("'till_t' is declared here and at theirs.cil(3): two modules cannot declare one name.", finding.Message, StringComparison.Ordinal);
    }

    private ImmutableArray<VerificationFinding> Verify(string cil) => PolicyVerifier.Verify([new(new("own.cil", Encoding.UTF8.GetBytes(cil)), true)], PolicyBase.From([_folder.Path]));
}

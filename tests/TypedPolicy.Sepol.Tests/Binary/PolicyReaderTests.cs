using System.Text;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Binary;

/// <summary>What a policy of the tests' own is read as.</summary>
[Trait("Needs", "toolchain")]
public class PolicyReaderTests
{
    private const string Types =
        """
        (type a_t) (roletype object_r a_t) (roletype system_r a_t)
        (type b_t) (roletype object_r b_t)
        (typealias old_b_t) (typealiasactual old_b_t b_t)

        """;

    public static TheoryData<int> Versions => [31, 32, 33];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_version_says_the_same(int version)
    {
        var policy = Read(Types + "(allow a_t b_t (file (read write)))\n(typetransition a_t b_t file \"name\" a_t)\n(typetransition a_t b_t dir \"name\" a_t)\n(typetransition b_t b_t file \"name\" a_t)", version);
        Assert.Equal(version, policy.Version);
        Assert.Equal("allow a_t b_t:file { read write };", Assert.Single(policy.FindAllow("a_t", "old_b_t", "file", "read")).ToString());
        Assert.Equal("a_t", policy.NewType("a_t", "b_t", "file", "name"));
        Assert.Equal("a_t", policy.NewType("b_t", "b_t", "file", "name"));
        Assert.Equal("b_t", policy.NewType("b_t", "b_t", "dir", "name"));
        Assert.Equal("b_t", policy.NewType("a_t", "b_t", "file", "other"));
    }

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    public void A_version_that_is_not_known_is_an_error_that_names_it(int version)
    {
        var linked = Base.Link("", new() { PolicyVersion = version });
        Assert.Contains($"version {version}", Assert.Throws<SepolException>(() => KernelPolicy.Read(linked.Policy)).Message);
    }

    [Theory]
    [InlineData("(allow a_t b_t (file (read)))", "allow a_t b_t:file read;")]
    [InlineData("(auditallow a_t b_t (file (read)))", "auditallow a_t b_t:file read;")]
    [InlineData("(dontaudit a_t b_t (file (read write)))", "dontaudit a_t b_t:file { read write };")]
    [InlineData("(typechange a_t b_t file a_t)", "type_change a_t b_t:file a_t;")]
    [InlineData("(typemember a_t b_t dir a_t)", "type_member a_t b_t:dir a_t;")]
    [InlineData("(typetransition a_t b_t file a_t)", "type_transition a_t b_t:file a_t;")]
    [InlineData("(allowx a_t b_t (ioctl chr_file (0x8910)))", "allowxperm a_t b_t:chr_file ioctl 0x8910;")]
    [InlineData("(allowx a_t b_t (ioctl chr_file ((range 0x8910 0x8912) 0x8920)))", "allowxperm a_t b_t:chr_file ioctl { 0x8910-0x8912 0x8920 };")]
    [InlineData("(allowx a_t b_t (ioctl chr_file (range 0x8900 0x89ff)))", "allowxperm a_t b_t:chr_file ioctl 0x8900-0x89ff;")]
    [InlineData("(dontauditx a_t b_t (ioctl chr_file (0x8910)))", "dontauditxperm a_t b_t:chr_file ioctl 0x8910;")]
    [InlineData("(auditallowx a_t b_t (ioctl chr_file (0x8910)))", "auditallowxperm a_t b_t:chr_file ioctl 0x8910;")]
    [InlineData("(booleanif base_enabled (true (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ base_enabled ]")]
    [InlineData("(booleanif base_enabled (false (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ !base_enabled ]")]
    [InlineData("(booleanif (not base_enabled) (true (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ !base_enabled ]")]
    [InlineData("(booleanif (and base_enabled (or base_disabled (not base_enabled))) (true (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ base_enabled && (base_disabled || !base_enabled) ]")]
    [InlineData("(booleanif (xor base_enabled base_disabled) (false (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ !(base_enabled ^ base_disabled) ]")]
    [InlineData("(booleanif (eq base_enabled base_disabled) (true (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ base_enabled == base_disabled ]")]
    [InlineData("(booleanif (neq base_enabled base_disabled) (true (allow a_t b_t (file (read)))))", "allow a_t b_t:file read; [ base_enabled != base_disabled ]")]
    public void A_rule_is_read_as_the_policy_language_writes_it(string cil, string rule) =>
        Assert.Contains(rule, Read(Types + cil).Rules.Select(r => r.ToString()));

    [Fact]
    public void A_permissive_type_is_known()
    {
        var policy = Read(Types + "(typepermissive a_t)");
        Assert.True(policy.IsPermissive("a_t"));
        Assert.False(policy.IsPermissive("b_t"));
    }

    [Fact]
    public void Members_of_an_attribute_are_those_that_CIL_gives_it()
    {
        const string Attribute = "(typeattribute some) (typeattributeset some (or a_t (and b_t (not a_t)))) (type c_t) (roletype object_r c_t)";
        var policy = KernelPolicy.Read(Base.Link(Types + Attribute, new() { KeepAttributes = true }).Policy);
        Assert.Equal((string[])["a_t", "b_t"], policy.MembersOf("some"));
        Assert.Equal((string[])["some"], policy.AttributesOf("b_t"));
        Assert.Equal((string[])["a_t"], policy.MembersOf("a_t"));
        Assert.Throws<SepolException>(() => policy.MembersOf("another"));
    }

    [Fact]
    public void Every_kind_of_label_is_read()
    {
        const string Context = "(system_u object_r a_t ((s0) (s0)))";
        var policy = Read(Types + string.Concat(
            $"(portcon tcp 80 {Context})\n(portcon udp (90 99) {Context})\n(portcon sctp 5 {Context})\n(portcon dccp 6 {Context})\n",
            $"(netifcon eth0 {Context} {Context})\n(nodecon (10.1.0.0) (255.255.0.0) {Context})\n(nodecon (fe80::1) (ffff::) {Context})\n",
            $"(fsuse xattr ext4 {Context})\n(fsuse task pipefs {Context})\n(fsuse trans tmpfs {Context})\n",
            $"(genfscon proc \"/x\" {Context})\n(ibpkeycon fe80:: (1 9) {Context})\n(ibendportcon mlx 1 {Context})\n"));
        Assert.Equal(
        [
            "fs_use_task pipefs", "fs_use_trans tmpfs", "fs_use_xattr ext4", "genfscon proc /x", "ibendportcon mlx 1", "ibpkeycon fe80:: 0x1-0x9", "netifcon eth0",
            "netifcon eth0 (messages)", "nodecon 10.1.0.0 255.255.0.0", "nodecon fe80::1 ffff::", "portcon dccp 6", "portcon sctp 5", "portcon tcp 80", "portcon udp 90-99",
        ], policy.Tables.Labels.Where(l => !l.Key.StartsWith("sid ", StringComparison.Ordinal)).Select(l => l.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_policy_that_ends_too_early_is_an_error_wherever_it_ends()
    {
        var policy = Base.Link(Types + "(allow a_t b_t (file (read)))").Policy!;
        for (var length = 0; length < policy.Length; length += length < 4000 ? 1 : 37)
        {
            Assert.Throws<SepolException>(() => KernelPolicy.Read(policy.AsSpan(0, length)));
        }

        Assert.Throws<SepolException>(() => KernelPolicy.Read([.. policy, 0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(type a_t)")]
    [InlineData("BZh9")]
    public void What_is_no_policy_is_an_error(string text) => Assert.Throws<SepolException>(() => KernelPolicy.Read(Encoding.UTF8.GetBytes(text)));

    private static KernelPolicy Read(string cil, int version = 33)
    {
        var linked = Base.Link(cil, new LinkOptions { PolicyVersion = version });
        Assert.True(linked.Succeeded, string.Join('\n', linked.Messages));
        return KernelPolicy.Read(linked.Policy);
    }
}

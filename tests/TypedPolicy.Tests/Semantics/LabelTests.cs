using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class LabelTests
{
    [Fact]
    public void A_file_label_is_said_in_the_CIL_and_in_the_file_contexts()
    {
        var policy = Policy.Brief(
            """
            [FileType]
            [FileContext("/srv/web.d", FileKind.Directory), FileContextTree("/srv/data"), FileContextPattern("/srv/log-[0-9]+", FileKind.File, Level = "s0:c1", User = typeof(SystemU))]
            [FileContextNone("/srv/tmp", Form = PathForm.Tree)]
            public class Data;
            """);

        policy.Says(
            "(filecon \"/srv/web\\.d\" dir (system_u object_r data_t ((s0) (s0))))",
            "(filecon \"/srv/data(/.*)?\" any (system_u object_r data_t ((s0) (s0))))",
            "(filecon \"/srv/log-[0-9]+\" file (system_u object_r data_t ((s0 (c1)) (s0 (c1)))))",
            "(filecon \"/srv/tmp(/.*)?\" any ())");
        Assert.Equal(
            """
            # File contexts of policy module test, made by TypedPolicy from C#. Change the C#, not this file.
            /srv/tmp(/.*)?	<<none>>
            /srv/data(/.*)?	system_u:object_r:data_t:s0
            /srv/log-[0-9]+	--	system_u:object_r:data_t:s0:c1
            /srv/web\.d	-d	system_u:object_r:data_t:s0

            """.ReplaceLineEndings("\n"),
            policy.FileContexts);
    }

    [Fact]
    public void A_label_may_name_its_type_from_anywhere() => Policy.Brief(
        "[assembly: FileContext<Data>(\"/a\")] [FileType] class Data; [FileContext<Data>(\"/b\"), Port<P>(Protocol.Tcp, 1)] static class Labels; [PortType] class P;")
        .Says("(filecon \"/a\" any (system_u object_r data_t ((s0) (s0))))", "(filecon \"/b\" any (system_u object_r data_t ((s0) (s0))))", "(portcon tcp 1 (system_u object_r p_t ((s0) (s0))))");

    [Theory]
    [InlineData("Port(Protocol.Udp, 53)", "(portcon udp 53 {0})")]
    [InlineData("Port(Protocol.Sctp, 60, 70)", "(portcon sctp (60 70) {0})")]
    [InlineData("Node(\"10.1.0.0\", \"255.255.0.0\")", "(nodecon (10.1.0.0) (255.255.0.0) {0})")]
    [InlineData("Node(\"fd00::\", \"ffff::\")", "(nodecon (fd00::) (ffff::) {0})")]
    [InlineData("Netif(\"eth0\", PacketType = typeof(Packets))", "(netifcon eth0 {0} (system_u object_r packets_t ((s0) (s0))))")]
    [InlineData("Genfs(\"proc\", \"/web\")", "(genfscon proc \"/web\" {0})")]
    [InlineData("Genfs(\"proc\", \"/web\", Kind = FileKind.Directory)", "(genfscon proc \"/web\" dir {0})")]
    [InlineData("FsUse(FsUseKind.Xattr, \"webfs\")", "(fsuse xattr webfs {0})")]
    [InlineData("FsUse(FsUseKind.Task, \"webfs\")", "(fsuse task webfs {0})")]
    [InlineData("InfinibandPkey(\"fe80::\", 1, 5)", "(ibpkeycon fe80:: (1 5) {0})")]
    [InlineData("InfinibandEndPort(\"mlx4_0\", 1)", "(ibendportcon mlx4_0 1 {0})")]
    public void Each_label_has_its_statement(string label, string statement) => Policy.Brief(
        $"[PolicyType, {label}] public class Thing; [PolicyType] public class Packets;")
        .Says(string.Format(null, statement, "(system_u object_r thing_t ((s0) (s0)))"));

    [Fact]
    public void The_user_and_the_level_of_a_label_may_be_said() => Policy.Brief(
        "[PortType, Port(Protocol.Tcp, 1, Level = \"s0-s1:c1\", User = typeof(WebU))] public class Thing; [User] public class WebU;")
        .Says("(portcon tcp 1 (web_u object_r thing_t ((s0) (s1 (c1)))))");

    [Fact]
    public void A_label_in_an_optional_is_a_comment_in_the_file_contexts()
    {
        var policy = Policy.Brief("[FileType] class Data { [Optional, FileContext(\"/srv\")] static class WithDocker; }");

        policy.Says("(optional test_with_docker_optional (filecon \"/srv\" any (system_u object_r data_t ((s0) (s0)))))");
        Assert.Contains("# in the block with_docker, which may be left out; a .fc file cannot express that (the CIL does): /srv\tsystem_u:object_r:data_t:s0\n", policy.FileContexts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_under_a_tunable_is_one_too()
    {
        var policy = Policy.Brief("[Tunable] class Fast; [FileType] class Data { [If<Fast>, FileContext(\"/srv\")] static class WhenFast; }");

        policy.Says("(tunableif fast (true (filecon \"/srv\" any (system_u object_r data_t ((s0) (s0))))))");
        Assert.Contains("# in the block when_fast, which may be left out; a .fc file cannot express that (the CIL does): /srv\t", policy.FileContexts, StringComparison.Ordinal);
    }

    private const string TwoSpellings = "using TypedPolicy;\n[FileType, FileContext(\"/run/x\")] public sealed class A;\n[FileType, FileContext(\"/var/run/x\")] public sealed class B;";

    [Fact]
    public void Two_labels_that_are_one_path_on_a_listed_target_are_refused() => Assert.Equal(
        string.Join('\n',
            "TP4009 Policy.cs(2,12): /run/x (any) is labelled system_u:object_r:a_t:s0 here and system_u:object_r:b_t:s0 elsewhere in the paths of debian12. Keep one of them.",
            "TP4009 Policy.cs(3,12): /run/x (any) is labelled system_u:object_r:b_t:s0 here and system_u:object_r:a_t:s0 elsewhere in the paths of debian12. Keep one of them."),
        string.Join('\n', Policy.Of([("Policy.cs", TwoSpellings)], new() { ["TypedPolicyTargets"] = "el9;debian12" }).Problems));

    [Fact]
    public void Nothing_is_carried_for_a_target_that_is_not_listed_where_they_are_one_path()
    {
        var policy = Policy.Of([("Policy.cs", TwoSpellings)], new() { ["TypedPolicyTargets"] = "el9" }).IsGood();

        // el8 has the paths of el9, but the author of el9's paths has them as they are written.
        Assert.Equal(["el9"], policy.Artifacts.Select(a => a.Target).Distinct());
    }
}

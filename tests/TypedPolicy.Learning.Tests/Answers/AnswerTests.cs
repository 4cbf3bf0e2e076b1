using TypedPolicy.Learning.Answers;
using static TypedPolicy.Learning.Tests.LearnedText;

namespace TypedPolicy.Learning.Tests.Answers;

/// <summary>The answer that a denial gets.</summary>
[Trait("Needs", "toolchain")]
public sealed class AnswerTests
{
    [Theory]
    [InlineData("greeter_t greeter_notes_t:file { getattr open }", "", "Rule", "[Allow<Greeter.Notes>(FilePerms.Getattr | FilePerms.Open)]")]
    [InlineData("greeter_t self:capability net_admin", "", "DontAudit", "[DontAudit<Self>(CapabilityPerms.NetAdmin)]")]
    [InlineData("greeter_t self:capability dac_override", "", "Refuse", "")]
    [InlineData("greeter_t self:capability { dac_override dac_read_search }", "", "Rule", "[Allow<Self>(TcpSocketPerms.Create, CapabilityPerms.DacReadSearch)] // its connections")]
    [InlineData("greeter_t self:process execmem", "", "Refuse", "")]
    [InlineData("greeter_t shadow_t:file read", "", "Refuse", "")]
    [InlineData("greeter_t greeter_exec_t:file write", "", "Refuse", "")]
    [InlineData("greeter_t usr_t:file write", "path=\"/usr/bin/greeter\"", "Refuse", "")]
    [InlineData("greeter_t var_lib_t:file read", "path=\"/var/lib/greeter/notes/today\"", "Label", "[Allow<Greeter.Notes>(FilePerms.Read)]")]
    [InlineData("greeter_t no_such_type_t:file read", "", "Refuse", "")]
    [InlineData("greeter_t var_t:file fly", "", "Refuse", "")]
    [InlineData("greeter_t var_t:lamp read", "", "Refuse", "")]
    [InlineData("sshd_t var_t:file read", "", null, null)]
    public void A_denial_gets_its_answer(string denied, string more, string? kind, string? added)
    {
        var learned = Of(Greeter.Source, Avc(denied, more));
        if (kind is null)
        {
            Assert.Empty(learned.Log.Denials);
            return;
        }

        Assert.Equal((kind, added), (learned.Only.Answer.Kind.ToString(), learned.Added.Split('\n').FirstOrDefault(l => l.Contains("Allow", StringComparison.Ordinal) || l.Contains("DontAudit", StringComparison.Ordinal)) ?? ""));
    }

    [Fact]
    public void What_a_domain_makes_below_its_own_path_gets_the_label_of_the_path()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t var_lib_t:file { create write }", "path=\"/var/lib/greeter/notes/today\""));
        Assert.Equal(AnswerKind.Label, learned.Only.Answer.Kind);
        Assert.Contains("[TypeTransition<VarLib, Greeter.Notes>(typeof(FilePerms))]", learned.Added, StringComparison.Ordinal);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void A_label_that_is_wrong_for_one_path_is_no_answer_for_others()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t etc_t:file read", "path=\"/var/lib/greeter/notes/today\""), Avc("greeter_t etc_t:file open", "name=\"motd\""));
        Assert.Equal((AnswerKind.Rule, "open read"), (learned.Only.Answer.Kind, string.Join(' ', learned.Only.Permissions)));
    }

    [Fact]
    public void A_path_below_a_directory_that_is_everybodys_gets_a_type_of_its_own_with_its_label()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t var_lib_t:dir { add_name write }", "path=\"/var/lib/greeter\""), Avc("greeter_t var_lib_t:dir create", "path=\"/var/lib/greeter\""), Avc("greeter_t var_lib_t:file { create write }", "path=\"/var/lib/greeter/state\""));
        Assert.Contains("[FileType, FileContextTree(\"/var/lib/greeter\")]", learned.Added, StringComparison.Ordinal);
        Assert.Contains("[AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]", learned.Added, StringComparison.Ordinal);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void A_port_of_nobody_gets_a_type_and_its_number()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t unreserved_port_t:tcp_socket name_bind", "src=7070"));
        Assert.Equal(AnswerKind.OwnType, learned.Only.Answer.Kind);
        Assert.Contains("[PortType, Port(Protocol.Tcp, 7070)]", learned.Added, StringComparison.Ordinal);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void An_ioctl_is_allowed_with_its_request_alone()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t var_t:chr_file ioctl", "ioctlcmd=0x5401"));
        Assert.Contains("[AllowIoctl<Var, ChrFilePerms>(\"0x5401\")]", learned.Added, StringComparison.Ordinal);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void What_is_dangerous_is_written_where_it_is_accepted()
    {
        var learned = Of(Greeter.Source, ["execmem"], [Avc("greeter_t self:process execmem")]);
        Assert.Contains("ProcessPerms.Execmem", learned.Added, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_service_manager_is_denied_goes_to_a_class_of_its_rules()
    {
        var learned = Of(Greeter.Source, Avc("init_t greeter_t:process transition"), Avc("init_t greeter_notes_t:dir { create setattr }"));
        Assert.Equal("[RulesFor<InitT>]\n[Allow<Greeter.Notes>(DirPerms.Create | DirPerms.Setattr)]\n[DomainTransition<Greeter>]\npublic static class RulesOfInit;", learned.Added);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void A_program_that_runs_in_another_domain_gets_the_transition_that_is_missing()
    {
        string[] log =
        [
            Avc("unconfined_service_t etc_t:file write"),
            "type=SYSCALL msg=audit(1700000100.101:31): arch=c000003e syscall=257 success=yes exe=\"/usr/bin/greeter\" comm=\"greeter\"",
        ];
        var learned = Of(Greeter.Source, log);
        Assert.Equal(AnswerKind.Domain, learned.Only.Answer.Kind);
        Assert.Contains("[DomainTransition<Greeter>]", learned.Added, StringComparison.Ordinal);
        Assert.DoesNotContain(learned.After.Open, d => d.Answer.Command is null);
    }
}

using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Evidence.Tests.Services;

/// <summary>Which program gets the label, and what a person is told where none can.</summary>
[Trait("Needs", "toolchain")]
public sealed class ProgramTests
{
    [Theory]
    [InlineData("/usr/sbin/greeter -f", "/usr/sbin/greeter", null)]
    [InlineData("greeter -f", "/usr/bin/greeter", null)]
    [InlineData("-!@/usr/bin/greeter greeterd", "/usr/bin/greeter", null)]
    [InlineData("/usr/bin/dotnet /opt/greeter/Greeter.dll", "/opt/greeter/Greeter", "write ExecStart=/opt/greeter/Greeter.")]
    [InlineData("/usr/bin/python3.11 -u /usr/lib/greeter/main.py", "/usr/lib/greeter/main.py", "'#!/usr/bin/python3.11'")]
    [InlineData("/bin/sh /usr/lib/greeter/start", "/usr/lib/greeter/start", "'#!/bin/sh'")]
    [InlineData("/usr/bin/java -jar /usr/share/greeter.jar", "/usr/libexec/greeter", "Put the command into a program of its own, such as /usr/libexec/greeter")]
    [InlineData("/bin/sh -c 'for i in 1 2; do echo $i; done'", "/usr/libexec/greeter", "Put the command into a program of its own")]
    [InlineData("/usr/bin/env LANG=C /usr/bin/greeter", "/usr/bin/greeter", "Write ExecStart=/usr/bin/greeter")]
    [InlineData("/usr/bin/nice -n 5 ionice -c3 /usr/bin/greeter", "/usr/bin/greeter", "Write ExecStart=/usr/bin/greeter")]
    [InlineData("/bin/sh -c 'LANG=C exec /usr/bin/greeter --a > /dev/null'", "/usr/bin/greeter", "Write ExecStart=/usr/bin/greeter")]
    public async Task The_label_is_on_the_services_own_program_and_never_on_one_that_others_share(string command, string program, string? told)
    {
        var made = await MadePolicy.Of($"[Service]\nExecStart={command}\n").HasNoWarnings();
        made.Link();
        Assert.Equal("greeter_exec_t", made.Labels.TypeOf(program, Kind.File));
        Assert.Equal(1, made.Labels.Lines.Count(l => l.Type == "greeter_exec_t"));
        Assert.Equal(told is not null, made.Policy.Notes.Any());
        Assert.All(made.Policy.Notes.Take(told is null ? 0 : 1), n => Assert.Contains(told!, n.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("el9", "unconfined_service_t")]
    [InlineData("debian12", "initrc_t")]
    public void A_program_that_is_reached_by_a_wrapper_is_entered_from_the_domain_of_the_wrapper(string target, string domain)
    {
        var policy = MadePolicy.Of("[Service]\nExecStart=/usr/bin/env /usr/bin/greeter\n", Target.TryGet(target)).Link();
        Assert.Equal("greeter_t", policy.NewType(domain, "greeter_exec_t", "process"));
        Assert.True(policy.Access(domain, "greeter_t", "process", "transition").IsAllowed);
    }

    [Fact]
    public void On_Debian_systemd_runs_a_wrapper_in_the_domain_that_is_named() =>
        Assert.Equal("initrc_t", MadePolicy.Of("[Service]\nExecStart=/usr/bin/env /usr/bin/greeter\n", Target.Debian12).Link(PolicyBase.Debian, checks: false).NewType("init_t", "bin_t", "process"));

    [Theory]
    [InlineData("[Unit]\nDescription=x\n", "greeter.service", "greeter.service has no ExecStart=")]
    [InlineData("[Service]\nExecStart=/usr/bin/a\nExecStart=\n", "greeter.service", "has no ExecStart=")]
    [InlineData("", "greeter.service", "has no ExecStart=")]
    [InlineData("[Socket]\n", "greeter.socket", "greeter.socket is not a service: name a unit that ends in .service.")]
    public void A_unit_that_starts_nothing_is_refused(string unit, string name, string message)
    {
        Assert.Null(MadePolicy.TryOf(unit, Target.El9, name, out var problem));
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_of_a_template_is_a_pattern_and_one_instance_a_path()
    {
        const string Unit = "[Service]\nExecStart=/usr/bin/greeter\nStateDirectory=greeter/%i\nPIDFile=/run/greeter-%i.pid\n";
        var all = await MadePolicy.Of(Unit, name: "greeter@.service").HasNoWarnings();
        all.Link();
        Assert.Equal("greeter_state_t", all.Labels.TypeOf("/var/lib/greeter/one/file", Kind.File));
        Assert.Null(all.Labels.TypeOf("/var/lib/greeter", Kind.Directory));
        Assert.Equal("greeter_runtime_t", all.Labels.TypeOf("/var/run/greeter-one.pid", Kind.File));
        var one = await MadePolicy.Of(Unit, name: "greeter@one.service").HasNoWarnings();
        Assert.Contains("FileContextTree(\"/var/lib/greeter/one\")", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_that_is_not_known_is_named_and_one_without_a_rule_is_told()
    {
        var made = MadePolicy.Of("[Service]\nExecStart=/usr/bin/greeter\nNoSuchThing=1\nPAMName=login\nX-Ours=1\nRestart=always\n[X-Own]\nA=1\n");
        Assert.Equal(["greeter.service:3: NoSuchThing= in [Service] is not known, and no rule was made of it.", "greeter.service:4: PAMName=login: No rule was made of it: which modules of PAM run is not in the unit. Apply the interface of the base for login programs."], made.Policy.Notes.Select(n => n.ToString()));
        Assert.Equal("Service.NoSuchThing", made.Policy.Notes[0].Directive);
        Assert.Contains("// TO DO greeter.service:3: NoSuchThing=", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drop_ins_timers_paths_tmpfiles_and_users_beside_the_unit_count()
    {
        var made = MadePolicy.Of(
            "[Service]\nExecStart=/usr/bin/greeter\nUser=greeter\nStateDirectory=old\n",
            beside:
            [
                new EvidenceFile("greeter.service.d/10-own.conf", "[Service]\nStateDirectory=\nStateDirectory=greeter\nNoSuchThing=1\n"),
                new EvidenceFile("greeter.path", "[Path]\nPathChanged=/var/lib/greeter/in\n"),
                new EvidenceFile("greeter.timer", "[Timer]\nOnCalendar=daily\n"),
                new EvidenceFile("greeter.conf", "d /run/greeter 0755 greeter greeter -\nr! /var/tmp/x\n"),
                new EvidenceFile("sysusers.conf", "u greeter - \"The greeter\" /srv/greeter\n"),
                new EvidenceFile("org.example.Greeter.service", "[D-BUS Service]\nName=org.example.Greeter\nExec=/bin/false\nSystemdService=greeter.service\n"),
                new EvidenceFile("greeter.txt", "hello\n"),
            ]);
        var policy = made.Link();
        Assert.Equal("greeter_state_t", made.Labels.TypeOf("/var/lib/greeter/in", Kind.File));
        Assert.Null(made.Labels.TypeOf("/var/lib/old", Kind.Directory));
        Assert.Equal("greeter_runtime_t", made.Labels.TypeOf("/run/greeter", Kind.Directory));
        Assert.Equal("greeter_data_t", made.Labels.TypeOf("/srv/greeter", Kind.Directory));
        Assert.True(policy.Access("init_t", "greeter_state_t", "dir", "watch").IsAllowed);
        Assert.True(policy.Access("greeter_t", "system_dbusd_t", "dbus", "acquire_svc").IsAllowed);
        Assert.Contains(made.Policy.Notes, n => n.Place == "greeter.service.d/10-own.conf:4");
    }

    [Theory]
    [InlineData("StateDirectory=../../etc")]
    [InlineData("ReadWritePaths=/")]
    [InlineData("ReadWritePaths=/var/lib /etc")]
    [InlineData("ReadWritePaths=/run/../etc")]
    public void A_path_of_others_or_with_dots_gets_no_label(string setting)
    {
        var made = MadePolicy.Of($"[Service]\nExecStart=/usr/bin/greeter\n{setting}\n");
        made.Link();
        Assert.Single(made.Labels.Lines, l => l.Type?.StartsWith("greeter", StringComparison.Ordinal) == true);
        Assert.Contains(made.Policy.Notes, n => n.Message.StartsWith("No label was made for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("init.service")]
    [InlineData("domain.service")]
    [InlineData("exec.service")]
    [InlineData("var-lib.service")]
    [InlineData("6tunnel.service")]
    [InlineData("system.service")]
    public async Task A_unit_that_is_called_as_something_else_gets_another_name(string name) =>
        (await MadePolicy.Of("[Service]\nExecStart=/usr/bin/greeter\nStateDirectory=greeter\n", name: name).HasNoWarnings()).Link();
}

using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>The first example of the README does on a kernel what its comments say, and no more.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class ReadmeExampleTests(DebianGuest guest)
{
    private const string Program = "/usr/bin/greeter";

    [Fact]
    public void Systemd_starts_the_greeter_in_its_domain() => guest.In("init_t", Step.Execute(Program)).Succeeds().EndsIn("greeter_t");

    [Fact]
    public void Systemd_starts_the_greeter_in_its_domain_with_no_new_privileges() =>
        guest.In("init_t", Step.NoNewPrivileges(), Step.Execute(Program)).Succeeds().EndsIn("greeter_t");

    [Fact]
    public void The_greeter_answers_on_its_port_and_on_no_other()
    {
        Greeter(Step.Bind("tcp", 7070)).Succeeds();
        Greeter(Step.Bind("tcp", 7071)).IsDenied("name_bind", "unreserved_port_t");
    }

    [Fact]
    public void The_greeter_keeps_its_notes()
    {
        Greeter(
            Step.CreateDirectory("/var/lib/greeter/2026"),
            Step.Create("/var/lib/greeter/2026/note"),
            Step.Append("/var/lib/greeter/2026/note", "hello"),
            Step.Read("/var/lib/greeter/2026/note"),
            Step.Rename("/var/lib/greeter/2026/note", "/var/lib/greeter/note"),
            Step.Remove("/var/lib/greeter/note")).Succeeds();
        guest.Kernel.Run(null, Step.GetLabel("/var/lib/greeter/2026")).SaysText("system_u:object_r:greeter_notes_t:s0");
        Greeter(Step.Create("/var/lib/note")).IsDenied("write", "var_lib_t");
    }

    [Fact]
    public void The_greeter_asks_others_where_the_administrator_allows_it_alone()
    {
        Greeter(Step.Connect("tcp", 7070)).IsDenied("name_connect", "greeter_port_t");
        guest.With("greeter_calls_out", () =>
        {
            Greeter(Step.Connect("tcp", 7070)).IsOnlyRefused();
            Greeter(Step.Connect("tcp", 25)).IsOnlyRefused();
        });
        Greeter(Step.Connect("tcp", 25)).IsDenied("name_connect", "smtp_port_t");
    }

    [Fact]
    public void The_greeter_reads_no_passwords() => Greeter(Step.Read("/etc/shadow")).IsDenied("read", "shadow_t");

    [Fact]
    public void The_greeter_is_entered_through_its_program_alone() =>
        guest.In("init_t", Step.SetExecution("system_u:system_r:greeter_t:s0"), Step.Execute("/usr/bin/ordinary")).IsDenied("entrypoint", "bin_t");

    private Outcome Greeter(params Step[] steps) => guest.In("init_t", Step.Execute(Program, steps));
}

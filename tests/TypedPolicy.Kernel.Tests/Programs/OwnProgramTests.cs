using System.Text;
using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Programs;

/// <summary>A user's own program is started in the guest as a unit would be, answers, and what it is denied is seen.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class OwnProgramTests(DebianGuest guest)
{
    [Fact]
    public void A_server_runs_in_its_domain_and_answers_and_what_it_tries_besides_is_denied()
    {
        var denied = new List<AuditRecord>();
        guest.Kernel.Recorded += denied.Add;
        try
        {
            using var server = guest.Typed.In("system_u:system_r:init_t:s0").NoNewPrivileges().StartProgram(OwnProgram.Path);
            Assert.Equal("HTTP/1.0 200 OK\r\n\r\nhello", Get("/"));
            Assert.Equal("system_u:system_r:own_server_t:s0", server.Context);
            Assert.DoesNotContain(denied, d => d is { IsDenial: true, SourceType: "own_server_t", ObjectClass: not "fd" });
            Assert.EndsWith("hello", Get("/secret"), StringComparison.Ordinal);
            guest.Kernel.Run(null, Step.Stat("/"));
            Assert.Contains(denied, d => d is { IsDenial: true, SourceType: "own_server_t", TargetType: "shadow_t" } && d.Permissions.Contains("read"));
        }
        finally
        {
            guest.Kernel.Recorded -= denied.Add;
        }
    }

    [Fact]
    public void What_is_started_is_answered_for_when_it_is_in_the_domain_of_its_program()
    {
        var init = guest.Typed.In("system_u:system_r:init_t:s0");
        for (var i = 0; i < 10; i++)
        {
            // Through programs that execute the next one at once: the domain of none of them is the answer.
            using var server = guest.Kernel.Start(init.Context, Step.Execute("/usr/bin/ordinary"), Step.Execute("/usr/bin/ordinary"), Step.RunProgram(OwnProgram.Path));
            Assert.Equal("own_server_t", server.Outcome.Domain);
            using var waits = guest.Kernel.Start(init.Context, Step.NoNewPrivileges(), Step.Execute("/usr/bin/greeter", Step.Wait()));
            Assert.Equal("greeter_t", waits.Outcome.Domain);
        }
    }

    private string Get(string path)
    {
        for (; ; Thread.Sleep(20))
        {
            // It may not listen yet.
            var (answer, error) = guest.Kernel.Talk(OwnProgram.Port, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\n\r\n"));
            if (error == 0)
            {
                return Encoding.ASCII.GetString(answer);
            }

            Assert.Equal(111, error);
        }
    }
}

using Greetings.Policy;
using TypedPolicy.Guest;

namespace Greetings.Tests;

/// <summary>The service itself, under a kernel that enforces its policy.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(OnKernel))]
public sealed class ServiceTests(OnKernel node)
{
    [Fact]
    public void It_answers_by_its_port_and_at_its_socket_and_tells_the_other_service_and_nothing_is_denied()
    {
        node.Kernel.ForgetDenials();
        using var bulletin = node.Kernel.In<Base.Init>().Serve(Protocol.Tcp, 7071);
        using var service = node.Start().Is<Greeter>();
        Assert.Contains("Hello Ada, you are visitor ", node.Get("/hello/Ada"), StringComparison.Ordinal);
        Assert.Contains("Hello Grace, you are visitor ", node.Get("/hello/Grace"), StringComparison.Ordinal);
        Assert.EndsWith("Ada\nGrace", node.Get("/visitors"), StringComparison.Ordinal);
        Assert.Equal(0, node.Kernel.Guest.Run(null, Step.ConnectTo("/run/greeter/greeter.sock")).Error);
        service.Is<Greeter>();
        node.Kernel.AssertNoDenials();
    }

    [Fact]
    public void With_diagnostics_on_it_is_denied_what_they_make_in_tmp_and_answers_all_the_same()
    {
        node.Kernel.ForgetDenials();
        using var service = node.Start(diagnostics: true);
        Assert.Contains("you are visitor ", node.Get("/hello/Ada"), StringComparison.Ordinal);
        Assert.NotEmpty(node.Kernel.Denials);
        Assert.All(node.Kernel.Denials, denial => Assert.Equal("tmp_t", denial.Record.TargetType));
    }
}

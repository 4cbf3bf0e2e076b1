using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Evidence.Tests.Hostile;

/// <summary>Units that name more than any service has: what is over a limit is a problem or a note.</summary>
public sealed class GrowingUnitTests
{
    private const string Head = "[Service]\nExecStart=/usr/libexec/greeter\n";

    [Fact]
    public void More_text_than_any_service_has_is_refused_however_many_files_it_is_in()
    {
        var part = Head + "#" + new string('x', 150_000);
        Assert.Null(ServicePolicy.OfUnit(new("greeter.service", part), [new("greeter.service.d/a.conf", part)], Target.El9, null, isPermissive: false, out var problem));
        Assert.Equal("greeter.service and the files beside it have 300,084 characters, more than the 262,144 that are read of a service.", problem);
        Assert.NotNull(ServicePolicy.OfUnit(new("greeter.service", part), [], Target.El9, null, isPermissive: false, out _));
    }

    [Theory]
    [InlineData("StateDirectory=", "a{0}")]
    [InlineData("ReadWritePaths=", "/srv/a{0}")]
    [InlineData("A=1\nCacheDirectory=", "a{0}")]
    public void Of_very_many_paths_the_first_get_a_label(string directive, string path)
    {
        var policy = Of(directive + string.Join(' ', Enumerable.Range(0, 10_000).Select(i => string.Format(null, path, i))));
        Assert.Equal(500, policy.Files[0].Text.Split("FileContextTree(").Length - 1);
        Assert.Contains("FileContext(\"/usr/libexec/greeter\"", policy.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains(policy.Notes, n => n.Message == "The service has more than 500 paths of one use, and the rest gets no label. Name the directories that they are in.");
    }

    [Theory]
    [InlineData("SocketBindAllow=", "tcp:{0}", " ")]
    [InlineData("Environment=ASPNETCORE_URLS=", "http://*:{0}", ";")]
    public void Of_very_many_ports_the_first_get_a_rule(string directive, string port, string between)
    {
        var policy = Of(directive + string.Join(between, Enumerable.Range(10_000, 10_000).Select(i => string.Format(null, port, i))));
        Assert.Equal(500, policy.Files[0].Text.Split("[Port(").Length - 1);
        Assert.Contains(policy.Notes, n => n.Message == "The service has more than 500 ports, and no rule was made of the rest. Declare ranges of them with [Port].");
    }

    [Fact]
    public void Twenty_thousand_notes_are_kept_each_once()
    {
        var policy = Of(string.Concat(Enumerable.Range(0, 20_000).Select(_ => "Unheard=1\n")));
        Assert.Equal(20_000, policy.Notes.Count(n => n.Directive == "Service.Unheard"));
        Assert.Equal(policy.Notes.Distinct().Count(), policy.Notes.Length);
    }

    [Fact]
    public void A_word_that_is_repeated_fifty_thousand_times_is_one()
    {
        var policy = Of("StateDirectory=" + string.Concat(Enumerable.Repeat("a ", 50_000)));
        Assert.Equal(1, policy.Files[0].Text.Split("FileContextTree(").Length - 1);
    }

    private static ServicePolicy Of(string directives)
    {
        var policy = ServicePolicy.OfUnit(new("greeter.service", Head + directives + "\n"), [], Target.El9, null, isPermissive: false, out var problem);
        Assert.True(policy is not null, problem);
        return policy;
    }
}

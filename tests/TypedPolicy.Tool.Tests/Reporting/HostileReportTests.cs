namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>Names, reasons, paths and comments of a policy may be anything: none becomes part of the page.</summary>
[Trait("Needs", "toolchain")]
public sealed class HostileReportTests : IDisposable
{
    private const string Attack = "</script><script>alert(1)</script><img/src=x/onerror=alert(1)><!--";

    private readonly ReportedPolicy _policy = new();

    public void Dispose() => _policy.Dispose();

    [Theory]
    [InlineData("Answers on its port.")]
    [InlineData("It mounts the pages.")]
    [InlineData("/srv/web")]
    [InlineData("Web.cs")]
    [InlineData("web 1.0")]
    public void Markup_in_a_policy_stays_text(string place)
    {
        var page = _policy.Report(ReportedPolicy.Cil.Replace(place, place + Attack, StringComparison.Ordinal));
        var clean = _policy.Report();
        Assert.Equal(Count(clean, "<script"), Count(page, "<script"));
        Assert.Equal(Count(clean, "</script"), Count(page, "</script"));
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Count(clean, "<!--"), Count(page, "<!--"));
    }

    [Fact]
    public void Marks_of_direction_and_line_ends_do_not_reach_the_page()
    {
        var page = _policy.Report(ReportedPolicy.Cil.Replace("It mounts the pages.", "It mounts\u202E segap \u2028 the\u0007 pages.", StringComparison.Ordinal));
        Assert.Contains("It mounts? segap ? the? pages.", page, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length;
}

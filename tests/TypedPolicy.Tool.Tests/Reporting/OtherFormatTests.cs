using System.Text.Json;
using System.Xml.Linq;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>The report as Markdown and JSON, and the drawing of a domain.</summary>
[Trait("Needs", "toolchain")]
public sealed class OtherFormatTests : IDisposable
{
    private const string Attack = "</summary><img src=x onerror=alert(1)> [x](javascript:alert(1)) @admin | `x` **x**";

    private readonly ReportedPolicy _policy = new();

    public void Dispose() => _policy.Dispose();

    [Fact]
    public void Markdown_lists_powers_with_their_reasons_and_each_domain()
    {
        var markdown = _policy.Report(ReportedPolicy.Cil, "--format", "markdown");
        Assert.StartsWith("# web 1\\.0\n\n1 domain, 2 paths labelled, 2 dangerous powers, 0 of them without a reason. Linked with", markdown, StringComparison.Ordinal);
        Assert.Contains("| `web_t` | `sys_admin` amounts to nearly everything that root may do | It mounts the pages\\. |", markdown, StringComparison.Ordinal);
        Assert.Contains("* **Started by** `init_t` through `/usr/bin/web`\n", markdown, StringComparison.Ordinal);
        Assert.Contains("* **Listens on** `8088/tcp`\n", markdown, StringComparison.Ordinal);
        Assert.Contains("* **Changes** `/srv/web(/.*)?`\n", markdown, StringComparison.Ordinal);
        Assert.Contains("* **Booleans** `web_writes`\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_of_one_module_is_none_for_what_another_declares()
    {
        var web = ReportedPolicy.Cil.Replace("; TP5003 web_t: It mounts the pages.", "", StringComparison.Ordinal);
        const string Other = """
            ; Policy module other 1.0, made by TypedPolicy from C#. Change the C#, not this file.

            ; file type Example.Other
            ;;* lmx 3 "Other.cs"
            (type other_t)
            ;;* lme
            (roletype object_r other_t)

            ; Findings that are meant so, and why.
            ;;* lmx 8 "Other.cs"
            ; TP5003 web_t: It is trusted.
            ; TP5003: All of it is trusted.
            ;;* lme

            """;
        File.WriteAllText(_policy.At("other.cil"), Other);
        var markdown = _policy.Report(web, "--policy", _policy.At("other.cil"), "--format", "markdown");
        Assert.Contains("| `web_t` | `sys_admin` amounts to nearly everything that root may do | **none** |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("trusted", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_are_those_of_the_protocol_of_the_right()
    {
        var both = ReportedPolicy.Cil + "(portcon udp 8089 (system_u object_r web_port_t ((s0) (s0))))\n";
        Assert.Contains("* **Listens on** `8088/tcp`\n", _policy.Report(both, "--format", "markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_policy_stays_text_in_Markdown()
    {
        var markdown = _policy.Report(ReportedPolicy.Cil.Replace("Answers on its port.", Attack, StringComparison.Ordinal).Replace("It mounts the pages.", Attack, StringComparison.Ordinal), "--format", "markdown");
        Assert.DoesNotContain("<img", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@admin", markdown, StringComparison.Ordinal);
        Assert.Equal(1, markdown.Split("</summary>").Length - 1);
        Assert.All(markdown.Split('\n').Where(l => l.StartsWith("| `web_t`", StringComparison.Ordinal)), l => Assert.Equal(4, l.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')));
    }

    [Fact]
    public void Json_has_each_domain_by_names()
    {
        using var document = JsonDocument.Parse(_policy.Report(ReportedPolicy.Cil, "--format", "json"));
        var web = Assert.Single(document.RootElement.GetProperty("domains").EnumerateArray());
        Assert.Equal(("web_t", "Web", "Web.cs:10"), (web.GetProperty("name").GetString(), web.GetProperty("cSharp").GetString(), web.GetProperty("place").GetString()));
        Assert.Equal("init_t", web.GetProperty("startedBy")[0].GetProperty("domain").GetString());
        var page = web.GetProperty("access").EnumerateArray().Single(a => a.GetProperty("target").GetString() == "web_page_t");
        Assert.Equal("/srv/web(/.*)?", page.GetProperty("paths")[0].GetString());
        Assert.Equal(["web_domain", "web_t"], page.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("by").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("It mounts the pages.", document.RootElement.GetProperty("justifications")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public void A_domain_is_drawn_between_those_that_start_it_and_those_that_it_starts()
    {
        _policy.Report();
        TypedPolicyCommand.Run("graph", "web_t", "--policy", _policy.At("web.cil"), "-o", _policy.At("web.svg")).Succeeds();
        var drawing = XDocument.Load(_policy.At("web.svg"));
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(["Started by", "init_t", "/usr/bin/web", "web_t"], drawing.Descendants(svg + "text").Select(t => t.Value));
        Assert.Contains("is not a domain", TypedPolicyCommand.Run("graph", "web_page_t", "--policy", _policy.At("web.cil"), "-o", _policy.At("x.svg")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'web_t'?", TypedPolicyCommand.Run("graph", "weB_t", "--policy", _policy.At("web.cil"), "-o", _policy.At("x.svg")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }
}

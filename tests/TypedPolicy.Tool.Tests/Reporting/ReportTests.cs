using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>What the page says of a policy, and that it needs nothing else.</summary>
[Trait("Needs", "toolchain")]
public sealed partial class ReportTests : IDisposable
{
    private readonly ReportedPolicy _policy = new();

    public void Dispose() => _policy.Dispose();

    [Fact]
    public void The_page_carries_each_domain_with_what_C_sharp_says_of_it()
    {
        var facts = ReportedPolicy.Facts(_policy.Report());
        Assert.Equal("web 1.0", facts.GetProperty("title").GetString());
        Assert.Equal(["web_t"], Own(facts));
        var web = Name(facts, "web_t");
        Assert.Equal(("Web", "Answers on its port."), (web[4].GetString(), web[5].GetString()));
        var place = facts.GetProperty("places")[web[6].GetInt32()];
        Assert.Equal(("Web.cs", 10), (place[0].GetString(), place[1].GetInt32()));
    }

    [Fact]
    public void A_dangerous_power_has_the_reason_that_its_author_gave()
    {
        var facts = ReportedPolicy.Facts(_policy.Report());
        var powers = facts.GetProperty("domains").EnumerateArray().First(d => d[0].GetInt32() == Number(facts, "web_t"))[5];
        Assert.Equal(["sys_admin", "dac_override"], powers.EnumerateArray().Select(p => facts.GetProperty("dangers")[p[0].GetInt32()][2].GetString()));
        Assert.All(powers.EnumerateArray(), p => Assert.Equal("It mounts the pages.", facts.GetProperty("justifications")[p[3].GetInt32()][2].GetString()));

        var without = ReportedPolicy.Facts(_policy.Report(ReportedPolicy.Cil.Replace("; TP5003 web_t: ", "; TP5003 web_page_t: ", StringComparison.Ordinal)));
        Assert.All(without.GetProperty("domains").EnumerateArray().First(d => d[0].GetInt32() == Number(without, "web_t"))[5].EnumerateArray(), p => Assert.Equal(-1, p[3].GetInt32()));
    }

    [Fact]
    public void A_power_that_the_base_gives_is_not_one_that_the_author_owes_a_reason_for()
    {
        // By an attribute that the base declares and gives the power to; the policy only joins it.
        var cil = ReportedPolicy.Cil.Replace("(capability (sys_admin dac_override))", "(capability (chown))", StringComparison.Ordinal).Replace("(typeattributeset domain web_t)", "(typeattributeset domain web_t) (typeattributeset administrators web_t)", StringComparison.Ordinal)
            .Replace("; TP5003 web_t: ", "; TP5003 web_page_t: ", StringComparison.Ordinal);
        using var whole = new StreamReader(typeof(ReportTests).Assembly.GetManifestResourceStream("base.cil")!);
        File.WriteAllText(_policy.At("base.cil"), whole.ReadToEnd() + "(typeattribute administrators) (allow administrators self (capability (sys_admin)))");
        var facts = ReportedPolicy.Facts(_policy.Report(cil, "--base", _policy.At("base.cil")));
        var power = Assert.Single(facts.GetProperty("domains").EnumerateArray().First(d => d[0].GetInt32() == Number(facts, "web_t"))[5].EnumerateArray());
        Assert.Equal(-2, power[3].GetInt32());
        Assert.Contains("0 of them without a reason", _policy.Report(cil, "--base", _policy.At("base.cil"), "--format", "markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_of_a_file_of_the_kernel_has_the_path_that_it_is_seen_at()
    {
        var facts = ReportedPolicy.Facts(_policy.Report(ReportedPolicy.Cil + "(genfscon proc \"/web\" (system_u object_r web_page_t ((s0) (s0))))\n"));
        Assert.Contains(facts.GetProperty("labels").EnumerateArray(), l => l[0].GetString() == "/proc/web(/.*)?" && l[2].GetInt32() == Number(facts, "web_page_t") && l[3].GetInt32() == 1);
    }

    [Fact]
    public void Access_has_its_condition_and_the_C_sharp_line_of_its_rule()
    {
        var facts = ReportedPolicy.Facts(_policy.Report());
        var access = Name(facts, "web_t")[3].EnumerateArray().ToList();
        var port = access.Single(a => a[0].GetInt32() == Number(facts, "web_port_t"));
        Assert.Equal(9, facts.GetProperty("places")[port[3][0].GetInt32()][1].GetInt32());
        var page = access.Single(a => a[0].GetInt32() == Number(facts, "web_page_t"));
        var condition = facts.GetProperty("conditions")[page[1].GetInt32()];
        Assert.Equal(("web_writes", 0), (condition[0].GetString(), condition[1].GetInt32()));
    }

    [Fact]
    public void The_transition_into_a_domain_names_the_program()
    {
        var facts = ReportedPolicy.Facts(_policy.Report());
        var transition = facts.GetProperty("transitions").EnumerateArray().Single(t => t[1].GetInt32() == Number(facts, "web_t"));
        Assert.Equal(Number(facts, "init_t"), transition[0].GetInt32());
        Assert.Equal(Number(facts, "web_exec_t"), transition[2][0][0].GetInt32());
        Assert.Contains(facts.GetProperty("labels").EnumerateArray(), l => l[0].GetString() == "/usr/bin/web" && l[2].GetInt32() == Number(facts, "web_exec_t") && l[3].GetInt32() == 1);
        Assert.Contains(facts.GetProperty("ports").EnumerateArray(), p => p[0].GetInt32() == Number(facts, "web_port_t") && p[2].GetString() == "8088");
    }

    [Fact]
    public void Changes_since_a_release_are_those_of_typedpolicy_diff()
    {
        File.WriteAllText(_policy.At("old.cil"), ReportedPolicy.Cil.Replace("(sys_admin dac_override)", "(sys_admin)", StringComparison.Ordinal));
        var facts = ReportedPolicy.Facts(_policy.Report(ReportedPolicy.Cil, "--since", _policy.At("old.cil")));
        Assert.Equal(["* allow web_t web_t:capability { +dac_override };"], facts.GetProperty("changes").EnumerateArray().Select(c => $"{c[1]} {c[0]}"));
        Assert.False(ReportedPolicy.Facts(_policy.Report()).TryGetProperty("changes", out _));
    }

    [Fact]
    public void Two_reports_of_one_policy_are_the_same_bytes_and_name_no_folder()
    {
        var first = _policy.Report();
        Assert.Equal(first, _policy.Report());
        Assert.DoesNotContain(Path.GetDirectoryName(_policy.At("web.cil"))!, first, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_runs_what_is_written_in_it_and_nothing_else()
    {
        var page = _policy.Report();
        var allowed = Hash().Matches(Policy().Match(page).Value).Select(m => m.Value).ToHashSet();
        Assert.Equal(3, allowed.Count);
        Assert.All(Inline().Matches(page).Select(m => m.Groups["text"].Value), text => Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", allowed));
        Assert.StartsWith("default-src 'none'; ", Policy().Match(page).Groups["policy"].Value, StringComparison.Ordinal);
        Assert.Empty(Address().Matches(page[..page.IndexOf("<script>", StringComparison.Ordinal)]));
    }

    [Fact]
    public void The_library_that_lays_graphs_out_is_the_one_that_its_notice_names()
    {
        var folder = Path.Combine(Repository.Root, "src", "TypedPolicy.Report", "Page");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "dagre.min.js"))));
        var notice = File.ReadAllText(Path.Combine(Repository.Root, "src", "TypedPolicy.Tool", "THIRD-PARTY-NOTICES.txt"));
        Assert.Contains(hash, notice, StringComparison.Ordinal);
        Assert.Contains(File.ReadAllText(Path.Combine(folder, "dagre.LICENSE.txt")).Trim(), notice, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", _policy.Report(), StringComparison.Ordinal);
    }

    private static int Number(JsonElement facts, string name) => facts.GetProperty("names").EnumerateArray().Select((n, i) => (Name: n[0].GetString(), i)).Single(n => n.Name == name).i;

    private static JsonElement Name(JsonElement facts, string name) => facts.GetProperty("names")[Number(facts, name)];

    private static IEnumerable<string?> Own(JsonElement facts) =>
        facts.GetProperty("domains").EnumerateArray().Select(d => facts.GetProperty("names")[d[0].GetInt32()]).Where(n => (n[1].GetInt32() & 2) != 0).Select(n => n[0].GetString());

    [GeneratedRegex("""http-equiv="Content-Security-Policy" content="(?<policy>[^"]*)""")]
    private static partial Regex Policy();

    [GeneratedRegex("'sha256-[^']*'")]
    private static partial Regex Hash();

    [GeneratedRegex("<(script|style)>(?<text>.*?)</(script|style)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    [GeneratedRegex("(https?:)?//[a-z]|@import|url\\((?!#)")]
    private static partial Regex Address();
}

using Deque.AxeCore.Commons;
using PuppeteerSharp;
using TypedPolicy.Tool.Tests.Support;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>The page as a person has it: in a browser.</summary>
[Trait("Needs", "browser")]
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Debian = "/usr/share/selinux/default";

    // What axe finds, a line each; what it cannot decide is not in it.
    private const string Violations = """
        () => axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`)))
        """;

    // Texts of a drawing whose boxes cross, in the part that is in view.
    private const string Crossing = """
        () => {
          const texts = [...document.querySelectorAll('main svg text')].map(t => ({ text: t.textContent, box: t.getBoundingClientRect() })).filter(t => t.box.width > 0 && t.box.top < innerHeight);
          return texts.flatMap((a, i) => texts.slice(i + 1)
            .filter(b => Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 2)
            .map(b => `${a.text} | ${b.text}`));
        }
        """;

    private readonly ReportedPolicy _policy = new();

    public void Dispose() => _policy.Dispose();

    [Fact]
    public async Task It_opens_searches_and_follows_a_link_without_a_word_in_the_console()
    {
        _policy.Report();
        var (page, said) = await browser.Open(_policy.At("report.html"));
        Assert.Equal("web 1.0", await Text(page, "main h1"));
        await page.TypeAsync("#find", "/srv/web");
        await page.WaitForFunctionAsync("() => location.hash.startsWith('#/find/') && document.querySelector('.hits a')");
        Assert.Equal("web_page_t", await Text(page, ".hits a"));
        await page.ClickAsync(".hits a");
        await page.WaitForFunctionAsync("() => document.querySelector('main h1').textContent === 'web_page_t'");
        await Show(page, "domain/web_t");
        Assert.Equal("web_t", await Text(page, "main h1"));
        await page.ClickAsync("h2[id^=files] ~ .scroll button[aria-label='Rules for web_page_t']");
        Assert.Contains("(allow web_domain web_page_t (file (getattr open read)))", await Text(page, ".proof"), StringComparison.Ordinal);
        Assert.Contains("Domains.cs:5", await Text(page, ".proof"), StringComparison.Ordinal);
        Assert.Equal([], said);
    }

    [Fact]
    public async Task What_is_too_much_to_draw_is_not_drawn()
    {
        var domains = string.Concat(Enumerable.Range(0, 80).Select(i => $"(type d{i})(typeattributeset many (d{i}))\n"));
        _policy.Report($"{ReportedPolicy.Cil}(typeattribute many)(expandtypeattribute (many) false)\n{domains}(allow many many (process (transition setexec)))(allow many web_exec_t (file (execute entrypoint)))\n");
        var (page, said) = await browser.Open(_policy.At("report.html"));
        await Show(page, "");
        Assert.Contains("82 domains are too many to draw.", await Text(page, "main"), StringComparison.Ordinal);
        Assert.Equal([], said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_view_is_accessible_in_light_and_dark_and_no_label_covers_another(bool isDark)
    {
        File.WriteAllText(_policy.At("old.cil"), ReportedPolicy.Cil.Replace("(sys_admin dac_override)", "(sys_admin)", StringComparison.Ordinal));
        _policy.Report(ReportedPolicy.Cil, "--since", _policy.At("old.cil"));
        var (page, said) = await browser.Open(_policy.At("report.html"), isDark);
        await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var view in new[] { "", "graph", "graph/web_t", "files", "reasons", "changes", "all", "domain/web_t", "domain/init_t", "name/web_page_t", "find/web" })
        {
            await Show(page, view);
            Assert.Equal([], (await page.EvaluateFunctionAsync<string[]>(Violations)).Select(v => $"{view}: {v}"));
            Assert.Equal([], (await page.EvaluateFunctionAsync<string[]>(Crossing)).Select(v => $"{view}: {v}"));
        }

        Assert.Equal([], said);
    }

    [Fact]
    public async Task Debians_whole_policy_is_a_page_that_opens_and_searches_and_whose_labels_are_apart()
    {
        TypedPolicyCommand.Run("report", "--policy", Debian, "-o", _policy.At("debian.html")).Succeeds();
        Assert.InRange(new FileInfo(_policy.At("debian.html")).Length, 1, 8_000_000);
        var (page, said) = await browser.Open(_policy.At("debian.html"));
        await page.TypeAsync("#find", "sshd_t");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.hits a')].some(a => a.textContent === 'sshd_t')");
        foreach (var view in new[] { "graph", "graph/sshd_t", "domain/sshd_t", "domain/init_t" })
        {
            await Show(page, view);
            Assert.Equal([], (await page.EvaluateFunctionAsync<string[]>(Crossing)).Select(v => $"{view}: {v}"));
        }

        Assert.Equal([], said);
    }

    [Fact]
    public async Task Names_reasons_and_paths_that_are_markup_do_nothing()
    {
        const string Attack = "</script><script>alert(1)</script><img/src=x/onerror=alert(1)>";
        _policy.Report(ReportedPolicy.Cil.Replace("Answers on its port.", Attack, StringComparison.Ordinal).Replace("It mounts the pages.", Attack, StringComparison.Ordinal).Replace("/srv/web(", $"/srv/{Attack}(", StringComparison.Ordinal));
        var (page, said) = await browser.Open(_policy.At("report.html"));
        foreach (var view in new[] { "", "domain/web_t", "files", "reasons", $"find/{Uri.EscapeDataString(Attack)}", Attack, "all" })
        {
            await Show(page, view);
            Assert.Equal(0, await page.EvaluateExpressionAsync<int>("document.querySelectorAll('img, main script').length"));
        }

        Assert.Contains(Attack, await Text(page, "main"), StringComparison.Ordinal);
        Assert.Equal([], said);
    }

    private static Task<string> Text(IPage page, string selector) => page.EvaluateFunctionAsync<string>("s => document.querySelector(s).textContent", selector);

    private static async Task Show(IPage page, string view)
    {
        await page.EvaluateFunctionAsync("v => { location.hash = '#/' + v; }", view);
        await page.EvaluateFunctionAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))");
    }
}

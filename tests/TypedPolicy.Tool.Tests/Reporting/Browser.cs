using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>A browser without a screen, started once for the tests of pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Array.Find(Paths, File.Exists);
        Assert.True(path is not null, "chromium is not installed: Debian's package chromium.");

        // Tests run as root in a container, where the browser's own sandbox cannot be made; it opens pages of these tests alone.
        _browser = await Puppeteer.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], Timeout = 600_000 });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Opens a file; what the page says in its console or throws, or asks of another place, is in the list.</summary>
    internal async Task<(IPage Page, List<string> Said)> Open(string file, bool isDark = false)
    {
        var page = await _browser!.NewPageAsync();
        page.DefaultTimeout = 600_000;
        var said = new List<string>();
        page.Console += (_, e) => said.Add(e.Message.Text);
        page.PageError += (_, e) => said.Add(e.Message);
        page.Dialog += (_, e) => said.Add(e.Dialog.Message);
        page.Request += (_, e) => said.AddRange(e.Request.Url.StartsWith("file://", StringComparison.Ordinal) ? [] : [e.Request.Url]);
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        await page.SetViewportAsync(new() { Width = 1360, Height = 900 });
        await page.GoToAsync($"file://{file}");
        return (page, said);
    }
}

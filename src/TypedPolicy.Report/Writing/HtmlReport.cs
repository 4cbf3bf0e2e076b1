using System.Net;
using System.Security.Cryptography;
using System.Text;
using TypedPolicy.Model.Languages;
using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Writing;

/// <summary>
/// The report as one page that needs nothing else. Its policy for content lets run what is written here, known by its hash, and nothing that a name of the policy could
/// bring in; the scripts make text of all that they show.
/// </summary>
internal static class HtmlReport
{
    private static readonly Lazy<(string Html, string Style, string Layout, string Script)> Page = new(() =>
        (Resource("report.html"), Resource("report.css"), $"/*{Resource("dagre.LICENSE.txt")}*/\n{Resource("dagre.min.js")}", Resource("report.js")));

    /// <summary>Writes the page.</summary>
    public static void Write(Stream output, PolicyFacts facts)
    {
        var (html, style, layout, script) = Page.Value;
        var parts = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
        {
            ["policy"] = () => Bytes($"default-src 'none'; script-src '{Hash(layout)}' '{Hash(script)}'; style-src '{Hash(style)}'; base-uri 'none'; form-action 'none'"),
            ["title"] = () => Bytes(WebUtility.HtmlEncode(PlainText.Line(facts.Title))),
            ["style"] = () => Bytes(style),
            ["layout"] = () => Bytes(layout),
            ["script"] = () => Bytes(script),
            ["data"] = () => PageData.Of(facts),
        };
        var pieces = html.Split("@@");
        for (var i = 0; i < pieces.Length; i++)
        {
            output.Write(i % 2 == 0 ? Bytes(pieces[i]) : parts[pieces[i]]());
        }
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Bytes(text)))}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

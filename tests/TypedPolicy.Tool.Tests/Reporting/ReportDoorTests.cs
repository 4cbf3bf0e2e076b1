using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TypedPolicy.Model.Languages;
using TypedPolicy.Report.Facts;
using TypedPolicy.Report.Writing;
using TypedPolicy.Tests.Hostile;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>Five thousand hostile texts as every text of a report, in each of its formats and in the drawing, each read again by that format's own reader.</summary>
public sealed partial class ReportDoorTests
{
    private static readonly string[] Texts = [.. TextMutations.Texts(15, 5_000).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void A_page_is_that_of_a_harmless_policy_but_for_its_title_and_its_data()
    {
        var harmless = Page(HostileFacts.Of(["harmless"]));
        foreach (var texts in Texts.Chunk(200).Append(Texts))
        {
            var page = Page(HostileFacts.Of(texts));
            var title = WebUtility.HtmlDecode(Title().Match(page).Groups["title"].Value);
            Assert.Equal(PlainText.Line(texts[0]), title);
            Assert.Equal(Frame(harmless), Frame(page));
            using var data = JsonDocument.Parse(Data().Match(page).Groups["data"].Value);
            Assert.Equal(texts.Select(t => PlainText.Line(t)), data.RootElement.GetProperty("names").EnumerateArray().Select(n => n[0].GetString()));
            Assert.Equal(texts.Select(t => PlainText.Line(t)), data.RootElement.GetProperty("justifications").EnumerateArray().Select(n => n[2].GetString()));
        }
    }

    [Fact]
    public void JSON_is_read_as_the_texts()
    {
        foreach (var texts in Texts.Chunk(500))
        {
            using var stream = new MemoryStream();
            JsonReport.Write(stream, HostileFacts.Of(texts));
            using var report = JsonDocument.Parse(stream.ToArray());
            Assert.Equal(PlainText.Line(texts[0]), report.RootElement.GetProperty("title").GetString());
            Assert.Equal(texts.Select(t => PlainText.Line(t)), report.RootElement.GetProperty("domains").EnumerateArray().Select(d => d.GetProperty("summary").GetString()));
            Assert.Equal(texts.Select(t => PlainText.Line(t)), report.RootElement.GetProperty("labels").EnumerateArray().Select(l => l.GetProperty("path").GetString()));
        }
    }

    [Fact]
    public void Markdown_has_the_lines_and_marks_of_a_harmless_policy()
    {
        foreach (var texts in Texts.Chunk(50))
        {
            var harmless = Markdown(HostileFacts.Of([.. texts.Select((_, i) => $"harmless{i}")]));
            var hostile = Markdown(HostileFacts.Of(texts));
            Assert.Equal(Marks(harmless), Marks(hostile));
        }
    }

    [Fact]
    public void Text_of_Markdown_is_the_text_and_no_mark()
    {
        foreach (var text in Texts)
        {
            var plain = MarkdownText.Plain(text);
            Assert.Matches(OnlyText(), plain);
            Assert.Equal(PlainText.Line(text), WebUtility.HtmlDecode(Escape().Replace(plain.Replace("<span>@</span>", "@", StringComparison.Ordinal), "$1")));
            Assert.Matches(OneSpan(), MarkdownText.Code(text));
        }
    }

    [Fact]
    public void A_drawing_has_the_elements_of_a_harmless_one()
    {
        foreach (var texts in Texts.Chunk(40))
        {
            var harmless = Drawing(HostileFacts.Of([.. texts.Select((_, i) => $"harmless{i}")]));
            var hostile = Drawing(HostileFacts.Of(texts));
            Assert.Equal(Elements(harmless), Elements(hostile));
            Assert.Contains(hostile.Descendants(), e => e.Value.StartsWith(PlainText.Line(texts[0].Length > 40 ? texts[0][..40] : texts[0]), StringComparison.Ordinal));
        }

        static IEnumerable<string> Elements(XDocument drawing) => drawing.Descendants().Select(e => $"{e.Name} {string.Join(' ', e.Attributes().Select(a => a.Name))}");
    }

    private static string Page(PolicyFacts facts)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(stream, facts);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Frame(string page) => Brand().Replace(Title().Replace(Data().Replace(page, ""), ""), "");

    private static string Markdown(PolicyFacts facts)
    {
        using var output = new StringWriter();
        MarkdownReport.Write(output, facts);
        return output.ToString();
    }

    // What is left of each line without code and without what is escaped: words of the report, and its marks.
    private static IEnumerable<string> Marks(string markdown) => markdown.Split('\n').Select(line => Words().Replace(CodeOrEscaped().Replace(line, ""), ""));

    private static XDocument Drawing(PolicyFacts facts)
    {
        using var output = new StringWriter();
        DomainDrawing.Write(output, facts, facts.Domains[0]);
        return XDocument.Parse(output.ToString(), LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("<title>(?<title>[^<]*) – SELinux policy report</title>", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex("<span class=\"brand-name\">[^<]*</span>", RegexOptions.ExplicitCapture)]
    private static partial Regex Brand();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(?<data>[^<]*)</script>", RegexOptions.ExplicitCapture)]
    private static partial Regex Data();

    [GeneratedRegex(@"\A(\\[\\`*_{}\[\]()#+\-.!|~$]|&(amp|lt|gt|#58);|<span>@</span>|[^\\`*_{}\[\]()#+\-.!|~$&<>:@\r\n])*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyText();

    [GeneratedRegex(@"\A`(\\\||[^`|\r\n])*`\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OneSpan();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!|~$])")]
    private static partial Regex Escape();

    // An escaped backtick opens no code.
    [GeneratedRegex(@"`[^`\n]*`|\\[\\`*_{}\[\]()#+\-.!|~$]|&(amp|lt|gt|#58);|<span>@</span>", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeOrEscaped();

    [GeneratedRegex(@"[^\\`*_{}\[\]()#+\-.!|~$&<>:@]+")]
    private static partial Regex Words();
}

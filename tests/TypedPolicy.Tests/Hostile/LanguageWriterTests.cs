using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Hostile;

/// <summary>Five thousand texts through the writer of each language, and what comes out read again by that language's own reader.</summary>
public sealed class LanguageWriterTests
{
    private static readonly string[] Texts = TextMutations.Texts(11, 5_000);

    [Fact]
    public void A_literal_of_C_sharp_is_the_text()
    {
        var source = new StringBuilder("static class T { static readonly string[] All = new[] {\n");
        foreach (var text in Texts)
        {
            source.Append(CSharpText.Literal(text)).Append(",\n").Append(CSharpText.ReadableLiteral(text)).Append(",\n");
            CSharpText.AppendVerbatim(source, text);
            source.Append(",\n");
        }

        var root = Parse(source.Append("}; }").ToString());
        Assert.Equal(Texts.SelectMany(t => new[] { t, t, t }), root.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(l => l.Token.ValueText));
    }

    [Fact]
    public void A_comment_of_C_sharp_is_one_comment()
    {
        var source = new StringBuilder();
        foreach (var text in Texts)
        {
            source.Append("// ").Append(CSharpText.Comment(text)).Append('\n').Append("/// <summary>").Append(CSharpText.Documentation(text)).Append("</summary>\n");
        }

        var root = Parse(source.Append("class T;").ToString());
        Assert.Equal("class T;", root.ToString());
        Assert.Equal(Texts.Length, root.DescendantTrivia().Count(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)));
        var summaries = root.DescendantNodes(descendIntoTrivia: true).OfType<XmlElementSyntax>().ToList();
        Assert.Equal(Texts.Length, summaries.Count);
        Assert.All(summaries, s => Assert.All(s.Content, c => Assert.IsType<XmlTextSyntax>(c)));
    }

    [Fact]
    public void An_identifier_is_one_or_is_refused()
    {
        foreach (var text in Texts)
        {
            Assert.True(!CSharpText.IsIdentifier(text) || SyntaxFacts.IsValidIdentifier(text.TrimStart('@')), text);
            Assert.True(CSharpText.IsIdentifier(text) ? CSharpText.Identifier(text) == text : Record.Exception(() => CSharpText.Identifier(text)) is ArgumentException);
        }
    }

    [Fact]
    public void XML_is_read_as_the_text_without_what_it_cannot_hold()
    {
        foreach (var text in Texts)
        {
            var element = XElement.Parse($"<a b=\"{XmlText.Line(text)}\">{XmlText.Line(text)}</a>", LoadOptions.PreserveWhitespace);
            Assert.Equal((PlainText.Line(text), PlainText.Line(text)), (element.Value, element.Attribute("b")!.Value));
            Assert.Equal(XmlText.CanHold(text), Record.Exception(() => new XElement("a", text).ToString()) is null);
        }
    }

    [Fact]
    public void A_string_of_CIL_is_refused_or_read_again()
    {
        foreach (var text in Texts)
        {
            if (!CilString.IsQuotable(text))
            {
                Assert.Throws<ArgumentException>(() => new CilString(text));
                continue;
            }

            Assert.True(CilReader.TryRead($"(a {new CilString(text)} b)", out var nodes, out var error, out _), error);
            Assert.Equal(new CilList("a", new CilString(text), "b"), Assert.Single(nodes));
        }

        Assert.All(Texts.Where(CilAtom.IsSymbol), text => Assert.True(CilReader.TryRead($"(a {new CilAtom(text)})", out var nodes, out _, out _) && nodes.Length == 1));
    }

    [Fact]
    public void A_message_is_one_line_that_commands_no_terminal()
    {
        Assert.All(Texts, text =>
        {
            Assert.DoesNotContain(PlainText.Line(text), Commands);
            Assert.DoesNotContain(new Finding(new RuleText(DiagnosticId.InvalidName, text), Origin.None).Message, Commands);
            Assert.DoesNotContain(PlainText.Lines(text).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal), Commands);
            Assert.Equal(text.Where(c => c is >= ' ' and <= '~'), PlainText.Line(text).Where((c, i) => text[i] is >= ' ' and <= '~'));
        });
        Assert.Equal("a😀é b", PlainText.Line("a😀é\tb"));
    }

    /// <summary>Each string of the vocabulary, with texts that end lines, forge places and turn directions, in every analyzer and in the findings of the generator.</summary>
    [Fact]
    public async Task No_message_of_an_analyzer_has_a_second_line()
    {
        string[] texts = ["X\n/etc/passwd(1,1): error CS0001: no", "\r\u0085\u2028\u2029x", "\u202E\u2066evil\u200B", "\u001B[2J\u009B31m", "\uD800(", new string('\u2028', 700)];
        var messages = 0;
        foreach (var (place, (source, _)) in StringPlaces.All.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var text in texts)
            {
                var literal = SymbolDisplay.FormatLiteral(text, quote: true);
                var compilation = Policy.Compile([("Policy.cs", source.Replace("§", literal, StringComparison.Ordinal)), Policy.Usings]);
                foreach (var diagnostic in await Analysis.Of(compilation))
                {
                    Assert.True(!diagnostic.GetMessage(null).Any(Commands), $"{place}: {diagnostic.GetMessage(null)}");
                    messages++;
                }

                Assert.All(Direct.Of(compilation).Findings, f => Assert.DoesNotContain(f.Message, Commands));
            }
        }

        Assert.True(messages > 300, $"Only {messages} messages.");
    }

    // A predicate that is true for what may not reach a terminal.
    private static bool Commands(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200B' or '\u202E' or '\u2066' or '\uFEFF' or '\uFFFF' || (char.IsSurrogate(c) && c is '\uD800');

    private static SyntaxNode Parse(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse));
        Assert.DoesNotContain(tree.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        return tree.GetRoot();
    }
}

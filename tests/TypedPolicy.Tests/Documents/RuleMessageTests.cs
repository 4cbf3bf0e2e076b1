using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Rules;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>Whoever searches for a message finds its rule: every message is in the catalogue, in the class of its rule.</summary>
public sealed partial class RuleMessageTests
{
    private static readonly Lazy<string> Sources = new(() => string.Concat(new[] { "src/TypedPolicy.Model", "src/TypedPolicy.Binding", "analyzers" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Path.GetFileName(file).StartsWith("RuleCatalogue.", StringComparison.Ordinal) || Path.GetFileName(file) == "RuleCatalogue.FileContexts.cs")
        .Select(File.ReadAllText)));

    public static TheoryData<DiagnosticId> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_a_class_of_its_name_with_its_row_and_its_messages(DiagnosticId id)
    {
        var type = typeof(RuleCatalogue).GetNestedType(id.ToString());

        Assert.NotNull(type);
        Assert.Same(RuleCatalogue.Get(id), type.GetField("Rule")?.GetValue(null));
        Assert.NotEmpty(Messages(id));
        Assert.All(Messages(id), message => Assert.Equal(id, message.Message.Rule));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_message_of_a_rule_is_reported_somewhere(DiagnosticId id) =>
        Assert.All(Messages(id), message => Assert.Matches($@"\b{id}\.{message.Name}\b", Sources.Value));

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_rule_reports_is_a_message_of_the_catalogue(DiagnosticId id)
    {
        var formats = Messages(id).Select(m => new Regex("^" + Hole().Replace(Regex.Escape(m.Message.Format.Replace("{{", "\u0001", StringComparison.Ordinal).Replace("}}", "\u0002", StringComparison.Ordinal)), ".*").Replace("\u0001", @"\{", StringComparison.Ordinal).Replace("\u0002", @"\}", StringComparison.Ordinal), RegexOptions.Singleline)).ToList();
        var reported = RuleCases.All.Where(c => c.Rule == id).SelectMany(c => c.Problems).Select(p => p[(p.IndexOf("): ", StringComparison.Ordinal) + 3)..])
            .Concat(JudgementCases.All.Where(c => c.Rule == id).SelectMany(c => c.Squiggles).Select(s => s[(s.IndexOf("» ", StringComparison.Ordinal) + 2)..]));

        Assert.All(reported, text => Assert.Contains(formats, format => format.IsMatch(text)));
    }

    [Fact]
    public void No_finding_is_made_of_another_text() => Assert.DoesNotMatch(@"new RuleText\(|RuleText\(DiagnosticId", Sources.Value.Replace("public readonly record struct RuleText(DiagnosticId", "", StringComparison.Ordinal));

    private static IEnumerable<(string Name, RuleMessage Message)> Messages(DiagnosticId id) => typeof(RuleCatalogue).GetNestedType(id.ToString())!
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(RuleMessage))
        .Select(field => (field.Name, (RuleMessage)field.GetValue(null)!));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"\\\{\d+(:N0)?}")]
    private static partial Regex Hole();
}

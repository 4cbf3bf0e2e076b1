using System.Runtime.CompilerServices;
using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>The global configs of the analysis modes, made from the table of rules: APPROVE=1 dotnet test makes them again.</summary>
public sealed class AnalysisModeTests
{
    [Theory]
    [InlineData("Default")]
    [InlineData("Strict")]
    [InlineData("All")]
    [InlineData("None")]
    public void Each_mode_says_what_the_table_makes_of_it(string mode)
    {
        var file = Path.Combine(Folder(), $"{mode}.globalconfig");
        var expected = Config(mode);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(file, expected);
        }

        Assert.Equal(expected, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void No_mode_says_anything_of_what_blocks_a_policy()
    {
        var blocking = RuleCatalogue.All.Where(rule => rule.IsBlocking).Select(rule => rule.Id.Code());

        Assert.All(Directory.GetFiles(Folder()).Select(File.ReadAllText), text => Assert.DoesNotContain(blocking, id => text.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_property_of_judgements_has_all_that_are_warnings()
    {
        var property = System.Xml.Linq.XDocument.Load(Path.Combine(Folder(), "..", "TypedPolicy.props")).Descendants("TypedPolicyJudgements").Single().Value;

        Assert.Equal(
            RuleCatalogue.All.Where(rule => !rule.IsBlocking && rule.Severity == RuleSeverity.Warning).Select(rule => rule.Id.Code()),
            property.Split(';'));
    }

    private static string Config(string mode)
    {
        var lines = RuleCatalogue.All
            .Where(rule => !rule.IsBlocking && Severity(mode, rule) is not null)
            .Select(rule => $"dotnet_diagnostic.{rule.Id.Code()}.severity = {Severity(mode, rule)}\n");
        return $"# TypedPolicyAnalysisMode {mode}. Made from RuleCatalogue; whatever a project says itself comes before it.\nis_global = true\nglobal_level = -10\n\n{string.Concat(lines)}";
    }

    private static string? Severity(string mode, RuleMetadata rule) => (mode, rule.Severity) switch
    {
        ("Strict", RuleSeverity.Warning) => "error",
        ("Strict", RuleSeverity.Info) => "warning",
        ("All", RuleSeverity.Info or RuleSeverity.Hidden) => "warning",
        ("None", _) => "none",
        _ => null,
    };

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "TypedPolicy", "build", "modes"));
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>The limits that docs/security.md states, against the constants of the code.</summary>
public sealed partial class SecurityPageTests
{
    // How much is shown or written of something, numbers of formats, and what follows from a limit.
    private static readonly string[] NoLimits =
    [
        "AccessExplanation.MaxRules", "InterfaceWeight.MaxExtra", "AccessOfInterfaces.MaxShown", "AccessPlanner.MaxListedCost", "AccessAttributes.MaxLineLength", "AnswerWriter.MaxExtra", "AnswerWriter.MaxPermissions",
        "AskedPolicy.MaxSources", "BuiltPolicy.MaxNamed", "CauseText.MaxNames", "ChildFailure.MaxOwnCode", "ChildWatch.Interval", "CilWriter.MaxCommentLength", "DenialExplanation.MaxLines", "DenialText.MaxRules", "Documentation.MaxSummaryLength", "DomainDrawing.MaxShown", "EmbeddedBase.MaxPermissions", "HeaderIndex.MaxProblems",
        "ImportCommand.MaxProblems", "GuestMachine.MaxConsole", "IoctlRequests.Max", "KernelUnderTest.MaxWrong", "LearnCommand.MaxOpen", "LearnedText.MaxForeign", "Learner.MaxOthers", "Listed.Max", "LogAnswers.MaxOfJson", "LongLines.MaxLength", "MarkdownReport.MaxChanges", "MarkdownReport.MaxDomains", "MarkdownReport.MaxPaths", "MarkdownReport.MaxPowers", "NearNames.Max", "NearPath.MaxLetters", "OneTypeFix.MaxOffers", "PathPattern.MaxSourceLength", "PolicyCode.MaxPorts",
        "PolicyReader.MaxValue", "PolicyUnderTest.MaxWrong", "PortsOfBase.MaxShown", "SecurityLevel.MaxCategory", "SecurityLevel.MaxSensitivity", "RuleLines.MaxShown", "SourceLines.MaxLineLength", "StatementPlacer.MaxQuoteLength", "UnreadClasses.Max",
    ];

    public static TheoryData<string, string, string> Limits
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (Match row in Row().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "security.md"))))
            {
                rows.Add(row.Groups["type"].Value, row.Groups["name"].Value, row.Groups["value"].Value.Trim());
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_is_what_the_code_has(string type, string name, string stated)
    {
        if (Sources().Where(f => Path.GetFileName(f).Split('.')[0] == type).SelectMany(f => Times().Matches(File.ReadAllText(f))).FirstOrDefault(m => m.Groups["name"].Value == name) is { } time)
        {
            Assert.Equal(TimeSpan.FromSeconds(Number(time.Groups["value"].Value) * Seconds(time.Groups["unit"].Value)), TimeSpan.FromSeconds(Number(stated.Split(' ')[0]) * Seconds(stated.Split(' ')[1])));
            return;
        }

        var constant = Assert.Single(
            Sources().Where(f => Path.GetFileName(f).Split('.')[0] == type).Select(f => Regex.Match(File.ReadAllText(f), $@"const (int|long|uint) {name} = (?<value>[0-9_]+)L?(?<shift> << (?<by>[0-9]+))?(?<factors>( \* [0-9]+)*);")),
            m => m.Success);

        var value = Number(constant.Groups["value"].Value.Replace("_", "", StringComparison.Ordinal));
        value <<= constant.Groups["shift"].Success ? (int)Number(constant.Groups["by"].Value) : 0;
        value = constant.Groups["factors"].Value.Split(" * ", StringSplitOptions.RemoveEmptyEntries).Aggregate(value, (v, f) => v * Number(f));

        var number = Number(stated.Split(' ')[0].Replace(",", "", StringComparison.Ordinal));
        Assert.Equal(value, stated.Contains(" Mi", StringComparison.Ordinal) && !stated.Contains(" minutes", StringComparison.Ordinal) ? number << 20 : number);
    }

    [Fact]
    public void The_page_states_every_limit()
    {
        var stated = Limits.Select(row => $"{row[0]}.{row[1]}").ToHashSet(StringComparer.Ordinal);
        var code = Sources().SelectMany(f => Constant().Matches(File.ReadAllText(f)).Concat(Times().Matches(File.ReadAllText(f))).Select(m => $"{Path.GetFileName(f).Split('.')[0]}.{m.Groups["name"].Value}")).ToHashSet(StringComparer.Ordinal);

        Assert.True(code.Count > 100, $"Only {code.Count} constants.");
        Assert.Equal([], code.Except(stated).Except(NoLimits).Order(StringComparer.Ordinal));
        Assert.Equal([], NoLimits.Where(n => !code.Contains(n) || stated.Contains(n)));
    }

    [Fact]
    public void A_constant_that_bounds_something_is_called_Max() =>
        Assert.Equal([], Sources().SelectMany(f => OtherMaximum().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")));

    private static IEnumerable<string> Sources() =>
        new[] { "src", "analyzers", "generators" }.SelectMany(d => Directory.GetFiles(Path.Combine(Root(), d), "*.cs", SearchOption.AllDirectories)).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static long Seconds(string unit) => unit.ToLowerInvariant().TrimEnd('s') switch { "second" => 1, "minute" => 60, "hour" => 3_600, "day" => 86_400, _ => throw new FormatException(unit) };

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"const (int|long|uint) (?<name>Max\w*) =", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"const \w+ (Most|Maximum|Longest|Largest|Deepest)\w*", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMaximum();

    [GeneratedRegex(@"static readonly TimeSpan (?<name>\w+) = TimeSpan\.From(?<unit>\w+)\((?<value>[0-9]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"^\| .+ \| (?<value>[0-9,]+[^|]*) \|.* `(?<type>\w+)\.(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

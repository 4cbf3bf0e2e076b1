using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>The limits that docs/security.md states, against the constants of the code.</summary>
public sealed partial class SecurityPageTests
{
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
        var constant = Assert.Single(
            Directory.GetFiles(Path.Combine(Root(), "src"), $"{type}.cs", SearchOption.AllDirectories).Select(f => Regex.Match(File.ReadAllText(f), $@"const (int|long|uint) {name} = (?<value>[0-9_]+)L?(?<shift> << (?<by>[0-9]+))?(?<factors>( \* [0-9]+)*);")),
            m => m.Success);

        var value = Number(constant.Groups["value"].Value.Replace("_", "", StringComparison.Ordinal));
        value <<= constant.Groups["shift"].Success ? (int)Number(constant.Groups["by"].Value) : 0;
        value = constant.Groups["factors"].Value.Split(" * ", StringSplitOptions.RemoveEmptyEntries).Aggregate(value, (v, f) => v * Number(f));

        var number = Number(stated.Split(' ')[0].Replace(",", "", StringComparison.Ordinal));
        Assert.Equal(value, stated.Contains(" Mi", StringComparison.Ordinal) && !stated.Contains(" minutes", StringComparison.Ordinal) ? number << 20 : number);
    }

    [Fact]
    public void The_page_states_limits() => Assert.True(Limits.Count() > 25);

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"^\| .+ \| (?<value>[0-9,]+[^|]*) \|.* `(?<type>\w+)\.(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

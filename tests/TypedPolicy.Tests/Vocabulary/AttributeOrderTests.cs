using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedPolicy.Tests.Vocabulary;

/// <summary>A new attribute may be anywhere in the list of kinds.</summary>
public sealed partial class AttributeOrderTests
{
    [Fact]
    public void No_code_compares_or_counts_with_the_order_of_kinds()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "src", "TypedPolicy.Binding"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.Contains(files, f => Path.GetFileName(f) == "AttributeKind.cs");
        Assert.Equal([], files.SelectMany(f => File.ReadLines(f).Where(line => Ordered().IsMatch(line)).Select(line => $"{Path.GetFileName(f)}: {line.Trim()}")));
        Assert.Matches(Ordered(), "w is >= AttributeKind.Allow and <= AttributeKind.RawCil");
        Assert.Matches(Ordered(), "(AccessKind)(word - AttributeKind.Allow)");
        Assert.DoesNotMatch(Ordered(), "(\"Role\", 1) => AttributeKind.RoleOf,");
    }

    private static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"(?<!=)[<>]=? ?AttributeKind\.|[-+] AttributeKind\.|\((int|byte)\)\(?[wW]ord", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();
}

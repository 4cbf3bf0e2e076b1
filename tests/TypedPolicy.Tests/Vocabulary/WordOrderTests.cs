using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedPolicy.Tests.Vocabulary;

/// <summary>A new attribute may stand anywhere in the list of words.</summary>
public sealed partial class WordOrderTests
{
    [Fact]
    public void No_code_compares_or_counts_with_the_order_of_words()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "src", "TypedPolicy.Binding"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.Contains(files, f => Path.GetFileName(f) == "Word.cs");
        Assert.Equal([], files.SelectMany(f => File.ReadLines(f).Where(line => Ordered().IsMatch(line)).Select(line => $"{Path.GetFileName(f)}: {line.Trim()}")));
        Assert.Matches(Ordered(), "w is >= Word.Allow and <= Word.RawCil");
        Assert.Matches(Ordered(), "(AccessKind)(word - Word.Allow)");
        Assert.DoesNotMatch(Ordered(), "(\"Role\", 1) => Word.RoleOf,");
    }

    private static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"(?<!=)[<>]=? ?Word\.|[-+] Word\.|\((int|byte)\)\(?[wW]ord", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();
}

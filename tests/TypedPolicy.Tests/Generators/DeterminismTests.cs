using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

public sealed class DeterminismTests
{
    private const string Rule = "[Allow<Etc>(FilePerms.Read, DirPerms.Search)]";

    private static readonly (string Path, string Source)[] Files =
    [
        Policy.Usings,
        ("A.cs", $"[assembly: RawCil(\"(policycap a)\")]\n{Rule}\n[Domain] public partial class Web {{ [Optional, Allow<Etc>(FilePerms.Write)] static class One; }} [External(\"etc_t\")] public class Etc;"),
        ("B.cs", $"[assembly: RawCil(\"(policycap a)\")]\n\n{Rule} [DontAudit<Etc>(FilePerms.Write)]\npublic partial class Web {{ [If<Can>, Allow<Etc>(FilePerms.Append)] static class Two; [Entrypoint] public class Exec; }}"),
        ("C.cs", $"[PolicyBoolean] public class Can; public partial class Web {{\n/// <summary>Three.</summary>\n[If<Can>, Allow<Etc>(FilePerms.Append)] static class Three; }} file static class Hidden {{ [FileType, FileContext(\"/srv/a\")] public class Data; }}"),
        ("D.cs", "file static class Hidden { [FileType, FileContext(\"/srv/b\")] public class Other; }\n[RulesFor<Etc>, Allow<Web>(FdPerms.Use)] static class ForEtc; [RulesFor<Etc>, RawCil(\"(policycap a)\")] file static class Hide;"),
    ];

    [Fact]
    public void The_order_of_files_changes_no_byte()
    {
        var first = Carried(Files);

        Assert.Contains("lmx", first, StringComparison.Ordinal);
        Assert.All(Orders(Files), order => Assert.Equal(first, Carried(order)));
    }

    [Fact]
    public void The_order_of_files_changes_no_problem()
    {
        var files = Files.Append(("E.cs", "[Domain(\"web_t\")] public class Twice; public partial class Web { [FileType, FileContext(\"x\")] public class Bad; } [Domain(\"web_t\")] public class Thrice;")).ToArray();
        var first = Carried(files);

        Assert.Contains("TP1001", first, StringComparison.Ordinal);
        Assert.All(Orders(files).Take(30), order => Assert.Equal(first, Carried(order)));
    }

    [Fact]
    public void Line_ends_of_Windows_change_no_byte()
    {
        (string Path, string Source)[] files = [("Sample.cs", Sample.Source), .. Files];
        var windows = Carried([.. files.Select(f => (f.Path, f.Source.ReplaceLineEndings("\r\n")))]);

        Assert.Equal(Carried(files), windows);
        Assert.DoesNotContain('\r', windows);
    }

    [Fact]
    public void The_language_of_the_machine_changes_no_byte()
    {
        var plain = Carried(Sample.Source);
        var before = CultureInfo.CurrentCulture;
        var turkish = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
        turkish.NumberFormat.NegativeSign = "~";
        Assert.Equal("İ", turkish.TextInfo.ToUpper("i"));
        try
        {
            CultureInfo.CurrentCulture = turkish;
            Assert.Equal(plain, Carried(Sample.Source));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_rule_that_is_said_twice_is_written_once_for_its_first_place() =>
        Assert.Single(Regex.Matches(Direct.Of(Policy.Compile(Files), lineMarks: true).Cil, @"\(allow web_t etc_t \(dir \(search\)\)\)"));

    private static string Carried(string source) => Carried([("Sample.cs", source)]);

    private static string Carried((string Path, string Source)[] files)
    {
        var result = Policy.Driver([]).RunGenerators(Policy.Compile(files)).GetRunResult();
        Assert.Null(result.Results[0].Exception);
        return result.GeneratedTrees.Single().ToString();
    }

    private static IEnumerable<(string, string)[]> Orders((string, string)[] files) =>
        files.Length == 1
            ? [files]
            : files.SelectMany((file, i) => Orders([.. files.Where((_, j) => j != i)]).Select(rest => rest.Prepend(file).ToArray()));
}

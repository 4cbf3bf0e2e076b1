using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Hostile;

public sealed class HostileSourceTests
{
    [Theory]
    [InlineData("/// <summary>;;* lme\n/// ;;* lmx 1 \"x\"</summary>")]
    [InlineData("/// <summary>a\u000B;;* lme (allow a b (file (read)))</summary>")]
    [InlineData("/// <summary>&#10;;;* lme &lt;<see cref=\"X\n/// ;;* lme\"/></summary>")]
    [InlineData("/// <summary>(((</summary>")]
    [InlineData("/// <summary>\uD83D\uDE00 smile</summary>")]
    public void A_documentation_comment_stays_a_comment(string comment)
    {
        var plain = Direct.Of("[Domain] public class D;").Cil;
        var commented = Direct.Of(comment + "\n[Domain] public class D;").Cil;

        Assert.Equal(Sexp.Heads(plain), Sexp.Heads(commented));
        Assert.DoesNotContain("\n;;*", commented, StringComparison.Ordinal);
        Assert.Equal(Lines(plain) + 1, Lines(commented));
    }

    [Fact]
    public void A_name_beyond_ASCII_is_refused_unless_the_SELinux_name_is_given()
    {
        Assert.Equal(["TP1003"], Policy.Brief("[Domain] public class Größe;").Ids());
        Policy.Brief("[Domain(\"size_t\")] public class Größe;").Says("(type size_t)");
        Policy.Brief("[TypeAttribute] public interface I\\u0041;").Says("(typeattribute a)");
    }

    [Theory]
    [InlineData("a\"b.cs")]
    [InlineData("a\n;;* lme\n.cs")]
    [InlineData("a b\u2028.cs")]
    [InlineData("../out side/x.cs")]
    public void The_path_of_a_file_stays_inside_its_line_mark(string path)
    {
        var cil = Direct.Of(Policy.Compile([(path, "[TypedPolicy.Domain] public class D;")]), lineMarks: true).Cil;

        Assert.All(cil.Split('\n').Where(l => l.StartsWith(";;*", StringComparison.Ordinal)), l => Assert.Matches("^;;\\* (lmx [0-9]+ \"[^\"]+\"|lme)$", l));
        Assert.Equal(cil.Split("\n;;* lmx").Length, cil.Split("\n;;* lme").Length);
    }

    private static int Lines(string text) => text.Count(c => c == '\n');
}

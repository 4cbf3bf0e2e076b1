using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP4001, TP4005 to TP4007, TP4012, TP4021: the text of a path.</summary>
public sealed class PathRuleTests
{
    [Theory]
    [InlineData("TP4001", """FileContextPattern("/etc/web.conf")""", ".", """FileContextPattern("/etc/web\\.conf")""")]
    [InlineData("TP4001", """FileContextPattern(@"/etc/web.conf(/.*)?")""", ".", """FileContextPattern(@"/etc/web\.conf(/.*)?")""")]
    [InlineData("TP4005", """FileContextPattern(@"/srv/\d")""", @"\d", """FileContextPattern(@"/srv/[0-9]")""")]
    [InlineData("TP4005", """FileContext("/etc/web\\.conf")""", @"\\.", """FileContext("/etc/web.conf")""")]
    [InlineData("TP4005", """FileContext("/srv/web(/.*)?")""", "(/.*)?", null)]
    [InlineData("TP4006", """FileContext("/opt/USERDATA")""", "USER", null)]
    [InlineData("TP4007", """FileContextTree("/home/alice/.web")""", "/home/alice", """FileContextTree("HOME_DIR/.web")""")]
    [InlineData("TP4021", """FileContext("/srv/web/*")""", "*", """FileContextPattern("/srv/web/[^/]*")""")]
    [InlineData("TP4021", """FileContext("/usr/bin/greeter*")""", "*", """FileContextPattern("/usr/bin/greeter[^/]*")""")]
    [InlineData("TP4021", """FileContextTree("/srv/web-?.d")""", "?", """FileContextPattern("/srv/web-[^/]\\.d(/.*)?")""")]
    [InlineData("TP4021", """FileContext("/srv/**/x")""", "**", """FileContextPattern("/srv/.*/x")""")]
    [InlineData("TP4021", """FileContext("/srv/{a,b.c}")""", "{a,b.c}", """FileContextPattern("/srv/(a|b\\.c)")""")]
    [InlineData("TP4021", """FileContext("/srv/disk[a-f]")""", "[a-f]", """FileContextPattern("/srv/disk[a-f]")""")]
    [InlineData("TP4021", """FileContext("/srv/disk[!a-f]*")""", "[!a-f]", """FileContextPattern("/srv/disk[^a-f][^/]*")""")]
    [InlineData("TP4012", """FileContextPattern("/srv/web/.*")""", "/.*", """FileContextPattern("/srv/web(/.*)?")""")]
    public async Task Each_is_underlined_at_its_characters_and_put_right(string id, string attribute, string underlined, string? right)
    {
        var project = PolicyProject.Of(Label(attribute), id);

        Assert.StartsWith($"{id} «{underlined}» ", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
        var text = await project.Fix();
        Assert.Equal(right is null ? null : "using TypedPolicy;\n" + Label(right), text);
        if (right is not null)
        {
            Assert.Empty(await project.Squiggles());
        }
    }

    [Theory]
    [InlineData("""FileContext("/etc/web.conf")""")]
    [InlineData("""FileContextPattern(@"/etc/web\.conf")""")]
    [InlineData("""FileContextPattern("/srv/web(/.*)?")""")]
    [InlineData("""FileContextTree("HOME_DIR/.web")""")]
    [InlineData("""FileContextTree("/home/lost+found")""")]
    [InlineData("""FileContext("/usr/bin/[")""")]
    [InlineData("""FileContext("/srv/app/[id].tsx")""")]
    [InlineData("""FileContext("/srv/{guid}")""")]
    [InlineData("""FileContext("/srv/a,b")""")]
    [InlineData("""FileContext(@"/srv/a\*b")""")]
    [InlineData("""FileContextPattern("/usr/bin/greeter[^/]*")""")]
    [InlineData("""FileContextPattern("/srv/[0-9]+/user")""")]
    public async Task What_is_meant_is_left_alone(string attribute) =>
        Assert.Empty(await PolicyProject.Of(Label(attribute), "TP4001", "TP4005", "TP4006", "TP4007", "TP4012", "TP4021").Squiggles());

    [Fact]
    public async Task Several_lines_of_a_raw_string_are_underlined_at_the_character()
    {
        var project = PolicyProject.Of(
            "[FileType]\n[FileContextPattern(\n    \"\"\"\n    /etc/web.conf\n    \"\"\")]\npublic sealed class Web;", "TP4001");

        var found = Assert.Single(await project.Find());

        Assert.Equal((4, 12), (found.Location.GetLineSpan().StartLinePosition.Line, found.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public async Task All_patterns_are_put_right_at_once()
    {
        var project = PolicyProject.Of(Label("""FileContextPattern("/etc/a.conf"), FileContextPattern("/etc/b.conf")"""), "TP4001");

        Assert.Equal("using TypedPolicy;\n" + Label("""FileContextPattern("/etc/a\\.conf"), FileContextPattern("/etc/b\\.conf")"""), await project.FixAll());
    }

    private static string Label(string attributes) => $"[FileType]\n[{attributes}]\npublic sealed class Web;";
}

using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP4008: labels that the target never consults.</summary>
public sealed class EquivalenceRuleTests
{
    [Fact]
    public async Task A_label_below_run_is_underlined_at_its_first_part_and_the_message_says_what_to_write()
    {
        var project = PolicyProject.Of("""[FileType, FileContext("/run/planet.sock", FileKind.Socket)] public sealed class Planet;""", "TP4008");

        Assert.Equal(
            ["TP4008 «/run» A label on /run/planet.sock is never used: by the equivalence '/run /var/run' of Enterprise Linux 9, paths below /run are looked up below /var/run. Write \"/var/run/planet.sock\"."],
            await project.Squiggles());
        Assert.Equal("using TypedPolicy;\n[FileType, FileContext(\"/var/run/planet.sock\", FileKind.Socket)] public sealed class Planet;", await project.Fix());
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("el8", "/run/x", "/var/run/x")]
    [InlineData("el10", "/var/run/x", "/run/x")]
    [InlineData("fedora", "/var/run/x", "/run/x")]
    [InlineData("debian12;el9", "/var/run/x", "/run/x")]
    [InlineData("debian12", "/var/run/lock/x", "/var/lock/x")]
    [InlineData("debian12", "/run/lock/x", "/var/lock/x")]
    [InlineData("fedora", "/var/lock/x", "/run/lock/x")]
    [InlineData("fedora", "/usr/sbin/x", "/usr/bin/x")]
    public async Task Each_target_has_its_own_spelling(string targets, string wrong, string right)
    {
        var project = PolicyProject.Of([Label($"FileContext(\"{wrong}\")")], ["TP4008"], targets);

        Assert.Contains($"Write \"{right}\".", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
        Assert.Contains($"(\"{right}\")", await project.Fix(), StringComparison.Ordinal);
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("""FileContextTree("/run/planet")""", "/run", """FileContextTree("/var/run/planet")""")]
    [InlineData("""FileContextTree("/run")""", "/run", """FileContextTree("/var/run")""")]
    [InlineData("""FileContextPattern(@"/run/planet\.sock")""", "/run", """FileContextPattern(@"/var/run/planet\.sock")""")]
    [InlineData(""""FileContextPattern("""/run/planet\.sock""")"""", "/run", """"FileContextPattern("""/var/run/planet\.sock""")"""")]
    [InlineData("""FileContextPattern("/run/planet\\.(sock|pid)")""", "/run", """FileContextPattern("/var/run/planet\\.(sock|pid)")""")]
    [InlineData("""FileContextNone("/run/planet")""", "/run", """FileContextNone("/var/run/planet")""")]
    [InlineData("""FileContext(path: "\x2frun/planet")""", @"\x2frun", """FileContext(path: "/var/run/planet")""")]
    public async Task Trees_patterns_and_every_kind_of_literal(string attribute, string underlined, string fixedAttribute)
    {
        var project = PolicyProject.Of(Label(attribute), "TP4008");

        Assert.StartsWith($"TP4008 «{underlined}» ", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
        Assert.Contains($"[{fixedAttribute}]", await project.Fix(), StringComparison.Ordinal);
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("""FileContext("/var/run/planet.sock")""")]
    [InlineData("""FileContext("/runner/planet.sock")""")]
    [InlineData("""FileContextTree("/var/lib/planet")""")]
    [InlineData("""FileContextPattern("/(var/)?run/planet")""")]
    [InlineData("""FileContextPattern("/runn?er")""")]
    public async Task Paths_beside_them_and_patterns_that_cover_the_real_spelling_are_left_alone(string attribute) =>
        Assert.Empty(await PolicyProject.Of(Label(attribute), "TP4008").Squiggles());

    [Fact]
    public async Task A_pattern_with_a_dead_part_names_the_part()
    {
        var squiggle = Assert.Single(await PolicyProject.Of(Label("""FileContextPattern("/(run|opt)/planet")"""), "TP4008").Squiggles());

        Assert.StartsWith("TP4008 «/(run|opt)/planet» Of the paths that /(run|opt)/planet matches, the label on /run/planet is never used", squiggle, StringComparison.Ordinal);
        Assert.EndsWith("Write a label for \"/var/run/planet\".", squiggle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constants_and_concatenations_are_underlined_where_their_text_stands_and_left_to_their_author()
    {
        var concatenated = PolicyProject.Of(Label("""FileContext("/run" + "/planet")"""), "TP4008");
        var constant = PolicyProject.Of("static class Paths { public const string Run = \"/run/planet\"; }\n" + Label("FileContext(Paths.Run)"), "TP4008");

        Assert.StartsWith("TP4008 «/run» ", Assert.Single(await concatenated.Squiggles()), StringComparison.Ordinal);
        Assert.Null(await concatenated.Fix());
        Assert.StartsWith("TP4008 «Paths.Run» ", Assert.Single(await constant.Squiggles()), StringComparison.Ordinal);
        Assert.Null(await constant.Fix());
    }

    [Fact]
    public async Task A_table_of_the_projects_own_takes_the_place_of_the_targets()
    {
        var project = PolicyProject.Of([Label("""FileContext("/run/x"), FileContext("/data/x")""")], ["TP4008"], substitutions: "/data /srv\n");

        Assert.Equal(
            ["TP4008 «/data» A label on /data/x is never used: by the equivalence '/data /srv' of file_contexts.subs_dist of the project, paths below /data are looked up below /srv. Write \"/srv/x\"."],
            await project.Squiggles());
    }

    [Fact]
    public async Task All_of_a_solution_are_fixed_at_once()
    {
        var project = PolicyProject.Of(
            [Label("""FileContext("/run/a"), FileContextTree("/run/b")"""), """[FileType, FileContext("/run/c")] public sealed class Other;"""], ["TP4008"]);

        var text = await project.FixAll();

        Assert.Empty(await project.Squiggles());
        Assert.Contains("""[FileContext("/var/run/a"), FileContextTree("/var/run/b")]""", text, StringComparison.Ordinal);
        Assert.Contains("""FileContext("/var/run/c")""", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("el9", """FileContext("/bin/planet")""", """FileContext("/usr/bin/planet")""")]
    [InlineData("el8", """FileContextTree("/bin/planets")""", """FileContextTree("/usr/bin/planets")""")]
    [InlineData("el9", """FileContextPattern("/bin/(planet|moon)")""", """FileContextPattern("/usr/bin/(planet|moon)")""")]
    public async Task A_label_below_a_link_of_the_system_is_one_that_restorecon_never_finds(string target, string attribute, string fixedAttribute)
    {
        var project = PolicyProject.Of([Label(attribute)], ["TP4008"], target);

        Assert.StartsWith("TP4008 «/bin» restorecon never finds the label on /bin/", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
        Assert.Contains($"[{fixedAttribute}]", await project.Fix(), StringComparison.Ordinal);
        Assert.Empty(await project.Squiggles());
    }

    [Theory]
    [InlineData("""FileContext("/bin", FileKind.SymbolicLink)""")]
    [InlineData("""FileContext("/bin/planet"), FileContext("/usr/bin/planet")""")]
    [InlineData("""FileContextPattern("/(usr/)?bin/planet")""")]
    [InlineData("""FileContext("/binary/planet")""")]
    public async Task The_link_itself_and_both_spellings_are_left_alone(string attribute) =>
        Assert.Empty(await PolicyProject.Of([Label(attribute)], ["TP4008"], "el9").Squiggles());

    [Fact]
    public async Task A_reason_silences_it() =>
        Assert.Empty(await PolicyProject.Of("""[Justified("TP4008", "A chroot.")]""" + Label("""FileContext("/run/x")"""), "TP4008").Squiggles());

    private static string Label(string attributes) => $"[FileType]\n[{attributes}]\npublic sealed class Planet;";
}

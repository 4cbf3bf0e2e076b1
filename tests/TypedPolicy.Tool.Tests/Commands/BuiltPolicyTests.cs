using System.Text.Json;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary>Which build a question is answered from, by the records that builds leave.</summary>
public sealed class BuiltPolicyTests : IDisposable
{
    private static readonly DateTime Noon = new(2020, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_configuration_that_was_built_last_is_asked_unless_one_is_named()
    {
        Build("Web", "Release", Noon);
        Build("Web", "Debug", Noon.AddHours(1));
        Assert.Equal("Debug", Find().Record.Configuration);
        Assert.Equal("Release", Find(configuration: "release").Record.Configuration);
        Assert.Contains("also built: Web (Release, net10.0)", Find().Notes("a base").First(), StringComparison.Ordinal);
        Assert.Contains("was not built in configuration Releese, but in Debug, Release. Did you mean 'Release'?", Refusal(configuration: "Releese"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_is_found_from_the_solution_the_project_and_below_it()
    {
        Build("src/Web", "Debug", Noon);
        Directory.CreateDirectory(_folder.At("src/Web/Rules/More"));
        Assert.All(["", "src", "src/Web", "src/Web/Rules/More"], f => Assert.Equal("Web", Find(f).Record.Name));
    }

    [Fact]
    public void The_build_is_found_where_the_solution_keeps_all_artifacts_in_one_folder()
    {
        Build("src/Web", "Debug", Noon, intermediate: "out/obj/Web");
        Assert.All(["", "src/Web"], f => Assert.Equal(_folder.At("out/obj/Web/Debug/net10.0/policy"), Find(f).Folder));
    }

    [Fact]
    public void Of_several_projects_one_is_named_or_lies_nearest()
    {
        Build("Web", "Debug", Noon);
        Build("Mail", "Debug", Noon.AddHours(1));
        Assert.Contains("Several projects with policy are built here: Mail, Web. Choose one with --project.", Refusal(), StringComparison.Ordinal);
        Assert.All(["Web", "web", "Web.csproj", "Web/Web.csproj", _folder.At("Web"), "./Web/"], p => Assert.Equal("Web", Find(project: p).Record.Name));
        Assert.Equal("Mail", Find("Mail").Record.Name);
        Assert.Equal("Web", Find("Mail", project: "../Web").Record.Name);
        Assert.Contains("No build of a project 'Maill' was found, but of Mail, Web. Did you mean 'Mail'?", Refusal(project: "Maill"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_only_uses_policy_is_not_what_is_asked_about()
    {
        Build("Web", "Debug", Noon);
        Build("Web.Tests", "Debug", Noon.AddHours(1), own: []);
        Assert.Equal("Web", Find().Record.Name);
        Assert.Equal("Web.Tests", Find("Web.Tests").Record.Name);
    }

    [Fact]
    public void Of_several_targets_one_is_chosen_with_the_bases_that_are_for_it()
    {
        Build("Web", "Debug", Noon, targets: ["debian12", "el9"], bases: [("/all", ""), ("/debian", "debian12"), ("/el9", "el9")]);
        var built = Find(target: Target.Debian12);
        Assert.Equal((_folder.At("Web/obj/Debug/net10.0/policy/debian12"), Target.Debian12), (built.Folder, built.Target));
        Assert.Equal(["/all", "/debian"], built.Bases);
        Assert.Contains("is built for debian12, el9. Choose one with --target.", Refusal(), StringComparison.Ordinal);
        Assert.Contains("is not built for fedora, but for debian12, el9.", Refusal(target: Target.Fedora), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_build_that_failed_there_is_no_answer()
    {
        var record = Build("Web", "Debug", Noon);
        File.WriteAllText(Path.ChangeExtension(record, ".pending"), "");
        Assert.Contains("The last build of Web (Debug, net10.0) failed or has not finished", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_build_of_a_referenced_project_that_failed_there_is_no_answer()
    {
        var record = Build("Shared", "Debug", Noon);
        Build("Web", "Debug", Noon, projects: ["Shared"]);
        Assert.Equal("Web", Find("Web").Record.Name);
        File.WriteAllText(Path.ChangeExtension(record, ".pending"), "");
        Assert.Contains("The last build of Shared (Debug, net10.0) failed", Refusal("Web"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_was_changed_added_or_deleted_since_is_named()
    {
        Build("Web", "Debug", Noon);
        Source("Web/Policy.cs", Noon.AddHours(-1));
        Assert.Empty(Find().NewerSources);
        Source("Web/Policy.cs", Noon.AddHours(1));
        Source("Web/New.cs", Noon.AddHours(1));
        Assert.Equal([_folder.At("Web/Policy.cs"), _folder.At("Web/New.cs")], Find().NewerSources);
        Assert.Equal("warning: changed since that build: Policy.cs, New.cs. The answer is about the old policy; run 'dotnet build'.", Find().Notes("a base").Last());
        File.Delete(_folder.At("Web/Policy.cs"));
        Assert.Contains(_folder.At("Web/Policy.cs"), Find().NewerSources);
    }

    [Fact]
    public void A_source_of_a_referenced_project_counts_too()
    {
        Build("Shared", "Debug", Noon);
        Build("Web", "Debug", Noon, projects: ["Shared"]);
        Source("Shared/Policy.cs", Noon.AddHours(1));
        Assert.Equal([_folder.At("Shared/Policy.cs")], Find("Web").NewerSources);
    }

    [Fact]
    public void A_tree_that_was_moved_is_asked_where_it_is_now()
    {
        Build("here/Web", "Debug", Noon);
        Directory.Move(_folder.At("here"), _folder.At("there"));
        Assert.Equal(_folder.At("there/Web/obj/Debug/net10.0/policy"), Find("there").Folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"version\": 2 }")]
    [InlineData("{ \"version\": 1, \"project\": 7 }")]
    public void A_record_that_makes_no_sense_is_passed_over(string text)
    {
        File.WriteAllText(Build("Web", "Debug", Noon), text);
        Assert.Contains("No build with policy was found", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_built_it_is_said_what_to_do() =>
        Assert.Contains("Run 'dotnet build' first, or name policy files with --policy.", Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_policy_that_is_gone_is_said_to_be()
    {
        Build("Web", "Debug", Noon);
        Directory.Delete(_folder.At("Web/obj/Debug"), recursive: true);
        Assert.Contains("is gone. Run 'dotnet build'", Refusal(), StringComparison.Ordinal);
    }

    private BuiltPolicy Find(string folder = "", string? project = null, string? configuration = null, Target? target = null) =>
        BuiltPolicy.Find(_folder.At(folder).TrimEnd('/'), project, configuration, target);

    private string Refusal(string folder = "", string? project = null, string? configuration = null, Target? target = null) =>
        Assert.Throws<SepolException>(() => Find(folder, project, configuration, target)).Message;

    private void Source(string file, DateTime written)
    {
        File.WriteAllText(_folder.At(file), "");
        File.SetLastWriteTimeUtc(_folder.At(file), written);
    }

    [Fact]
    public void Names_of_classes_are_those_of_the_build_that_was_made_last()
    {
        Build("Web", "Release", Noon, targets: ["debian12", "el9"]);
        Build("Web", "Debug", Noon.AddHours(1));
        Build("Mail", "Debug", Noon);
        Declare("Web/obj/Release/net10.0/policy/debian12/a.cil", "Site.Web", "web_t", "Site.Web.Tmp", "web_temporary_t", "Site.Web.Old", "web_old_t");
        Declare("Web/obj/Debug/net10.0/policy/a.cil", "Site.Web", "web_t", "Site.Web.Temporary", "web_temporary_t");
        Declare("Mail/obj/Debug/net10.0/policy/a.cil", "Post.Mail", "mail_t", "Post.Boxes.Box", "mail_box_t", "Post.Boxes.9", "mail_9_t");
        Assert.Equal(
            [("mail_box_t", "Boxes.Box"), ("mail_t", "Mail"), ("web_old_t", "Web.Old"), ("web_t", "Web"), ("web_temporary_t", "Web.Temporary")],
            OwnNames.Read(_folder.At("").TrimEnd('/'), []).Select(n => (n.Key, n.Value)).OrderBy(n => n.Key, StringComparer.Ordinal));
        Assert.Equal("Cow", OwnNames.Read(_folder.At("Web"), [Declare("cow.cil", "Farm.Cow", "bull_t"), _folder.At("missing.cil")])["bull_t"]);
    }

    private string Declare(string file, params string[] names)
    {
        var sections = names.Chunk(2).Select(n => $"\n; domain {n[0]}\n; A summary.\n;;* lmx 7 \"A.cs\"\n(type {n[1]})\n;;* lme\n(roletype object_r {n[1]})\n");
        File.WriteAllText(_folder.At(file), "; Policy module a, made by TypedPolicy from C#. Change the C#, not this file.\n" + string.Concat(sections));
        return _folder.At(file);
    }

    // What a build leaves: the project, its policy below obj, and the record.
    private string Build(string project, string configuration, DateTime started, string? intermediate = null, string[]? targets = null, string[]? own = null, (string Path, string Target)[]? bases = null, string[]? projects = null)
    {
        var obj = intermediate ?? $"{project}/obj";
        var staged = $"{obj}/{configuration}/net10.0/policy";
        var record = _folder.At($"{obj}/typedpolicy/{configuration}_net10.0.json");
        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        Directory.CreateDirectory(_folder.At(project));
        foreach (var folder in targets is null ? [staged] : targets.Select(t => $"{staged}/{t}"))
        {
            Directory.CreateDirectory(_folder.At(folder));
            File.WriteAllText(_folder.At($"{folder}/a.cil"), "");
        }

        File.WriteAllText(_folder.At(Csproj(project)), "");
        File.WriteAllText(_folder.At($"{project}/Policy.cs"), "");
        File.SetLastWriteTimeUtc(_folder.At($"{project}/Policy.cs"), started.AddHours(-1));
        File.WriteAllText(record, JsonSerializer.Serialize(new
        {
            version = 1,
            project = Relative(Csproj(project)),
            configuration,
            framework = "net10.0",
            started,
            staged = Relative(staged),
            policy = Relative($"{project}/bin/{configuration}/net10.0/policy"),
            targets = targets ?? ["el9"],
            files = targets is null ? ["a.cil"] : targets.Select(t => $"{t}/a.cil").ToArray(),
            own = own ?? ["a.cil"],
            bases = (bases ?? []).Select(b => new { path = b.Path, target = b.Target }),
            sources = new[] { Relative($"{project}/Policy.cs") },
            projects = (projects ?? []).Select(p => Relative(Csproj(p))),
        }));
        return record;

        string Relative(string path) => Path.GetRelativePath(Path.GetDirectoryName(record)!, _folder.At(path));

        static string Csproj(string project) => $"{project}/{Path.GetFileName(project)}.csproj";
    }
}

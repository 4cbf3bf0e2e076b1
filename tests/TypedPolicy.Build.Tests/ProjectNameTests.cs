using Microsoft.Build.Utilities;

namespace TypedPolicy.Build.Tests;

/// <summary>A misspelt property, item or metadata, which MSBuild takes in silence, is a warning at its place.</summary>
public sealed class ProjectNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<PropertyGroup><TypedPolicyTarget>debian12</TypedPolicyTarget></PropertyGroup>", "2,19: Unknown property 'TypedPolicyTarget'; it has no effect. Did you mean 'TypedPolicyTargets'?")]
    [InlineData("<PropertyGroup><TypedPolicyVerfy>true</TypedPolicyVerfy></PropertyGroup>", "2,19: Unknown property 'TypedPolicyVerfy'; it has no effect. Did you mean 'TypedPolicyVerify'?")]
    [InlineData("<PropertyGroup><TypePolicyTargets>el9</TypePolicyTargets></PropertyGroup>", "2,19: Unknown property 'TypePolicyTargets'; it has no effect. Did you mean 'TypedPolicyTargets'?")]
    [InlineData("<PropertyGroup><typedpolicylinemark>false</typedpolicylinemark></PropertyGroup>", "2,19: Unknown property 'typedpolicylinemark'; it has no effect. Did you mean 'TypedPolicyLineMarks'?")]
    [InlineData("<PropertyGroup><TypedPolicyColour>red</TypedPolicyColour></PropertyGroup>", "2,19: Unknown property 'TypedPolicyColour'; it has no effect. TypedPolicy reads TypedPolicyTargets, ")]
    [InlineData("<Choose><When Condition=\"true\"><PropertyGroup><TypedPolicyTarget>el9</TypedPolicyTarget></PropertyGroup></When></Choose>", "2,50: Unknown property 'TypedPolicyTarget'")]
    [InlineData("<ItemGroup><PolicyHeadrs Include=\"x\" /></ItemGroup>", "2,15: Unknown item 'PolicyHeadrs'; it has no effect. Did you mean 'PolicyHeaders'?")]
    [InlineData("<ItemGroup><PolicyBases Include=\"x\" /></ItemGroup>", "2,15: Unknown item 'PolicyBases'; it has no effect. Did you mean 'PolicyBase'?")]
    [InlineData("<ItemGroup><PolicyBase Include=\"x\" PolicyTargets=\"el9\" /></ItemGroup>", "2,38: Unknown metadata 'PolicyTargets' of PolicyBase; it has no effect. Did you mean 'PolicyTarget'?")]
    [InlineData("<ItemGroup><PolicyBase Include=\"x\"><Targt>el9</Targt></PolicyBase></ItemGroup>", "2,39: Unknown metadata 'Targt' of PolicyBase; it has no effect. PolicyBase reads PolicyTarget.")]
    [InlineData("<ItemGroup><PolicyHeaders Include=\"x\" PolicyTarget=\"el9\" /></ItemGroup>", "2,41: Unknown metadata 'PolicyTarget' of PolicyHeaders; it has no effect. It belongs to PolicyBase; PolicyHeaders reads Name, Installed, Define.")]
    [InlineData("<ItemGroup><PolicyHeaders Include=\"x\" Instaled=\"/etc/selinux/default\" /></ItemGroup>", "2,41: Unknown metadata 'Instaled' of PolicyHeaders; it has no effect. Did you mean 'Installed'?")]
    [InlineData("<ItemGroup><PolicyHeaders Include=\"x\" Defines=\"distro_redhat\" /></ItemGroup>", "2,41: Unknown metadata 'Defines' of PolicyHeaders; it has no effect. Did you mean 'Define'?")]
    public void A_misspelt_name_is_a_warning_at_its_place(string xml, string expected)
    {
        var warning = Assert.Single(Names(xml));
        Assert.StartsWith(_folder.PathOf("Project.csproj") + ":" + expected, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<PropertyGroup><TypedPolicyTargets>el9</TypedPolicyTargets><typedpolicyverify>true</typedpolicyverify></PropertyGroup>")]
    [InlineData("<PropertyGroup><TypedPolicyVersion>0.1.0</TypedPolicyVersion></PropertyGroup><ItemGroup><PackageReference Include=\"TypedPolicy\" Version=\"$(TypedPolicyVersion)\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><TypedPolicyTarget>el9</TypedPolicyTarget><TypedPolicyTargets>$(TypedPolicyTarget)</TypedPolicyTargets></PropertyGroup>")]
    [InlineData("<PropertyGroup><TypeScriptTarget>es6</TypeScriptTarget><PolicyTargets>a</PolicyTargets></PropertyGroup>")]
    [InlineData("<ItemGroup><PolicyHeaders Include=\"x\" Name=\"lamps\" Installed=\"y\" Define=\"z\" Condition=\"true\" /><PolicyBase Include=\"x\" policytarget=\"el9\" /><PolicyBase Remove=\"y\" /></ItemGroup>")]
    [InlineData("<ItemGroup><PolicyBaze Include=\"x\" /><PolicyBase Include=\"@(PolicyBaze)\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Policy Include=\"x\" /><BaseItem Include=\"x\" /></ItemGroup>")]
    public void What_is_spelt_rightly_or_used_by_the_project_itself_is_not(string xml) => Assert.Empty(Names(xml));

    [Fact]
    public void The_page_of_settings_has_a_row_for_each_property_that_a_project_may_set()
    {
        var page = File.ReadAllLines(Path.Combine(Packages.PackedTypedPolicy.Repository, "docs/settings.md"));
        Assert.Equal(
            ProjectSettings.All.Select(s => s.Name).Order(StringComparer.Ordinal),
            page.Where(line => line.StartsWith("| `TypedPolicy", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_that_the_project_imports_are_read_too()
    {
        _folder.Write("shared/Policy.props", "<Project>\n  <PropertyGroup>\n    <TypedPolicyTarget>el9</TypedPolicyTarget>\n  </PropertyGroup>\n</Project>");
        var warning = Assert.Single(Names("<Import Project=\"$(MSBuildThisFileDirectory)shared\\Policy.props\" /><Import Project=\"$(Elsewhere)/x.props\" /><Import Project=\"gone.props\" />"));
        Assert.StartsWith(_folder.PathOf("shared/Policy.props") + ":3,6: ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_project_is_passed_over()
    {
        _folder.Write("Directory.Build.props", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
        Assert.Empty(Names("", "Directory.Build.props"));
    }

    [Theory]
    [InlineData("debian", "Invalid value 'debian' for PolicyTarget of PolicyBase 'base.cil'. Use debian12, debian13, el8, el9, el10, fedora or refpolicy.")]
    [InlineData("debian12;el99", "Invalid value 'el99' for PolicyTarget of PolicyBase 'base.cil'. Use")]
    public void A_target_of_a_base_that_there_is_not_is_an_error(string target, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Settings("el9", ("base.cil", target)).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Bases_that_are_all_for_other_targets_are_a_warning()
    {
        var warning = Assert.Single(Settings("el9", ("a.cil", "el8"), ("b.cil", "debian12")).Warnings);
        Assert.Equal(("TP9015", "No PolicyBase item is for a target of this project, so none is used: set its PolicyTarget, or add one. The project is for el9, the items are for el8, debian12."), (warning.Code, warning.Message));
        Assert.Empty(Settings("el9", ("a.cil", "el8"), ("b.cil", "debian12, el9")).Warnings);
        Assert.Empty(Settings("el9", ("a.cil", "el8"), ("b.cil", "")).Warnings);
    }

    private FakeBuildEngine Settings(string targets, params (string Path, string Target)[] bases)
    {
        var engine = new FakeBuildEngine();
        var task = new CheckSettings
        {
            BuildEngine = engine,
            Settings = [],
            Targets = targets,
            ProjectFile = _folder.PathOf("Project.csproj"),
            PolicyBases = [.. bases.Select(b => new TaskItem(b.Path, new Dictionary<string, string> { ["PolicyTarget"] = b.Target }))],
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }

    private string[] Names(string xml, params string[] more)
    {
        _folder.Write("Project.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  {xml}\n</Project>");
        var engine = new FakeBuildEngine();
        Assert.True(new CheckNames { BuildEngine = engine, ProjectFile = _folder.PathOf("Project.csproj"), Files = [.. more.Append("Project.csproj").Select(_folder.PathOf), _folder.PathOf("gone.props"), ""] }.Execute());
        Assert.All(engine.Warnings, w => Assert.Equal("TP9015", w.Code));
        return [.. engine.Warnings.Select(w => $"{w.File}:{w.LineNumber},{w.ColumnNumber}: {w.Message}")];
    }
}

using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP2002 to TP2004, TP5001 to TP5004, TP8002: what a rule gives away.</summary>
public sealed class PermissionRuleTests
{
    [Theory]
    [InlineData("TP2002", "Allow<Web>(FilePerms.All)", "FilePerms.All")]
    [InlineData("TP2002", "Allow<Web>(FilePerms.Read | FilePerms.All)", "FilePerms.All")]
    [InlineData("TP2002", "Allow<Web>(~FilePerms.Write)", "~FilePerms.Write")]
    [InlineData("TP2003", "Allow<Web>(FilePerms.Read | FilePerms.AuditAccess)", "FilePerms.AuditAccess")]
    [InlineData("TP2004", "Allow<Web>(ProcessPerms.Fork)", "Web")]
    [InlineData("TP5001", "Permissive", "Permissive")]
    [InlineData("TP5002", "Allow<Self>(ProcessPerms.Fork | ProcessPerms.Execmem)", "ProcessPerms.Execmem")]
    [InlineData("TP5002", "Allow<Self>(FilePerms.Execmod)", "FilePerms.Execmod")]
    [InlineData("TP5003", "Allow<Self>(CapabilityPerms.Chown | CapabilityPerms.SysAdmin)", "CapabilityPerms.SysAdmin")]
    [InlineData("TP5003", "Allow<Self>(ProcessPerms.Ptrace)", "ProcessPerms.Ptrace")]
    [InlineData("TP5004", "Allow<Self>(SecurityPerms.Setenforce)", "SecurityPerms.Setenforce")]
    [InlineData("TP5004", "AllowFrom<Web>(SystemPerms.ModuleLoad)", "SystemPerms.ModuleLoad")]
    public async Task Each_is_underlined_at_the_member_that_gives_it(string id, string attribute, string underlined) =>
        Assert.StartsWith($"{id} «{underlined}» ", Assert.Single(await PolicyProject.Of(Web(attribute), id).Squiggles()), StringComparison.Ordinal);

    [Theory]
    [InlineData("Allow<Self>(FilePerms.ReadSet, CapabilityPerms.Chown)")]
    [InlineData("NeverAllow<Self>(FilePerms.All)")]
    [InlineData("DontAudit<Self>(FilePerms.AuditAccess)")]
    [InlineData("NeverAllow<Self>(CapabilityPerms.SysAdmin, SecurityPerms.LoadPolicy)")]
    [InlineData("""Allow<Self>(CapabilityPerms.SysAdmin), Justified("TP5003", "It mounts volumes.")""")]
    public async Task What_is_narrow_refused_or_justified_is_left_alone(string attribute) =>
        Assert.Empty(await PolicyProject.Of(Web(attribute), "TP2002", "TP2003", "TP2004", "TP5002", "TP5003", "TP5004").Squiggles());

    [Fact]
    public async Task An_attribute_that_names_itself_means_all_of_its_members() =>
        Assert.Empty(await PolicyProject.Of("[TypeAttribute, Allow<IWeb>(ProcessPerms.Signal)] public interface IWeb;", "TP2004").Squiggles());

    [Theory]
    [InlineData("TP2003", "Allow<Files>(FilePerms.AuditAccess)", "DontAudit<Files>(FilePerms.AuditAccess)")]
    [InlineData("TP2004", "Allow<Web>(ProcessPerms.Fork)", "Allow<Self>(ProcessPerms.Fork)")]
    public async Task The_fix_writes_what_is_meant(string id, string wrong, string right)
    {
        const string files = "\n[FileType] public sealed class Files;";
        var project = PolicyProject.Of(Web(wrong) + files, id);

        Assert.Equal("using TypedPolicy;\n" + Web(right) + files, await project.Fix());
        Assert.Empty(await project.Squiggles());
    }

    [Fact]
    public async Task Permissive_is_taken_out_and_is_an_error_where_the_project_is_to_be_released()
    {
        const string source = "/// <summary>It.</summary>\n[Domain]\n[Permissive]\npublic sealed class Web;";
        var project = PolicyProject.Of(source, "TP5001");
        var release = PolicyProject.Of([source], ["TP5001"], optimization: OptimizationLevel.Release);

        Assert.Equal(DiagnosticSeverity.Warning, (await project.Find())[0].Severity);
        Assert.Equal(DiagnosticSeverity.Error, (await release.Find())[0].Severity);
        Assert.Equal("using TypedPolicy;\n/// <summary>It.</summary>\n[Domain]\npublic sealed class Web;", await project.Fix());
    }

    [Fact]
    public async Task An_option_lists_what_is_not_reported()
    {
        var project = PolicyProject.Of(
            [Web("Allow<Self>(CapabilityPerms.SysAdmin | CapabilityPerms.DacOverride)")],
            ["TP5003"],
            options: new() { ["typedpolicy.TP5003.allowed_capabilities"] = "sys_admin, net_admin" });

        Assert.StartsWith("TP5003 «CapabilityPerms.DacOverride»", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sys_admn", " typedpolicy.TP5003.allowed_capabilities lists 'sys_admn', which is not a permission of a capability or process. Did you mean sys_admin?")]
    [InlineData("everything", " typedpolicy.TP5003.allowed_capabilities lists 'everything', which is not a permission of a capability or process.")]
    [InlineData("dac_override; net_admin; fork", "")]
    public async Task A_misspelt_permission_in_the_option_is_said_where_it_does_not_help(string listed, string says)
    {
        var project = PolicyProject.Of(
            [Web("Allow<Self>(CapabilityPerms.SysAdmin)")], ["TP5003"], options: new() { ["typedpolicy.TP5003.allowed_capabilities"] = listed });

        Assert.EndsWith($"with [Justified(\"TP5003\", \"…\")].{says}", Assert.Single(await project.Squiggles()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_justification_without_a_reason_silences_nothing_and_says_so()
    {
        var squiggles = await PolicyProject.Of(Web("""Justified("TP5003", " "), Allow<Self>(CapabilityPerms.SysAdmin)"""), "TP5003", "TP8002").Squiggles();

        Assert.Equal(2, squiggles.Length);
        Assert.StartsWith("TP8002 «\" \"» ", squiggles[0], StringComparison.Ordinal);
        Assert.StartsWith("TP5003 ", squiggles[1], StringComparison.Ordinal);
    }

    private static string Web(string attributes) => $"[Domain, {attributes}]\npublic sealed class Web;";
}

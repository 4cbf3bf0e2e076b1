using System.ComponentModel;
using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <summary>Each word of the vocabulary, from C# through CIL to the linked policy and back.</summary>
[Trait("Needs", "toolchain")]
public class VocabularyTests(VocabularyPolicy policy) : IClassFixture<VocabularyPolicy>
{
    public static TheoryData<string> Names => [.. Cases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_linked_policy_has_what_the_case_says(string name)
    {
        var missing = Cases.All.Single(c => c.Name == name).Facts.Except(policy.Gained);
        Assert.True(!missing.Any(), $"The linked policy lacks\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void The_linked_policy_gained_nothing_that_no_case_says()
    {
        var unsaid = policy.Gained.Except(Cases.All.SelectMany(c => c.Facts)).Order(StringComparer.Ordinal);
        Assert.True(!unsaid.Any(), $"No case says\n{string.Join('\n', unsaid)}");
        Assert.Empty(policy.Lost);
    }

    [Fact]
    public void The_linker_has_nothing_to_remark()
    {
        Assert.Equal("", policy.Linked.Run.Error);
        Assert.Equal("", policy.Linked.Run.Output);
    }

    [Fact]
    public void Every_attribute_of_the_library_is_in_some_case()
    {
        var library = typeof(DomainAttribute).Assembly.GetExportedTypes()
            .Where(t => t.IsAssignableTo(typeof(Attribute)) && t.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never);
        var used = UsedAttributes().ToHashSet();
        var unused = library.Select(t => t.FullName).Where(name => !used.Contains(name!)).ToArray();
        Assert.True(unused.Length == 0, $"These have no linked case; add one to Cases:\n{string.Join('\n', unused)}");
    }

    [Fact]
    public void The_container_contexts_are_valid_in_the_linked_policy()
    {
        var text = policy.Policy.Artifact("lxc_contexts", "debian12");
        Assert.Equal("process = \"system_u:system_r:container_process_t:s0\"\nfile = \"system_u:object_r:container_content_t:s0\"\n", text);
        using var folder = new TemporaryFolder();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => $"/x{i}\t{line.Split('"')[1]}\n");
        Tool.Setfiles.Run("-c", policy.Linked.Binary, folder.Write("contexts.fc", string.Concat(lines))).Succeeded();
    }

    [Fact]
    public void Setools_see_the_same_labels_of_the_network()
    {
        Assert.Contains("portcon tcp 61009-61010 system_u:object_r:harbour_t:s0", Seinfo("--portcon"));
        Assert.Contains("portcon sctp 7003 system_u:object_r:harbour_t:s0:c5", Seinfo("--portcon"));
        Assert.Contains("nodecon 10.1.0.0 255.255.0.0 system_u:object_r:elsewhere_node_t:s0", Seinfo("--nodecon"));
        Assert.Contains("netifcon eth0 system_u:object_r:wire_t:s0 system_u:object_r:wire_packet_t:s0", Seinfo("--netifcon"));
        Assert.Contains("genfscon sysfs /wire -d system_u:object_r:pseudo_t:s0", Seinfo("--genfscon"));
        Assert.Contains("fs_use_xattr wirefs system_u:object_r:disk_t:s0;", Seinfo("--fs_use"));
        Assert.Contains("ibpkeycon fe80:: 0x1-0x2 system_u:object_r:fabric_t:s0", Seinfo("--ibpkeycon"));
        Assert.Contains("ibendportcon mlx4_0 1 system_u:object_r:fabric_t:s0", Seinfo("--ibendportcon"));
    }

    private string Seinfo(string query) => Tool.Seinfo.Run(policy.Linked.Binary, query).Succeeded().Output;

    /// <summary>The metadata names of the attributes on everything that the cases declare.</summary>
    private IEnumerable<string> UsedAttributes()
    {
        var assembly = policy.Policy.Compilation.Assembly;
        return Inside(assembly.GlobalNamespace).Append(assembly)
            .SelectMany(s => s.GetAttributes())
            .Select(a => a.AttributeClass!.OriginalDefinition)
            .Select(t => $"{t.ContainingNamespace}.{t.MetadataName}");
    }

    private static IEnumerable<ISymbol> Inside(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().SelectMany(m => m is INamespaceOrTypeSymbol inner ? Inside(inner).Prepend(m) : [m]);
}

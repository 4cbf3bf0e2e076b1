using System.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Toolchain.Tests.Indexing;

/// <summary>The index of Debian's policy says what the tools say of it.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianIndexTests(ITestOutputHelper output)
{
    private static string[] Seinfo(string what) =>
        [.. Tool.Seinfo.Run(what, "--flat", DebianIndex.Policy).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim())];

    private static HashSet<string> Names(params EntityKind[] kinds) =>
        DebianIndex.Index.Names.Where(n => kinds.Contains(n.Kind)).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void It_claims_to_be_complete_and_is_read_again_as_it_was_written()
    {
        Assert.True(DebianIndex.Index.IsComplete);
        var again = BaseIndexReader.Read(DebianIndex.Text, out var problem);
        Assert.Null(problem);
        Assert.Equal(DebianIndex.Text, BaseIndexWriter.Write(again));
        output.WriteLine($"{DebianIndex.Text.Length:N0} characters");
    }

    [Fact]
    public void It_is_the_same_whatever_the_order_of_the_files()
    {
        var watch = Stopwatch.StartNew();
        var other = DebianIndex.Build(reversed: true);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.Equal(DebianIndex.Text, BaseIndexWriter.Write(other));
    }

    [Fact]
    public void It_has_every_name_that_seinfo_finds_in_the_installed_policy()
    {
        Assert.Empty(Seinfo("-t").Except(Names(EntityKind.Type)));
        Assert.All(Seinfo("-a").Except(Names(EntityKind.TypeAttribute)), a => Assert.Contains("_typeattr_", a, StringComparison.Ordinal));
        Assert.Empty(Seinfo("-r").Except(Names(EntityKind.Role)));
        Assert.Empty(Seinfo("-b").Except(Names(EntityKind.Boolean, EntityKind.Tunable)));
        Assert.Equal(Seinfo("-u").Order(StringComparer.Ordinal), Names(EntityKind.User).Order(StringComparer.Ordinal));
        Assert.Equal(Seinfo("-c").Order(StringComparer.Ordinal), DebianIndex.Index.Classes.Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_has_the_facts_that_the_table_of_targets_has()
    {
        var (index, facts) = (DebianIndex.Index, Target.Debian12.Facts);
        Assert.Equal(facts.Capabilities.Order(StringComparer.Ordinal), index.Capabilities);
        Assert.Equal(facts.Equivalences.Select(e => e.ToString()).Order(StringComparer.Ordinal), index.Equivalences.Select(e => e.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(SmallBase.Debian.Ports.Concat(facts.Ports).Select(p => p.ToString()).Order(StringComparer.Ordinal), index.Ports.Select(p => p.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(index.Classes, c => Assert.All(c.Permissions, p => Assert.False(facts.Lacks(c.Name, p), $"{c.Name} {p}")));
        Assert.All(TargetTable.Sets.Where(s => index.Sets.Any(i => i.Name == s.Name)), s => Assert.Equal((facts.Sets.TryGetValue(s.Name, out var own) ? own : s.Permissions).Order(StringComparer.Ordinal), index.Sets.Single(i => i.Name == s.Name).Permissions));
    }

    [Fact]
    public void It_has_no_type_that_the_modules_do_not_declare()
    {
        var declared = DebianPolicy.Files.SelectMany(File.ReadLines).Select(l => l.Trim()).Where(l => l.StartsWith("(type ", StringComparison.Ordinal) || l.StartsWith("(typealias ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')[1].TrimEnd(')')).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Names(EntityKind.Type).Except(declared));
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("file_type")]
    [InlineData("exec_type")]
    [InlineData("port_type")]
    [InlineData("can_load_kernmodule")]
    [InlineData("unconfined_domain_type")]
    [InlineData("non_security_file_type")]
    public void An_attribute_has_the_members_that_seinfo_finds(string attribute)
    {
        var types = Seinfo("-t").ToHashSet(StringComparer.Ordinal);
        var members = DebianIndex.Index.Names.Where(n => n.Kind == EntityKind.Type && types.Contains(n.Name) && n.Attributes.Contains(attribute)).Select(n => n.Name);
        var found = Tool.Seinfo.Run("-a", attribute, "-x", "--flat", DebianIndex.Policy).Succeeded().Output.Split('\n').Where(l => l.StartsWith('\t')).Select(l => l.Trim());
        Assert.Equal(found.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_known_of_Debian_without_an_index_is_what_its_index_says()
    {
        var (known, index) = (SmallBase.Debian, DebianIndex.Index);
        var names = index.Names.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var access = index.Accesses.ToDictionary(a => (a.Target, a.Class, a.Source), a => string.Join(" ", a.Permissions));
        var listed = known.Names.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(known.Names.Where(n => n.Kind != EntityKind.User && !names.Contains(n.Name)));
        Assert.Equal(index.Names.Where(n => n.Kind == EntityKind.TypeAttribute).Select(n => n.Name).Order(StringComparer.Ordinal), known.Names.Where(n => n.Kind == EntityKind.TypeAttribute).Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Empty(known.Ports.Except(index.Ports));
        Assert.Empty(known.Labels.Except(index.Labels));
        Assert.Equal(index.Decisions.Select(d => d.Class), known.Decisions.Select(d => d.Class));
        Assert.Equal(
            access.Where(a => listed.Contains(a.Key.Source) && (listed.Contains(a.Key.Target) || a.Key.Target is "self" or "*")).Select(a => (a.Key, a.Value)).Order(),
            known.Accesses.Select(a => ((a.Target, a.Class, a.Source), string.Join(" ", a.Permissions))).Order());
        Assert.Contains(index.Traits, t => t is { Name: "mcs_constrained_type", Trait: IndexTrait.Constrained });
        Assert.Contains("sysadm_t", index.Roles.Single(r => r.Role == "sysadm_r").Domains);
        Assert.Equal(["object_r", "sysadm_r"], index.Names.Single(n => n is { Kind: EntityKind.User, Name: "sysadm_u" }).Attributes.ToArray());
    }

    [Fact]
    public void What_a_domain_may_search_is_what_sesearch_finds()
    {
        var found = Tool.Sesearch.Run("-A", "-s", "domain", "-ds", "-c", "dir", "-p", "search", DebianIndex.Policy).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(' ')[2].Split(':')[0])
            .Where(t => t != "domain")
            .Distinct();

        Assert.Equal(
            found.Order(StringComparer.Ordinal),
            DebianIndex.Index.Accesses.Where(a => a is { Class: "dir", Source: "domain" } && a.Target != "self" && a.Permissions.Contains("search")).Select(a => a.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_has_every_port_and_label_in_their_order()
    {
        var ports = Tool.Seinfo.Run("--portcon", "--flat", DebianIndex.Policy).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(' ')).Select(w => $"{w[1]} {(w[2].Contains('-') ? w[2] : $"{w[2]}-{w[2]}")} {w[3].Split(':')[2]}");
        Assert.Equal(ports.Order(StringComparer.Ordinal), DebianIndex.Index.Ports.Select(p => $"{p.Protocol} {p.Low}-{p.High} {p.Type}").Distinct().Order(StringComparer.Ordinal));

        var lines = File.ReadLines(DebianIndex.FileContexts).Select(l => l.Split('\t')).Select(w => (w[0], w[^1]));
        Assert.Equal(lines, DebianIndex.Index.Labels.Select(l => (l.Path, l.Context)));
    }

    [Fact]
    public void Every_interface_has_a_name_in_CSharp_and_a_replacement_stands_where_one_is_deprecated()
    {
        Assert.Contains(DebianIndex.Index.Grants, g => g is { Interface: "netutils_exec_ping", Target: "ping_exec_t", Class: "file" } && g.Permissions.Contains("execute_no_trans"));
        Assert.All(DebianIndex.Index.Interfaces, i => Assert.NotEqual("", i.CSharpName));
        Assert.All(DebianIndex.Index.Interfaces.Where(i => i.Replacement.Length > 0), i => Assert.True((i.Flags & InterfaceFlags.Deprecated) != 0));
        Assert.Equal("kernel_mounton_proc_dirs", Interface("kernel_mounton_proc").Replacement);
        Assert.Equal("auth_domtrans_chk_passwd auth_domtrans_upd_passwd", Interface("auth_domtrans_chkpwd").Replacement);

        // Its header says to remove another one, which is no replacement.
        Assert.Equal((InterfaceFlags.Deprecated | InterfaceFlags.CallableInIf, ""), (Interface("mcs_killall").Flags, Interface("mcs_killall").Replacement));

        static IndexedInterface Interface(string name) => DebianIndex.Index.Interfaces.Single(i => i.Name == name);
    }
}

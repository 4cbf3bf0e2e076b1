using System.Diagnostics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;
using Xunit;

namespace TypedPolicy.Tests.Vocabulary;

/// <summary>The table against a real policy: the installed Debian base policy, as seinfo (setools) shows it.</summary>
[Trait("Needs", "toolchain")]
public class ObjectClassesOfDebianTests
{
    private const string Folder = "/etc/selinux/default/policy";

    [Fact]
    public void Every_class_and_permission_of_the_base_policy_is_in_the_table()
    {
        var ours = ObjectClassTests.Table.ToDictionary(@class => @class.Name, @class => @class.Permissions.Select(permission => permission.Name).ToHashSet());
        var debians = ClassesOf(Seinfo("-c", "-x"), CommonsOf(Seinfo("--common", "-x")));
        var missing = debians.SelectMany(@class => @class.Value
            .Where(permission => !(ours.GetValueOrDefault(@class.Key)?.Contains(permission) ?? false))
            .Select(permission => $"{@class.Key}: {permission}"));
        Assert.True(debians.Count > 100, $"seinfo showed {debians.Count} classes.");
        Assert.True(!missing.Any(), $"The base policy has these, object-classes.txt has not:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void The_table_of_targets_says_what_the_base_policy_lacks_and_nothing_else()
    {
        var facts = Target.Debian12.Facts;
        var debians = ClassesOf(Seinfo("-c", "-x"), CommonsOf(Seinfo("--common", "-x")));
        Assert.All(ObjectClassTests.Table, c => Assert.Equal(!debians.ContainsKey(c.Name), facts.Lacks(c.Name)));
        foreach (var @class in ObjectClassTests.Table.Where(c => debians.ContainsKey(c.Name)))
        {
            Assert.Equal(@class.Permissions.Select(p => p.Name).Except(debians[@class.Name]).Order(StringComparer.Ordinal), @class.Permissions.Select(p => p.Name).Where(p => facts.Lacks(@class.Name, p)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_table_of_targets_has_the_version_and_the_check_of_what_is_installed()
    {
        var facts = Target.Debian12.Facts;
        Assert.Equal(facts.PolicyVersion, Directory.GetFiles(Folder, "policy.*").Select(f => int.Parse(Path.GetExtension(f).TrimStart('.'), System.Globalization.CultureInfo.InvariantCulture)).Max());
        Assert.Contains(facts.ExpandCheck == true ? "expand-check=1" : "expand-check=0", File.ReadAllLines("/etc/selinux/semanage.conf"));
    }

    [Fact]
    public void The_table_of_targets_has_the_permission_sets_that_differ()
    {
        var macros = SupportMacros.Read(Directory.GetFiles("/usr/share/selinux/devel/include/support", "*.spt").Select(f => new HeaderFile("support/" + Path.GetFileName(f), File.ReadAllText(f))));
        foreach (var set in ObjectClassTests.Table.SelectMany(c => c.Sets).Where(s => macros.PermissionsOf(s.Name) is not null).DistinctBy(s => s.Name))
        {
            var own = Target.Debian12.Facts.Sets.TryGetValue(set.Name, out var other) ? other : TargetTable.Sets.FirstOrDefault(s => s.Name == set.Name)?.Permissions ?? [.. set.Permissions];
            Assert.Equal(own.Order(StringComparer.Ordinal), macros.PermissionsOf(set.Name)!.Order(StringComparer.Ordinal));
        }
    }

    private static Dictionary<string, List<string>> CommonsOf(string seinfo) => ClassesOf(seinfo, []);

    /// <summary>Reads <c>class x</c> or <c>common x</c>, <c>inherits y</c> and the permissions between braces.</summary>
    private static Dictionary<string, List<string>> ClassesOf(string seinfo, Dictionary<string, List<string>> commons)
    {
        var classes = new Dictionary<string, List<string>>();
        List<string> permissions = [];
        foreach (var line in seinfo.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line.Split(' '))
            {
                case ["class" or "common", var name]:
                    classes.Add(name, permissions = []);
                    break;
                case ["inherits", var common]:
                    permissions.AddRange(commons[common]);
                    break;
                case [var permission] when permission is not ("{" or "}"):
                    permissions.Add(permission);
                    break;
            }
        }

        return classes;
    }

    private static string Seinfo(params string[] arguments)
    {
        var policy = (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "policy.*") : []).Order(StringComparer.Ordinal).FirstOrDefault();
        Assert.True(policy is not null, $"There is no {Folder}/policy.*: install selinux-policy-default, or leave this test out by --filter Needs!=toolchain.");
        var start = new ProcessStartInfo("seinfo", [.. arguments, policy]) { RedirectStandardOutput = true };
        using var seinfo = Start(start);
        var output = seinfo.StandardOutput.ReadToEnd();
        seinfo.WaitForExit();
        Assert.True(seinfo.ExitCode == 0, $"seinfo {string.Join(' ', start.ArgumentList)} failed with {seinfo.ExitCode}.");
        return output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("There is no seinfo: install setools, or leave this test out by --filter Needs!=toolchain.", missing);
        }
    }
}

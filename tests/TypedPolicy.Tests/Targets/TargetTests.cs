using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tests.Paths;
using Xunit;

namespace TypedPolicy.Tests.Targets;

public sealed class TargetTests
{
    public static TheoryData<string> Names => new(Target.All.Select(target => target.Name));

    [Fact]
    public void The_targets_are_known_by_name()
    {
        Assert.Equal(["debian12", "debian13", "el10", "el8", "el9", "fedora", "refpolicy"], Target.All.Select(target => target.Name));
        Assert.All(Target.All, target => Assert.Same(target, Target.TryGet(target.Name.ToUpperInvariant())));
        Assert.Null(Target.TryGet("el7"));
        Assert.Equal("el9", Target.Default.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_most_specific_equivalence_comes_last(string name)
    {
        Equivalence[] entries = [.. Target.TryGet(name)!.Equivalences.Entries];
        Assert.Equal(entries.Length, entries.Select(entry => entry.Alias).Distinct().Count());
        for (int i = 0; i < entries.Length; i++)
        {
            Assert.DoesNotContain(entries[(i + 1)..], later => entries[i].Alias.StartsWith(later.Alias + "/", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rewritten_pattern_matches_the_path_that_is_looked_up(string name)
    {
        Equivalences table = Target.TryGet(name)!.Equivalences;
        var random = new RandomPaths(seed: 5);
        int matched = 0;
        foreach (Equivalence entry in table.Entries.SelectMany(entry => Enumerable.Repeat(entry, 20)))
        {
            (string text, Func<string> match) = random.Spec();
            PathPattern pattern = PathPattern.Parse(PathPattern.Literal(entry.Alias).Text + text);
            string path = entry.Alias + match();
            if (!RandomPaths.IsPath(path) || !pattern.Matches(path))
            {
                continue;
            }

            PathPattern rewritten = table.Rewrite(pattern)!;
            Assert.Null(table.FindAlias(rewritten));
            Assert.True(rewritten.Matches(Resolve(table, path)), $"{pattern} became {rewritten}, {path} became {Resolve(table, path)}");
            Assert.Equal(entry, table.FindAlias(pattern));
            matched++;
        }

        Assert.True(matched > table.Entries.Length);
    }

    [Theory]
    [InlineData("el9", "/run/planet.sock", "/var/run/planet\\.sock")]
    [InlineData("el10", "/var/run/planet.sock", "/run/planet\\.sock")]
    [InlineData("debian12", "/var/run/lock/x", "/var/lock/x")]
    [InlineData("fedora", "/var/lock/x", "/run/lock/x")]
    [InlineData("fedora", "/usr/sbin/x", "/usr/bin/x")]
    [InlineData("el10", "/usr/sbin/x", null)]
    [InlineData("el10", "/var/opt/x", null)]
    [InlineData("el9", "/run/systemd/generator.early/x", "/usr/lib/systemd/system/x")]
    [InlineData("debian13", "/var/run/x", "/run/x")]
    [InlineData("debian12", "/etc/systemd/system/x.service", "/usr/lib/systemd/system/x\\.service")]
    [InlineData("debian12", "/lib64/systemd/x", "/usr/lib/systemd/x")]
    [InlineData("el9", "/var/run/x", null)]
    public void Targets_differ_in_how_a_path_is_written(string target, string path, string? written) =>
        Assert.Equal(written, Target.TryGet(target)!.Equivalences.Rewrite(PathPattern.Literal(path))?.Text);

    [Fact]
    public void Each_kind_of_type_joins_what_the_base_assigns()
    {
        Target target = Target.Debian12;
        Assert.Empty(target.MembershipsOf(TypeKind.Policy));
        Assert.Equal(["domain"], target.MembershipsOf(TypeKind.Domain).AsEnumerable());
        Assert.Equal(["file_type", "non_auth_file_type", "non_security_file_type"], target.MembershipsOf(TypeKind.File).AsEnumerable());
        Assert.Equal(["entry_type", "exec_type", "file_type", "non_auth_file_type", "non_security_file_type"], target.MembershipsOf(TypeKind.Executable).AsEnumerable());
        Assert.All(Enum.GetValues<TypeKind>().Where(kind => kind != TypeKind.Policy), kind => Assert.NotEmpty(target.MembershipsOf(kind)));
        Assert.Equal(new Memberships([new(TypeKind.Domain, ["domain"])]), new Memberships([new(TypeKind.Domain, ["domain"])]));
        Assert.NotEqual(Memberships.ReferencePolicy, new Memberships([]));
    }

    private static string Resolve(Equivalences table, string path)
    {
        for (string next = table.Apply(path); next != path; next = table.Apply(path))
        {
            path = next;
        }

        return path;
    }
}

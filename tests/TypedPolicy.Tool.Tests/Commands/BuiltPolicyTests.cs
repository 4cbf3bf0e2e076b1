using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary>Where the commands find what <c>dotnet build</c> made.</summary>
public sealed class BuiltPolicyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_policy_that_was_built_last_is_found()
    {
        Built("Release/net9.0/policy/a.cil", 1);
        Built("Debug/net10.0/policy/a.cil", 2);
        Assert.Equal((_folder.At("bin/Debug/net10.0/policy"), null), BuiltPolicy.Find(_folder.Path, null));
        Built("Release/net9.0/policy/a.cil", 3);
        Assert.Equal((_folder.At("bin/Release/net9.0/policy"), Target.Fedora), BuiltPolicy.Find(_folder.Path, Target.Fedora));
    }

    [Fact]
    public void Of_several_targets_one_is_chosen_by_name()
    {
        Built("Debug/net10.0/policy/el9/a.cil", 1);
        Assert.Equal((_folder.At("bin/Debug/net10.0/policy/el9"), Target.El9), BuiltPolicy.Find(_folder.Path, null));
        Built("Debug/net10.0/policy/debian12/a.cil", 1);
        Assert.Equal((_folder.At("bin/Debug/net10.0/policy/debian12"), Target.Debian12), BuiltPolicy.Find(_folder.Path, Target.Debian12));
        Assert.Contains("built for debian12, el9: say which by --target", Assert.Throws<SepolException>(() => BuiltPolicy.Find(_folder.Path, null)).Message, StringComparison.Ordinal);
        Assert.Contains("not built for fedora", Assert.Throws<SepolException>(() => BuiltPolicy.Find(_folder.Path, Target.Fedora)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_built_it_is_said_what_to_do() =>
        Assert.Contains("Run 'dotnet build' there first", Assert.Throws<SepolException>(() => BuiltPolicy.Find(_folder.Path, null)).Message, StringComparison.Ordinal);

    private void Built(string file, int hour)
    {
        var path = _folder.At($"bin/{file}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, hour, 0, 0, DateTimeKind.Utc));
    }
}

using TypedPolicy.Tool.Packaging;
using TypedPolicy.Tool.Tests.Installing;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Packaging;

/// <summary>The archive with an installer.</summary>
[Trait("Needs", "toolchain")]
public sealed class TarTests : IDisposable
{
    private readonly InstalledSystem _system = new("/srv/a/x");

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _system.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData(PackageOf.Hostile)]
    public void Its_installer_installs_and_removes_and_shellcheck_has_nothing_to_object_to(string text)
    {
        var package = PackageOf.Files("small", "1.0.0", text, _system.Labelling("greeter", "1.0.0", "/srv/a(/.*)?"));
        Assert.Equal(TarPackage.Write(package), TarPackage.Write(package));
        File.WriteAllBytes(_folder.At("package.tar.gz"), TarPackage.Write(package));
        Installed.Tar.Run("-xzf", _folder.At("package.tar.gz"), "-C", _folder.Path).Succeeded();
        var script = _folder.At("greeter-selinux-1.0.0/install.sh");

        Installed.Shellcheck.Run(script).Succeeded();
        Installed.Sh.Run(script, "--root", _system.Root, "--priority", "300").Succeeded();
        Assert.Contains(_system.Run("status", "--priority", "300", _folder.At("greeter-selinux-1.0.0/greeter.cil")).Output.Split('\n'), l => l.StartsWith("greeter\tinstalled (1.0.0) at priority 300, equals the build", StringComparison.Ordinal));
        Installed.Sh.Run(script, "remove", "--root", _system.Root, "--priority", "300").Succeeded();
        Assert.Contains("not installed", _system.Run("status", _folder.At("greeter-selinux-1.0.0/greeter.cil")).Output, StringComparison.Ordinal);
        Assert.Equal(4, Installed.Sh.Run(script, "--root", _folder.Path).ExitCode);
        Assert.Equal(2, Installed.Sh.Run(script, "--root").ExitCode);
    }
}

using TypedPolicy.Tool.Packaging;
using TypedPolicy.Tool.Tests.Installing;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Packaging;

/// <summary>Packages of dpkg, in a system below a folder: dpkg runs their scripts outside of it, as in the build of an image.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebTests : IDisposable
{
    private readonly InstalledSystem _system = new("/srv/a/x");

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _system.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_package_is_installed_upgraded_and_removed_and_its_modules_with_it()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        Directory.CreateDirectory(_system.At("/var/lib/dpkg/updates"));
        File.WriteAllText(_system.At("/var/lib/dpkg/status"), "");
        var before = Modules();

        Dpkg("-i", Write("1.0.0", _system.Labelling("greeter", "1.0.0", "/srv/a(/.*)?"), _system.Labelling("former", "1.0.0")));
        Assert.Equal([.. before, "200 former cil", "200 greeter cil"], Modules());
        Dpkg("-i", Write("1.1.0", _system.Labelling("greeter", "1.1.0", "/srv/b(/.*)?")));
        Assert.Equal([.. before, "200 greeter cil"], Modules());
        Assert.Contains("/srv/b(/.*)?", File.ReadAllText(_system.Host.FileContexts), StringComparison.Ordinal);
        Dpkg("--verify", "greeter-selinux");

        Dpkg("-r", "greeter-selinux");
        Assert.Equal(before, Modules());
        Assert.False(Directory.Exists(_system.At("/var/lib/typedpolicy/packages/greeter-selinux")));
    }

    [Fact]
    public void A_system_without_the_policy_takes_the_package_all_the_same()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        Directory.CreateDirectory(_system.At("/var/lib/dpkg/updates"));
        File.WriteAllText(_system.At("/var/lib/dpkg/status"), "");
        Directory.Delete(_system.At("/var/lib/selinux"), recursive: true);
        Dpkg("-i", Write("1.0.0", _system.Labelling("greeter", "1.0.0")));
        Dpkg("-r", "greeter-selinux");
    }

    [Fact]
    public void A_policy_that_comes_later_has_the_modules_installed()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        Directory.CreateDirectory(_system.At("/var/lib/dpkg/updates"));
        File.WriteAllText(_system.At("/var/lib/dpkg/status"), "");
        var before = Modules();
        Directory.Move(_system.At("/var/lib/selinux"), _system.At("/var/lib/later"));

        // dpkg runs no trigger of a package whose dependencies are missing.
        Dpkg("-i", Other("policycoreutils"), Other("selinux-utils"));
        Dpkg("-i", Write("1.0.0", _system.Labelling("greeter", "1.0.0")));
        Directory.Move(_system.At("/var/lib/later"), _system.At("/var/lib/selinux"));
        Assert.Equal(before, Modules());
        Dpkg("-i", Other("selinux-policy-small", "usr/share/selinux/small/base.pp"));
        Assert.Equal([.. before, "200 greeter cil"], Modules());
    }

    [Fact]
    public void A_package_has_the_same_bytes_each_time_and_lintian_has_nothing_to_object_to()
    {
        var module = _system.Labelling("greeter", "1.0.0", "/srv/a(/.*)?");
        var package = PackageOf.Files("default", "1.0.0", "", module);
        File.SetLastWriteTimeUtc(module, DateTime.UtcNow.AddYears(-3));
        Assert.Equal(DebPackage.Write(package), DebPackage.Write(PackageOf.Files("default", "1.0.0", "", module)));

        var file = _folder.At(DebPackage.FileName(package));
        File.WriteAllBytes(file, DebPackage.Write(package));
        Assert.Equal("", Installed.Lintian.Run("--allow-root", "--fail-on", "none", file).Output);
    }

    [Fact]
    public void What_a_description_has_in_it_stays_a_description()
    {
        var file = WriteWith(PackageOf.Hostile, "1.0.0", _system.Labelling("greeter", "1.0.0"));
        var fields = Installed.DpkgDeb.Run("-f", file).Succeeded().Output;

        Assert.DoesNotContain(fields.Split('\n'), l => l.StartsWith("Essential:", StringComparison.Ordinal) || l.StartsWith('%'));
        Assert.Equal("greeter-selinux", Installed.DpkgDeb.Run("-f", file, "Package").Succeeded().Output.Trim());
        Installed.DpkgDeb.Run("-e", file, _folder.At("control")).Succeeded();
        Installed.Shellcheck.Run(_folder.At("control/postinst"), _folder.At("control/prerm")).Succeeded();
    }

    /// <summary>A package of the distribution, as far as dpkg looks at it.</summary>
    private string Other(string name, params string[] files)
    {
        foreach (var file in files.Prepend("DEBIAN/control"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.At($"{name}/{file}"))!);
        }

        _folder.Write($"{name}/DEBIAN/control", $"Package: {name}\nVersion: 9\nArchitecture: all\nMaintainer: Debian <debian@example.org>\nDescription: {name}\n");
        foreach (var file in files)
        {
            _folder.Write($"{name}/{file}", "");
        }

        Installed.DpkgDeb.Run("-b", _folder.At(name), _folder.At($"{name}.deb")).Succeeded();
        return _folder.At($"{name}.deb");
    }

    private string Write(string version, params string[] files) => WriteWith("", version, files);

    private string WriteWith(string text, string version, params string[] files)
    {
        var package = PackageOf.Files("small", version, text, files);
        var path = _folder.At(DebPackage.FileName(package));
        File.WriteAllBytes(path, DebPackage.Write(package));
        return path;
    }

    private void Dpkg(params string[] arguments) => Installed.Dpkg.Run([$"--root={_system.Root}", "--force-script-chrootless", "--force-depends", "--force-not-root", "--log=/dev/null", .. arguments]).Succeeded();

    private List<string> Modules() =>
        [.. Installed.Semodule.Run("-p", _system.Root, "-s", "small", "-lfull").Succeeded().Output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0).Order(StringComparer.Ordinal)];
}

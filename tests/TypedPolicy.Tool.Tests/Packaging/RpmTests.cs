using TypedPolicy.Tool.Packaging;
using TypedPolicy.Tool.Tests.Installing;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Packaging;

/// <summary>Packages of RPM, in a copy of this system that nobody else sees: an overlay in a mount namespace, with a small policy in place of its own.</summary>
[Trait("Needs", "toolchain")]
public sealed class RpmTests : IDisposable
{
    // $1: the system whose policy is taken. The rest: packages to install one after the other.
    private const string InPrivate = """
        set -e
        from=$1; shift
        mount -t tmpfs tmpfs /mnt
        mkdir /mnt/upper /mnt/work /mnt/root
        mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
        rm -rf /mnt/root/etc/selinux /mnt/root/var/lib/selinux
        cp -a "$from/etc/selinux" /mnt/root/etc/selinux
        cp -a "$from/var/lib/selinux" /mnt/root/var/lib/selinux
        for package; do
            cp "$package" /mnt/root/package.rpm
            chroot /mnt/root rpm --dbpath /packages -U --nodeps --oldpackage /package.rpm
            chroot /mnt/root semodule -s small -lfull | tr -s ' '
            chroot /mnt/root rpm --dbpath /packages -V --nodeps greeter-selinux
        done
        chroot /mnt/root rpm --dbpath /packages -e greeter-selinux
        chroot /mnt/root semodule -s small -lfull | tr -s ' '
        """;

    private readonly InstalledSystem _system = new("/srv/a/x");

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _system.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_package_is_installed_upgraded_downgraded_and_removed_and_its_modules_with_it()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        var (first, second) = (Build("1.0.0", ""), Build("1.1.0~beta.1", ""));
        var run = Installed.Unshare.Run("-m", "sh", "-c", InPrivate, "sh", _system.Root, first, second, first).Succeeded();
        Assert.Equal(
            ["100 base cil", "200 greeter cil", "100 base cil", "200 greeter cil", "100 base cil", "200 greeter cil", "100 base cil"],
            run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => char.IsAsciiDigit(l[0])).Chunk(2).SelectMany(pair => pair.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_package_has_the_same_bytes_each_time_and_is_as_the_guideline_has_it()
    {
        var first = File.ReadAllBytes(Build("1.0.0", ""));
        File.SetLastWriteTimeUtc(_folder.At("rpm/greeter.cil"), DateTime.UtcNow.AddYears(-3));
        var file = Build("1.0.0", "");

        Assert.Equal(first, File.ReadAllBytes(file));
        Assert.Equal("noarch 1.0.0 1 reproducible", Query(file, "%{ARCH} %{VERSION} %{RELEASE} %{BUILDHOST}"));
        Assert.Equal("/usr/share/selinux/packages/small/greeter.cil\n/var/lib/selinux/small/active/modules/200/greeter\n", Installed.Rpm.Run("-qpl", file).Succeeded().Output);
        Assert.Contains("/usr/sbin/semodule -n -s small -X 200 -i /usr/share/selinux/packages/small/greeter.cil", Query(file, "%{POSTIN}"), StringComparison.Ordinal);
        Assert.Contains("fixfiles -C", Query(file, "%{POSTTRANS}"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_description_has_in_it_stays_a_description()
    {
        var (plain, hostile) = (Build("1.0.0", ""), Build("1.0.1", PackageOf.Hostile));

        Assert.All(["PREIN", "POSTIN", "PREUN", "POSTUN", "POSTTRANS"], script => Assert.Equal(Query(plain, $"%{{{script}}}"), Query(hostile, $"%{{{script}}}")));
        Assert.StartsWith("Policy of the greeter service$(touch /tmp/typedpolicy-hostile) `id` '\"; %{lua:error('x')} %(id) %post %post exit 9  %if 0", Query(hostile, "%{SUMMARY}"), StringComparison.Ordinal);
        Assert.EndsWith("?x", Query(hostile, "%{DESCRIPTION}").TrimEnd(), StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/typedpolicy-hostile"));
    }

    private string Build(string version, string text)
    {
        var package = PackageOf.Files("small", version, text, _system.Labelling("greeter", version.Replace('~', '-'), "/srv/a(/.*)?")) with { Target = Model.Targets.Target.El9 };
        var notes = new List<string>();
        var written = PackageWriter.Write(package, PackageKinds.Rpm, _folder.Path, notes);
        Assert.Equal([], notes);
        return Assert.Single(written, w => w.EndsWith(".rpm", StringComparison.Ordinal));
    }

    private static string Query(string file, string format) => Installed.Rpm.Run("-qp", "--qf", format, file).Succeeded().Output;
}

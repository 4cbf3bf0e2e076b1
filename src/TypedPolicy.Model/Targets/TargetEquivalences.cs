using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Targets;

/// <summary>The equivalences of the targets: facts about their packages, ordered so that the most specific line comes last.</summary>
internal static class TargetEquivalences
{
    /// <summary>Debian 12's package, complete; a test compares it. Upstream's RELEASE_2_20221101 has the same.</summary>
    public static Equivalences Debian12 { get; } = Equivalences.Parse(
        """
        /bin /usr/bin
        /sbin /usr/sbin
        /lib /usr/lib
        /lib32 /usr/lib
        /lib64 /usr/lib
        /libx32 /usr/lib
        /usr/lib32 /usr/lib
        /usr/lib64 /usr/lib
        /usr/libx32 /usr/lib
        /usr/local/lib /usr/lib
        /usr/local/lib32 /usr/lib
        /usr/local/lib64 /usr/lib
        /var/run /run
        /run/lock /var/lock
        /var/cache/private /var/cache
        /var/lib/private /var/lib
        /var/log/private /var/log
        /etc/init.d /etc/rc.d/init.d
        /etc/systemd/system /usr/lib/systemd/system
        /etc/systemd/user /usr/lib/systemd/user
        /lib/systemd /usr/lib/systemd
        """);

    /// <summary>
    /// What EL 8, EL 9 and Fedora up to 39 ship: `semanage fcontext -l` lists it; openEuler, built from the same package,
    /// repeats it. The file in the policy's own repository is not the one that ships. /var/home is of ostree systems.
    /// </summary>
    public static Equivalences El9 { get; } = Equivalences.Parse(
        """
        /sbin /usr/sbin
        /lib /usr/lib
        /lib64 /usr/lib
        /usr/lib64 /usr/lib
        /usr/local/lib32 /usr/lib
        /usr/local/lib64 /usr/lib
        /run /var/run
        /run/lock /var/lock
        /run/systemd/system /usr/lib/systemd/system
        /run/systemd/generator /usr/lib/systemd/system
        /run/systemd/generator.late /usr/lib/systemd/system
        /etc/systemd/system /usr/lib/systemd/system
        /home-inst /home
        /home/home-inst /home
        /var/home /home
        /var/roothome /root
        /var/lib/xguest/home /home
        /var/named/chroot/lib64 /usr/lib
        /var/named/chroot/usr/lib64 /usr/lib
        /sysroot/tmp /tmp
        /var/usrlocal /usr/local
        """);

    /// <summary>EL 10 branched from Fedora 40: /run turned round, /bin merged (RHEL-5032), and /var/opt; sbin is still a directory of its own.</summary>
    public static Equivalences El10 { get; } = Equivalences.Parse(
        """
        /bin /usr/bin
        /sbin /usr/sbin
        /var/opt /opt
        """
        + "\n" + SinceFedora40);

    /// <summary>Fedora 42 and later: as the repository's config/file_contexts.subs_dist has had it since commit 91ce8535c, and /var/home.</summary>
    public static Equivalences Fedora { get; } = Equivalences.Parse(
        """
        /bin /usr/bin
        /sbin /usr/bin
        /usr/sbin /usr/bin
        """
        + "\n" + SinceFedora40);

    private const string SinceFedora40 =
        """
        /lib /usr/lib
        /lib64 /usr/lib
        /usr/lib64 /usr/lib
        /usr/local/lib32 /usr/lib
        /usr/local/lib64 /usr/lib
        /var/run /run
        /var/lock /run/lock
        /run/systemd/system /usr/lib/systemd/system
        /run/systemd/generator.early /run/systemd/generator
        /run/systemd/generator.late /run/systemd/generator
        /etc/systemd/system /usr/lib/systemd/system
        /home-inst /home
        /home/home-inst /home
        /var/home /home
        /var/roothome /root
        /var/lib/xguest/home /home
        /var/named/chroot/var /var
        /var/named/chroot/lib64 /usr/lib
        /var/named/chroot/usr/lib64 /usr/lib
        /sysroot/tmp /tmp
        /var/usrlocal /usr/local
        /var/mnt /mnt
        """;
}

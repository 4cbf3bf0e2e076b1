using Xunit;

namespace TypedPolicy.Toolchain.Tests.Refpolicy;

/// <summary>The headers of the reference policy that Debian installs. They are read where they are.</summary>
internal static class DebianHeaders
{
    public const string Folder = "/usr/share/selinux/devel/include";

    /// <summary>The definitions of the build: what <c>make -f /usr/share/selinux/devel/Makefile</c> passes to m4 on Debian.</summary>
    public static string[] Flags { get; } =
        ["-D", "enable_mcs", "-D", "distro_debian", "-D", "init_systemd", "-D", "direct_sysadm_daemon", "-D", "enable_ubac", "-D", "mls_num_sens=16", "-D", "mls_num_cats=1024", "-D", "mcs_num_cats=1024"];

    public static string[] Support { get; } = Files("*.spt");

    public static string[] Interfaces { get; } = Files("*.if");

    private static string[] Files(string pattern)
    {
        Assert.True(Directory.Exists(Folder), $"{Folder} is missing. Install the Debian package selinux-policy-dev.");
        var files = Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories);
        Array.Sort(files, string.CompareOrdinal);
        return files;
    }
}

using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Report.Collecting;

/// <summary>The labels that the policy itself gives to the files of the kernel's own file systems (<c>genfscon</c>), at the paths where those are mounted.</summary>
internal sealed class KernelFileCollector(PolicyTables tables, NameNumbers names, bool[] isOwn)
{
    private static readonly Dictionary<string, string> Mounts = new(StringComparer.Ordinal)
    {
        ["proc"] = "/proc",
        ["sysfs"] = "/sys",
        ["selinuxfs"] = "/sys/fs/selinux",
        ["cgroup"] = "/sys/fs/cgroup",
        ["cgroup2"] = "/sys/fs/cgroup",
        ["bpf"] = "/sys/fs/bpf",
        ["pstore"] = "/sys/fs/pstore",
        ["debugfs"] = "/sys/kernel/debug",
        ["tracefs"] = "/sys/kernel/tracing",
        ["securityfs"] = "/sys/kernel/security",
        ["configfs"] = "/sys/kernel/config",
        ["efivarfs"] = "/sys/firmware/efi/efivars",
        ["binfmt_misc"] = "/proc/sys/fs/binfmt_misc",
        ["mqueue"] = "/dev/mqueue",
    };

    /// <summary>Those of the file systems that are mounted at the same place everywhere, by path.</summary>
    public IEnumerable<LabelFact> All =>
    [
        .. from label in tables.Labels
           let words = label.Key.Split(' ', 4)
           where words is ["genfscon", _, _, ..] && Mounts.ContainsKey(words[1])
           let path = Mounts[words[1]] + (words[2] == "/" ? "" : words[2])
           group label.Context.Type by path into places
           orderby places.Key
           select new LabelFact($"{places.Key}(/.*)?", "", names[places.First()], isOwn[places.First()]),
    ];
}

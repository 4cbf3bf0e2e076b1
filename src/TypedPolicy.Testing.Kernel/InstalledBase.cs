using TypedPolicy.Guest;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Targets;

namespace TypedPolicy.Testing.Kernel;

/// <summary>The policy that is installed on this machine, and the target that it is of.</summary>
internal static class InstalledBase
{
    // Debian's package has the modules themselves; elsewhere they are in the store that semodule keeps.
    private static readonly string[] Places = [PolicyBase.DebianModules, "/var/lib/selinux/targeted", "/etc/selinux/targeted"];

    /// <summary>The base.</summary>
    /// <exception cref="GuestException">None is installed.</exception>
    public static PolicyBase Find() => Array.Find(Places, Directory.Exists) is { } place
        ? PolicyBase.From([place])
        : throw new GuestException("No policy is installed here to link with. Install one (Debian: apt-get install selinux-policy-default), or name one: override Base.");

    /// <summary>The target of a base; null if that is not known.</summary>
    public static string? TargetOf(PolicyBase policyBase) => policyBase.Paths.Select(p => BaseIdentity.OfInstalled(p).FirstOrDefault()).FirstOrDefault(t => t is not null);
}

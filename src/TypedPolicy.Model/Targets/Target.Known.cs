using System.Collections.Immutable;

namespace TypedPolicy.Model.Targets;

/// <summary>The targets that are known.</summary>
public sealed partial record Target
{
    /// <summary>Debian 12: refpolicy 2.20221101 with libsepol 3.4.</summary>
    public static Target Debian12 { get; } = new("debian12", "Debian 12", TargetEquivalences.Debian12, Memberships.ReferencePolicy, Mls: true, new(3, 4));

    /// <summary>Red Hat Enterprise Linux 8 and those that are built from it; libsepol 2.9.</summary>
    public static Target El8 { get; } = new("el8", "Enterprise Linux 8", TargetEquivalences.El9, Memberships.ReferencePolicy, Mls: true, new(2, 9));

    /// <summary>Red Hat Enterprise Linux 9 and those that are built from it; libsepol 3.4 since 9.1.</summary>
    public static Target El9 { get; } = new("el9", "Enterprise Linux 9", TargetEquivalences.El9, Memberships.ReferencePolicy, Mls: true, new(3, 4));

    /// <summary>Red Hat Enterprise Linux 10 and those that are built from it; libsepol 3.8.</summary>
    public static Target El10 { get; } = new("el10", "Enterprise Linux 10", TargetEquivalences.El10, Memberships.ReferencePolicy, Mls: true, new(3, 8));

    /// <summary>Fedora 42 and later; libsepol 3.8.</summary>
    public static Target Fedora { get; } = new("fedora", "Fedora 42 and later", TargetEquivalences.Fedora, Memberships.ReferencePolicy, Mls: true, new(3, 8));

    /// <summary>SELinux Reference Policy 2.20221101, built as MCS.</summary>
    public static Target Refpolicy { get; } = new("refpolicy", "SELinux Reference Policy", TargetEquivalences.Debian12, Memberships.ReferencePolicy, Mls: true, new(3, 4)) { ChecksNeverAllow = true };

    /// <summary>Every target, by name.</summary>
    public static ImmutableArray<Target> All { get; } = [Debian12, El10, El8, El9, Fedora, Refpolicy];

    /// <summary>The target of a project that names none.</summary>
    public static Target Default => El9;

    /// <summary>The target of a name; nothing where there is none. The case does not matter.</summary>
    public static Target? TryGet(string name) => All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The targets that <c>TypedPolicyTargets</c> lists, in its order: the first is the one whose paths the author writes. Words that name none are passed over.</summary>
    public static ImmutableArray<Target> Listed(string targets)
    {
        ImmutableArray<Target> listed = [.. targets.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(TryGet).OfType<Target>().Distinct()];
        return listed.IsEmpty ? [Default] : listed;
    }
}

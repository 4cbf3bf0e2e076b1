using System.Collections.Immutable;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Targets;

/// <summary>The targets that are known.</summary>
public sealed partial record Target
{
    /// <summary>Debian 12.</summary>
    public static Target Debian12 { get; } = Known("debian12");

    /// <summary>Debian 13.</summary>
    public static Target Debian13 { get; } = Known("debian13");

    /// <summary>Red Hat Enterprise Linux 8 and those that are built from it.</summary>
    public static Target El8 { get; } = Known("el8");

    /// <summary>Red Hat Enterprise Linux 9 and those that are built from it.</summary>
    public static Target El9 { get; } = Known("el9");

    /// <summary>Red Hat Enterprise Linux 10 and those that are built from it.</summary>
    public static Target El10 { get; } = Known("el10");

    /// <summary>Fedora. Its releases differ in nothing that a policy can meet and that could be read.</summary>
    public static Target Fedora { get; } = Known("fedora");

    /// <summary>SELinux Reference Policy, built as MCS.</summary>
    public static Target Refpolicy { get; } = Known("refpolicy");

    /// <summary>Every target, by name.</summary>
    public static ImmutableArray<Target> All { get; } = [Debian12, Debian13, El10, El8, El9, Fedora, Refpolicy];

    /// <summary>The target of a project that names none.</summary>
    public static Target Default => El9;

    /// <summary>The target of a name; null if there is none. The case does not matter.</summary>
    public static Target? TryGet(string name) => All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The targets that <c>TypedPolicyTargets</c> lists, in its order: the first is the one whose paths the author writes. Words that name none are passed over.</summary>
    public static ImmutableArray<Target> Listed(string targets)
    {
        ImmutableArray<Target> listed = [.. targets.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(TryGet).OfType<Target>().Distinct()];
        return listed.IsEmpty ? [Default] : listed;
    }

    private static Target Known(string name)
    {
        var facts = TargetTable.Of(name);
        return new(name, facts.Title, new Equivalences(facts.Equivalences), Memberships.ReferencePolicy, facts);
    }
}

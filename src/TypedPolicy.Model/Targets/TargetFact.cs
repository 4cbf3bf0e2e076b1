namespace TypedPolicy.Model.Targets;

/// <summary>What the table has on each target, each with where it was read.</summary>
public enum TargetFact
{
    /// <summary>The equivalences of paths that its package brings.</summary>
    Equivalences,

    /// <summary>The attributes that each kind of type joins.</summary>
    Memberships,

    /// <summary>Its object classes and their permissions.</summary>
    Classes,

    /// <summary>Its permission sets.</summary>
    PermissionSets,

    /// <summary>Its ports.</summary>
    Ports,

    /// <summary>Its policy capabilities.</summary>
    Capabilities,

    /// <summary>The version of libsepol.</summary>
    Libsepol,

    /// <summary>The version of the kernel policy.</summary>
    PolicyVersion,

    /// <summary>Whether neverallow rules are checked when a module is installed.</summary>
    ExpandCheck,
}

/// <summary>Where a fact was read, or why it was not.</summary>
/// <param name="IsKnown">Whether it was read.</param>
/// <param name="Text">The package, or the repository and commit, and the file; or why it is unknown.</param>
public sealed record FactSource(bool IsKnown, string Text);

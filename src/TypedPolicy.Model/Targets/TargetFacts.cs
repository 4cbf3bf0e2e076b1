using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Targets;

/// <summary>What the table has on one target.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="Line">The small base that its base is of: <c>debian</c> or <c>fedora</c>.</param>
/// <param name="Title">What a person calls it.</param>
public sealed record TargetFacts(string Name, string Line, string Title)
{
    private readonly HashSet<(string Class, string Permission)> _lacks = [];

    /// <summary>Where each fact was read.</summary>
    public ImmutableDictionary<TargetFact, FactSource> Sources { get; init; } = ImmutableDictionary<TargetFact, FactSource>.Empty;

    /// <summary>Its equivalences, the most specific last.</summary>
    public ImmutableArray<Equivalence> Equivalences { get; init; } = [];

    /// <summary>Directories of the system that are symbolic links and that no equivalence covers: who relabels files comes by the paths that have no link in them.</summary>
    public ImmutableArray<Equivalence> Links { get; init; } = [];

    /// <summary>The oldest libsepol of its supported releases; null if it is unknown.</summary>
    public Version? Libsepol { get; init; }

    /// <summary>The version of its kernel policy; null if it is unknown.</summary>
    public int? PolicyVersion { get; init; }

    /// <summary>Whether its <c>semodule</c> checks neverallow rules; null if it is unknown.</summary>
    public bool? ExpandCheck { get; init; }

    /// <summary>Its policy capabilities.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Ports that its base labels, beside those of its line.</summary>
    public ImmutableArray<IndexedPort> Ports { get; init; } = [];

    /// <summary>Classes (with an empty permission) and permissions of the library that its base does not have.</summary>
    public ImmutableArray<(string Class, string Permission)> Lacking
    {
        get => [.. _lacks];
        init => _lacks = [.. value];
    }

    /// <summary>Permissions that its base has and the library does not: a class, <c>*socket</c> for all of sockets, and a permission.</summary>
    public ImmutableArray<(string Class, string Permission)> Additional { get; init; } = [];

    /// <summary>The permission sets of the library of which its base has another.</summary>
    public ImmutableDictionary<string, ImmutableSortedSet<string>> Sets { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>Whether its base is known to have a permission that the library does not have.</summary>
    public bool Adds(string @class, string permission) =>
        Additional.Any(a => a.Permission == permission && (a.Class == @class || (a.Class == PermissionSetFact.Sockets && PermissionSetFact.IsSocket(@class))));

    /// <summary>Whether its base is known to lack an object class.</summary>
    public bool Lacks(string @class) => _lacks.Contains((@class, ""));

    /// <summary>Whether its base is known to lack a permission of an object class.</summary>
    public bool Lacks(string @class, string permission) => Lacks(@class) || _lacks.Contains((@class, permission));
}

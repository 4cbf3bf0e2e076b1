using System.Collections.Immutable;

namespace TypedPolicy.Model.Targets;

/// <summary>The attributes of a base policy that each kind of type joins: what the base's own interface for that kind assigns.</summary>
/// <remarks>Equal where all lists are.</remarks>
public sealed record Memberships
{
    private readonly ImmutableSortedDictionary<TypeKind, ImmutableArray<string>> _attributes;

    /// <summary>Makes a table.</summary>
    /// <param name="attributes">The attributes of each kind; a kind that is not there joins nothing.</param>
    public Memberships(IEnumerable<KeyValuePair<TypeKind, ImmutableArray<string>>> attributes)
    {
        _attributes = attributes.ToImmutableSortedDictionary();
    }

    /// <summary>
    /// The same in all targets, as the table records, with where it was read: files_type(), domain_type(),
    /// domain_entry_file() with corecmd_executable_file(), corenet_port(), corenet_node() and fs_type(). Network interfaces
    /// have no interface; the network_interface() macro of corenetwork.te.m4 assigns netif_type.
    /// </summary>
    public static Memberships ReferencePolicy { get; } = new(new Dictionary<TypeKind, ImmutableArray<string>>
    {
        [TypeKind.Domain] = ["domain"],
        [TypeKind.File] = ["file_type", "non_auth_file_type", "non_security_file_type"],
        [TypeKind.Executable] = ["entry_type", "exec_type", "file_type", "non_auth_file_type", "non_security_file_type"],
        [TypeKind.Port] = ["port_type"],
        [TypeKind.Node] = ["node_type"],
        [TypeKind.Netif] = ["netif_type"],
        [TypeKind.Filesystem] = ["filesystem_type"],
    });

    /// <summary>The attributes that a kind of type joins, sorted.</summary>
    public ImmutableArray<string> this[TypeKind kind] => _attributes.TryGetValue(kind, out ImmutableArray<string> attributes) ? attributes : [];

    /// <inheritdoc/>
    public bool Equals(Memberships? other) =>
        other is not null
        && _attributes.Count == other._attributes.Count
        && _attributes.All(pair => pair.Value.SequenceEqual(other[pair.Key], StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => _attributes.Sum(pair => pair.Value.Length);
}

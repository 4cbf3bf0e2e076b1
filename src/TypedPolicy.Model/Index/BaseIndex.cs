using System.Collections.Immutable;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Index;

/// <summary>What rules need to know of a base policy: its names, labels, guards, and what its interfaces give. As a text: docs/base-index.md.</summary>
public sealed record BaseIndex
{
    /// <summary>An empty index.</summary>
    public static BaseIndex Empty { get; } = new();

    /// <summary>What it is the index of, for messages: <c>debian12</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The target whose base it is; empty where it is nobody's in particular.</summary>
    public string Target { get; init; } = "";

    /// <summary>Whether the base declares no name but those that the index has.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The declared names.</summary>
    public ImmutableArray<IndexedName> Names
    {
        get => NameTable.All;
        init => NameTable = IndexTable<IndexedName>.Of(value);
    }

    /// <summary>The modules, where it is known which of them a machine may lack.</summary>
    public ImmutableArray<IndexedModule> Modules { get; init; } = [];

    /// <summary>The object classes.</summary>
    public ImmutableArray<IndexedClass> Classes { get; init; } = [];

    /// <summary>The permission sets of its headers.</summary>
    public ImmutableArray<IndexedSet> Sets { get; init; } = [];

    /// <summary>The policy capabilities that it declares.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>The version of the kernel policy that is installed; null where none is.</summary>
    public int? PolicyVersion { get; init; }

    /// <summary>Whether <c>semodule</c> checks neverallow rules where it is installed; null where that is unknown.</summary>
    public bool? ExpandCheck { get; init; }

    /// <summary>The equivalences, in the order of the file: the last one that covers a path decides.</summary>
    public ImmutableArray<Equivalence> Equivalences { get; init; } = [];

    /// <summary>The file contexts, in the order of the file.</summary>
    public ImmutableArray<IndexedLabel> Labels
    {
        get => LabelTable.All;
        init => LabelTable = IndexTable<IndexedLabel>.Of(value);
    }

    /// <summary>The ports.</summary>
    public ImmutableArray<IndexedPort> Ports { get; init; } = [];

    /// <summary>What its neverallow rules guard.</summary>
    public ImmutableArray<IndexedGuard> Guards { get; init; } = [];

    /// <summary>Traits of names.</summary>
    public ImmutableArray<IndexedTrait> Traits { get; init; } = [];

    /// <summary>Its interfaces.</summary>
    public ImmutableArray<IndexedInterface> Interfaces
    {
        get => InterfaceTable.All;
        init => InterfaceTable = IndexTable<IndexedInterface>.Of(value);
    }

    /// <summary>What its interfaces give.</summary>
    public ImmutableArray<IndexedGrant> Grants
    {
        get => GrantTable.All;
        init => GrantTable = IndexTable<IndexedGrant>.Of(value);
    }

    /// <summary>The attributes that its interfaces put their carriers into.</summary>
    public ImmutableArray<IndexedJoin> Joins
    {
        get => JoinTable.All;
        init => JoinTable = IndexTable<IndexedJoin>.Of(value);
    }

    /// <summary>The permissions that <see cref="Accesses"/> decides.</summary>
    public ImmutableArray<IndexedDecision> Decisions { get; init; } = [];

    /// <summary>What the base lets its names do, of the permissions in <see cref="Decisions"/>.</summary>
    public ImmutableArray<IndexedAccess> Accesses
    {
        get => AccessTable.All;
        init => AccessTable = IndexTable<IndexedAccess>.Of(value);
    }

    /// <summary>The domains that its roles may run; none if that is not known.</summary>
    public ImmutableArray<IndexedRole> Roles { get; init; } = [];

    internal IndexTable<IndexedName> NameTable { get; init; } = IndexTable<IndexedName>.Of([]);

    internal IndexTable<IndexedLabel> LabelTable { get; init; } = IndexTable<IndexedLabel>.Of([]);

    internal IndexTable<IndexedInterface> InterfaceTable { get; init; } = IndexTable<IndexedInterface>.Of([]);

    internal IndexTable<IndexedGrant> GrantTable { get; init; } = IndexTable<IndexedGrant>.Of([]);

    internal IndexTable<IndexedJoin> JoinTable { get; init; } = IndexTable<IndexedJoin>.Of([]);

    internal IndexTable<IndexedAccess> AccessTable { get; init; } = IndexTable<IndexedAccess>.Of([]);
}

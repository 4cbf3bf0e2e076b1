using System.Collections.Immutable;

namespace TypedPolicy.Model.Index;

/// <summary>The entries of one kind, found by the value of one of their fields.</summary>
internal abstract class IndexTable<T>
    where T : class
{
    /// <summary>The entries, in order.</summary>
    public abstract ImmutableArray<T> All { get; }

    /// <summary>A table of entries that are known.</summary>
    public static IndexTable<T> Of(ImmutableArray<T> entries) => new ListedTable(entries);

    /// <summary>The entries whose field is a word, in order.</summary>
    public abstract IEnumerable<T> Having(IndexField<T> field, string word);

    private sealed class ListedTable(ImmutableArray<T> entries) : IndexTable<T>
    {
        // By the number of the field; made when first asked for.
        private readonly ILookup<string, T>?[] _lookups = new ILookup<string, T>?[IndexWords.MaxFields];

        public override ImmutableArray<T> All => entries;

        public override IEnumerable<T> Having(IndexField<T> field, string word) =>
            (_lookups[field.Number] ??= entries.ToLookup(field.Of, StringComparer.Ordinal))[word];
    }
}

/// <summary>A field by which entries are found.</summary>
/// <param name="Number">Which field of the line it is; that with the kind of the line is 0.</param>
/// <param name="Of">The field of an entry.</param>
internal sealed record IndexField<T>(int Number, Func<T, string> Of);

/// <summary>The fields by which rules find entries.</summary>
internal static class IndexFields
{
    /// <summary>A name, which may be a type's and a role's at once.</summary>
    public static IndexField<IndexedName> Name { get; } = new(1, name => name.Name);

    /// <summary>The pattern of a label.</summary>
    public static IndexField<IndexedLabel> LabelPath { get; } = new(1, label => label.Path);

    /// <summary>The name of an interface.</summary>
    public static IndexField<IndexedInterface> InterfaceName { get; } = new(1, item => item.Name);

    /// <summary>What a grant is on.</summary>
    public static IndexField<IndexedGrant> GrantTarget { get; } = new(1, grant => grant.Target);

    /// <summary>Whose grant it is.</summary>
    public static IndexField<IndexedGrant> GrantInterface { get; } = new(3, grant => grant.Interface);

    /// <summary>The attribute that an interface joins.</summary>
    public static IndexField<IndexedJoin> JoinAttribute { get; } = new(1, join => join.Attribute);

    /// <summary>Who may, by the base.</summary>
    public static IndexField<IndexedAccess> AccessSource { get; } = new(3, access => access.Source);
}

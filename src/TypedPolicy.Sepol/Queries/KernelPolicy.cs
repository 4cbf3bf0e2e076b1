using System.Collections.Immutable;
using TypedPolicy.Files;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>
/// A linked policy, as a kernel loads it, that answers questions. It is read by managed code from bytes that may come from anyone: what is not a policy
/// is a <see cref="SepolException"/>. It never changes; any number of threads may ask.
/// </summary>
public sealed partial class KernelPolicy
{
    /// <summary>The oldest version that can be read: that of Linux 4.13.</summary>
    public const int OldestVersion = PolicyReader.OldestVersion;

    /// <summary>The newest version that can be read.</summary>
    public const int NewestVersion = PolicyReader.NewestVersion;

    // The policies of distributions have two to nine megabytes.
    private const int MaxFileSize = 64 << 20;

    internal KernelPolicy(PolicyTables tables)
    {
        Tables = tables;
        Attributes = [.. NamesOf(tables.Types, v => tables.TypeParts[v] is { IsAttribute: true })];
        Types = [.. NamesOf(tables.Types, v => tables.TypeParts[v] is { IsAttribute: false })];
        Roles = [.. NamesOf(tables.Roles, tables.Roles.Has)];
        Users = [.. NamesOf(tables.Users, tables.Users.Has)];
        Classes = [.. NamesOf(tables.Classes, tables.Classes.Has)];
        Defaults = new(this, new Dictionary<string, bool>());
    }

    internal PolicyTables Tables { get; }

    /// <summary>The version of the format.</summary>
    public int Version => Tables.Version;

    /// <summary>What happens to classes and permissions that it does not know.</summary>
    public UnknownHandling UnknownHandling => Tables.UnknownHandling;

    /// <summary>The names of all types, in order.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>The names of all attributes, in order. Linking drops those that no rule needs.</summary>
    public ImmutableArray<string> Attributes { get; }

    /// <summary>The names of all roles, in order.</summary>
    public ImmutableArray<string> Roles { get; }

    /// <summary>The names of all users, in order.</summary>
    public ImmutableArray<string> Users { get; }

    /// <summary>The names of all object classes, in order.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>The booleans as the policy sets them.</summary>
    public BooleanStates Defaults { get; }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="SepolException">It is not a policy, or one of an unknown version.</exception>
    public static KernelPolicy Read(ReadOnlySpan<byte> content) =>
        content.Length <= MaxFileSize ? new(PolicyReader.Read(content)) : throw new SepolException($"The policy is larger than {MaxFileSize >> 20} MB.");

    /// <summary>Reads a file.</summary>
    /// <exception cref="SepolException">It is not a policy, or one of an unknown version.</exception>
    public static KernelPolicy FromFile(string path) =>
        !RegularFile.Is(path) || new FileInfo(path).Length <= MaxFileSize ? Read(RegularFile.ReadAllBytes(path, MaxFileSize)) : throw new SepolException($"{path} is larger than {MaxFileSize >> 20} MB.");

    /// <summary>The aliases of types: each with the name of its type.</summary>
    public IEnumerable<KeyValuePair<string, string>> Aliases => Tables.Types.Aliases;

    /// <summary>Whether a name is that of a type or attribute; an alias counts.</summary>
    public bool HasType(string name) => Tables.Types.Find(name) != 0;

    /// <summary>The types of an attribute, in order; a type alone for a type.</summary>
    /// <exception cref="SepolException">The policy has no such name.</exception>
    public ImmutableArray<string> MembersOf(string attribute) => Names(Tables.MembersOf[Tables.Types[attribute]]);

    /// <summary>The attributes of a type, in order.</summary>
    /// <exception cref="SepolException">The policy has no such name.</exception>
    public ImmutableArray<string> AttributesOf(string type) => Names(Tables.AttributesOf[Tables.Types[type]]);

    /// <summary>Whether what a domain may not do is only logged.</summary>
    /// <exception cref="SepolException">The policy has no such name.</exception>
    public bool IsPermissive(string type) => Tables.Permissive.Contains(Tables.Types[type] + 1);

    /// <summary>The permissions of an object class, in the order of their bits.</summary>
    /// <exception cref="SepolException">The policy has no such class.</exception>
    public ImmutableArray<string> PermissionsOf(string @class) => [.. ClassPart(Tables.Classes[@class]).Permissions.OfType<string>()];

    /// <summary>The value of a type: one rule of an attribute does not tell what all rules amount to.</summary>
    internal int TypeNumber(string name) => Tables.Types[name] is var type && Tables.TypeParts[type] is not { IsAttribute: true }
        ? type
        : throw new SepolException($"'{name}' is an attribute: ask about one of its types.");

    internal ClassPart ClassPart(int @class) => Tables.ClassParts[@class] ?? throw new SepolException($"The policy uses class {@class} without declaring it.");

    /// <summary>The bit of a permission.</summary>
    internal uint Bit(int @class, string permission) =>
        Array.IndexOf(ClassPart(@class).Permissions, permission) is >= 0 and var bit ? 1u << bit : throw new SepolException($"The class {Tables.Classes[@class]} has no permission '{permission}'.{Symbols.Proposal(permission, ClassPart(@class).Permissions.OfType<string>())}");

    /// <summary>The bit of a permission that a class may have; 0 where it does not.</summary>
    internal uint FindBit(int @class, string permission) =>
        @class != 0 && Array.IndexOf(ClassPart(@class).Permissions, permission) is >= 0 and var bit ? 1u << bit : 0;

    internal ImmutableArray<string> PermissionNames(int @class, uint bits) => [.. ClassPart(@class).Permissions.Where((n, i) => n is not null && (bits >> i & 1) != 0).OfType<string>().Order(StringComparer.Ordinal)];

    private ImmutableArray<string> Names(int[] types) => [.. types.Select(t => Tables.Types[t]).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> NamesOf(Symbols symbols, Func<int, bool> filter) =>
        Enumerable.Range(1, symbols.Count).Where(filter).Select(v => symbols[v]).Order(StringComparer.Ordinal);
}

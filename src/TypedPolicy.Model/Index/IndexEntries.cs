using System.Collections.Immutable;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Index;

/// <summary>A name that the base policy declares.</summary>
/// <param name="Kind">What it is: a type, a type attribute, a role, a role attribute, a user, a boolean or a tunable.</param>
/// <param name="Name">The SELinux name.</param>
/// <param name="Module">The module of the base that declares it; empty where that is not known.</param>
/// <param name="Attributes">For a type or a role, the attributes that it is in, for a user its roles, sorted.</param>
public sealed record IndexedName(EntityKind Kind, string Name, string Module, ImmutableArray<string> Attributes);

/// <summary>A module of the base policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInBase">Whether it is a part of the base that cannot be removed; others are modules of their own, which a machine may not have.</param>
public readonly record struct IndexedModule(string Name, bool IsInBase);

/// <summary>An object class of the base policy.</summary>
/// <param name="Name">The class.</param>
/// <param name="Permissions">All of its permissions, those of its common included, sorted.</param>
public sealed record IndexedClass(string Name, ImmutableArray<string> Permissions);

/// <summary>A permission set of the base's headers.</summary>
/// <param name="Name">Its name: <c>manage_file_perms</c>.</param>
/// <param name="Permissions">Its permissions, sorted.</param>
public sealed record IndexedSet(string Name, ImmutableArray<string> Permissions);

/// <summary>A line of the base's file contexts.</summary>
/// <param name="Path">The pattern as the file has it.</param>
/// <param name="Kind">The kind of file as <c>filecon</c> names it: <c>any</c>, <c>file</c>, <c>dir</c> …</param>
/// <param name="Context">The context, or <c>&lt;&lt;none&gt;&gt;</c>.</param>
public sealed record IndexedLabel(string Path, string Kind, string Context)
{
    /// <summary>The type of the context; empty for <c>&lt;&lt;none&gt;&gt;</c>.</summary>
    public string Type => Context.Split(':') is { Length: >= 3 } parts ? parts[2] : "";
}

/// <summary>A port of the base.</summary>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>dccp</c> or <c>sctp</c>.</param>
/// <param name="Low">The first port.</param>
/// <param name="High">The last port.</param>
/// <param name="Type">The type.</param>
public sealed record IndexedPort(string Protocol, int Low, int High, string Type);

/// <summary>What a neverallow of the base keeps from everyone but some.</summary>
/// <param name="Target">The type or attribute that is guarded; <c>self</c> for the subject itself.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, sorted; <c>*</c> for all.</param>
/// <param name="Exempt">The types and attributes that may, sorted: none where nobody may.</param>
/// <param name="Subjects">The attribute whose members it is for; empty for everyone.</param>
public sealed record IndexedGuard(string Target, string Class, ImmutableArray<string> Permissions, ImmutableArray<string> Exempt, string Subjects)
{
    /// <inheritdoc/>
    public bool Equals(IndexedGuard? other) =>
        other is not null && Target == other.Target && Class == other.Class && Subjects == other.Subjects && Permissions.SequenceEqual(other.Permissions) && Exempt.SequenceEqual(other.Exempt);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Target) + StringComparer.Ordinal.GetHashCode(Class) + Permissions.Length + Exempt.Length;
}

/// <summary>What is known of a name beyond its declaration.</summary>
/// <param name="Name">The type or attribute.</param>
/// <param name="Trait">Which trait.</param>
public readonly record struct IndexedTrait(string Name, IndexTrait Trait);

/// <summary>Traits of names that rules look at.</summary>
public enum IndexTrait
{
    /// <summary>A type of executables that many programs share: <c>bin_t</c>.</summary>
    SharedExecutable,

    /// <summary>A type of files that nobody in particular owns: <c>var_t</c>.</summary>
    SharedFile,

    /// <summary>An attribute with most types of a kind in it: <c>file_type</c>.</summary>
    Broad,

    /// <summary>An attribute whose members are let past a guard of the base, or past all of them.</summary>
    Privileged,

    /// <summary>An attribute whose members the constraints on levels hold for; other domains pass them whatever their categories are.</summary>
    Constrained,
}

/// <summary>An interface or template of the base.</summary>
/// <param name="Name">Its name: <c>kernel_read_messages</c>.</param>
/// <param name="CSharpName">The C# attribute without namespace and ending: <c>Kernel.ReadMessages</c>.</param>
/// <param name="Module">The module that it belongs to.</param>
/// <param name="File">The header, relative to the tree.</param>
/// <param name="Line">Its line there, from 1.</param>
/// <param name="Flags">What holds for it.</param>
/// <param name="Replacement">For a deprecated one, the interfaces to call instead, with blanks between them; empty where none is named.</param>
/// <param name="Parameters">Its parameters after the carrier: kind, a colon, name.</param>
/// <param name="Summary">One line of documentation.</param>
public sealed record IndexedInterface(
    string Name, string CSharpName, string Module, string File, int Line, InterfaceFlags Flags, string Replacement, ImmutableArray<string> Parameters, string Summary);

/// <summary>What holds for an interface.</summary>
[Flags]
public enum InterfaceFlags
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>It is not to be used any more.</summary>
    Deprecated = 1,

    /// <summary>It may be in a block with a run-time condition.</summary>
    CallableInIf = 2,

    /// <summary>It puts its carrier into an attribute, so that it takes concrete types.</summary>
    NeedsConcreteType = 4,

    /// <summary>A template: it declares names.</summary>
    Template = 8,

    /// <summary>It does more than the grants say: dontaudit rules, transitions, roles, what holds under a condition or where something else is installed.</summary>
    DoesMore = 16,
}

/// <summary>What an interface lets its carrier do on a name that it contains itself.</summary>
/// <param name="Target">The type or attribute.</param>
/// <param name="Class">The object class.</param>
/// <param name="Interface">The interface.</param>
/// <param name="Permissions">The permissions, sorted.</param>
public sealed record IndexedGrant(string Target, string Class, string Interface, ImmutableArray<string> Permissions);

/// <summary>An attribute that an interface puts its carrier into.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Interface">The interface.</param>
public sealed record IndexedJoin(string Attribute, string Interface);

/// <summary>What the base lets a name do, in whatever state its booleans are. Of the permissions that an index decides: see <see cref="IndexedDecision"/>.</summary>
/// <param name="Target">The type or attribute; <c>self</c> for the source itself.</param>
/// <param name="Class">The object class.</param>
/// <param name="Source">The type or attribute that may; <c>*</c> for every type.</param>
/// <param name="Permissions">The permissions, sorted.</param>
public sealed record IndexedAccess(string Target, string Class, string Source, ImmutableArray<string> Permissions)
{
    /// <summary>The source of rules that are for every type.</summary>
    public const string Everyone = "*";
}

/// <summary>Permissions of an object class for which an index has all access between the names that it declares: what it does not have, the base does not allow.</summary>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, sorted.</param>
public sealed record IndexedDecision(string Class, ImmutableArray<string> Permissions);

/// <summary>The domains that a role may run.</summary>
/// <param name="Role">The role.</param>
/// <param name="Domains">The types and attributes, sorted.</param>
public sealed record IndexedRole(string Role, ImmutableArray<string> Domains);

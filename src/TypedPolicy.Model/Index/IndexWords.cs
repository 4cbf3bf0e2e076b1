using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Index;

/// <summary>The first words of the lines of an index, and the other words that are fixed there.</summary>
internal static class IndexWords
{
    public const string Format = "sepolidx";
    public const string Version = "3";

    /// <summary>The versions before: without what the base lets its names do, and without its permission sets and how it is built.</summary>
    public static readonly string[] VersionsBefore = ["1", "2"];
    public const string InBase = "base";
    public const string Apart = "apart";

    // Of these an index has so many that they are read when somebody asks for them.
    public const string Label = "label";
    public const string Interface = "interface";
    public const string Grant = "grant";
    public const string Join = "join";
    public const string Access = "access";

    /// <summary>The fields of the longest line, that with its kind included.</summary>
    public const int MaxFields = 10;

    public static readonly (EntityKind Kind, string Word)[] Kinds =
    [
        (EntityKind.Type, "type"),
        (EntityKind.TypeAttribute, "attribute"),
        (EntityKind.Role, "role"),
        (EntityKind.RoleAttribute, "roleattribute"),
        (EntityKind.User, "user"),
        (EntityKind.Boolean, "boolean"),
        (EntityKind.Tunable, "tunable"),
    ];

    public static readonly (IndexTrait Trait, string Word)[] Traits =
    [
        (IndexTrait.SharedExecutable, "shared-executable"),
        (IndexTrait.SharedFile, "shared-file"),
        (IndexTrait.Broad, "broad"),
        (IndexTrait.Privileged, "privileged"),
        (IndexTrait.Constrained, "constrained"),
    ];

    public static readonly (InterfaceFlags Flag, string Word)[] Flags =
    [
        (InterfaceFlags.Deprecated, "deprecated"),
        (InterfaceFlags.CallableInIf, "if"),
        (InterfaceFlags.NeedsConcreteType, "concrete"),
        (InterfaceFlags.Template, "template"),
        (InterfaceFlags.DoesMore, "more"),
    ];
}

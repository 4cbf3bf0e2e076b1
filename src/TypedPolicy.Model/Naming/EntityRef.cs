namespace TypedPolicy.Model.Naming;

/// <summary>A name of the policy, with what it stands for. Identity is the SELinux name, never the C# symbol.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The SELinux name; for arguments and parameters, the name in the CIL macro.</param>
public readonly record struct EntityRef(EntityKind Kind, string Name)
{
    /// <summary><c>self</c>.</summary>
    public static readonly EntityRef Self = new(EntityKind.Self, "self");

    /// <summary>The subject of an interface's rules.</summary>
    public static readonly EntityRef Subject = new(EntityKind.Argument, "subject");

    /// <summary>Why it has no name in SELinux here, though it has one elsewhere.</summary>
    public Misplacement Misplaced { get; init; }

    /// <summary>Whether a set of types may stand here: a type, an attribute, or what is yet to be one of them.</summary>
    public bool IsTypes => Kind is EntityKind.Type or EntityKind.TypeAttribute or EntityKind.Argument;

    /// <summary>Whether one single type may stand here.</summary>
    public bool IsOneType => Kind is EntityKind.Type or EntityKind.Argument;

    /// <summary>Whether roles may stand here.</summary>
    public bool IsRoles => Kind is EntityKind.Role or EntityKind.RoleAttribute or EntityKind.Argument;

    /// <summary>Whether one single role may stand here.</summary>
    public bool IsOneRole => Kind is EntityKind.Role or EntityKind.Argument;

    /// <summary>Whether an object class may stand here.</summary>
    public bool IsClass => Kind is EntityKind.ObjectClass or EntityKind.Argument or EntityKind.Parameter;

    /// <summary>What it is, in the field's words.</summary>
    public string Describe() => Kind switch
    {
        EntityKind.Type => $"the type {Name}",
        EntityKind.TypeAttribute => $"the attribute {Name}",
        EntityKind.Role => $"the role {Name}",
        EntityKind.RoleAttribute => $"the role attribute {Name}",
        EntityKind.User => $"the user {Name}",
        EntityKind.Boolean => $"the boolean {Name}",
        EntityKind.Tunable => $"the tunable {Name}",
        EntityKind.ObjectClass => $"the class {Name}",
        EntityKind.ClassMap => $"the class map {Name}",
        EntityKind.ClassPermission => $"the class permissions {Name}",
        EntityKind.Interface => $"the interface {Name}",
        EntityKind.Self => "Self",
        EntityKind.Argument or EntityKind.Parameter => $"the interface's {Name}",
        _ => $"'{Name}', which declares nothing in SELinux",
    };
}

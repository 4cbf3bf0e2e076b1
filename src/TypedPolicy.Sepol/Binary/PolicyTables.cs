namespace TypedPolicy.Sepol.Binary;

/// <summary>Everything that a kernel policy has, as it is written in it. Filled once by the reader, then only read. Arrays of parts lie by value, from 1.</summary>
internal sealed class PolicyTables
{
    public int Version { get; set; }

    public UnknownHandling UnknownHandling { get; set; }

    /// <summary>Number N of the kernel is value N + 1.</summary>
    public ValueSet Capabilities { get; set; }

    /// <summary>Type N is value N + 1.</summary>
    public ValueSet Permissive { get; set; }

    public Symbols Commons { get; set; } = new("common", 0);

    public Symbols Classes { get; set; } = new("class", 0);

    public Symbols Roles { get; set; } = new("role", 0);

    public Symbols Types { get; set; } = new("type", 0);

    public Symbols Users { get; set; } = new("user", 0);

    public Symbols Booleans { get; set; } = new("boolean", 0);

    public Symbols Sensitivities { get; set; } = new("sensitivity", 0);

    public Symbols Categories { get; set; } = new("category", 0);

    /// <summary>The permissions of each common: the name of each bit, null if a bit has none.</summary>
    public Dictionary<string, string?[]> CommonParts { get; } = new(StringComparer.Ordinal);

    public ClassPart?[] ClassParts { get; set; } = [];

    public RolePart?[] RoleParts { get; set; } = [];

    public TypePart?[] TypeParts { get; set; } = [];

    public UserPart?[] UserParts { get; set; } = [];

    public bool[] BooleanDefaults { get; set; } = [];

    /// <summary>The categories that each sensitivity may have.</summary>
    public ValueSet[] LevelParts { get; set; } = [];

    /// <summary>The attributes of each type.</summary>
    public int[][] AttributesOf { get; set; } = [];

    /// <summary>The types of each attribute, in order; a type alone for a type.</summary>
    public int[][] MembersOf { get; set; } = [];

    public Avtab Rules { get; set; } = new([], 0, []);

    public ConditionPart[] Conditions { get; set; } = [];

    public RoleTransitionPart[] RoleTransitions { get; set; } = [];

    public (int Role, int NewRole)[] RoleAllows { get; set; } = [];

    public NamedTransitionPart[] NamedTransitions { get; set; } = [];

    public RangeTransitionPart[] RangeTransitions { get; set; } = [];

    public List<LabelPart> Labels { get; } = [];
}

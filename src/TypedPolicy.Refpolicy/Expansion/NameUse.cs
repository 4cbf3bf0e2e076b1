namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>As what a name is used.</summary>
[Flags]
internal enum NameUse
{
    None = 0,
    Type = 1,
    SingleType = 1 << 1,
    Joining = 1 << 2,
    TypeAttribute = 1 << 3,
    Role = 1 << 4,
    RoleAttribute = 1 << 5,
    Boolean = 1 << 6,
    Class = 1 << 7,
    Permission = 1 << 8,
    FileName = 1 << 9,
    NamePart = 1 << 10,
    Level = 1 << 11,

    /// <summary>Beside other types in one set.</summary>
    InTypeSet = 1 << 12,
    User = 1 << 13,
}

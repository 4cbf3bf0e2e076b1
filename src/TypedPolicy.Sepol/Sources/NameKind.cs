namespace TypedPolicy.Sepol.Sources;

/// <summary>What a name in CIL stands for, as far as its place tells. Types and attributes share their names, and so do roles and theirs.</summary>
internal enum NameKind
{
    Type,
    Role,
    User,
    Boolean,
    Tunable,
    Class,
    Macro,
    Sensitivity,
    Category,
    Level,
    LevelRange,
}

namespace TypedPolicy.Sepol.Binary;

/// <summary>An object class.</summary>
/// <param name="Permissions">The name of each bit; null if a bit has none.</param>
internal sealed record ClassPart(
    string Name,
    string? Common,
    string?[] Permissions,
    ConstraintPart[] Constraints,
    ConstraintPart[] TransitionConstraints,
    byte DefaultUser,
    byte DefaultRole,
    byte DefaultType,
    byte DefaultRange);

/// <summary>What one constraint demands, for some permissions.</summary>
internal sealed record ConstraintPart(uint Permissions, ConstraintStep[] Expression);

/// <summary>One step of a constraint in postfix order.</summary>
internal sealed record ConstraintStep(ConstraintStepKind Kind, uint Attribute, uint Operator, ValueSet Names, ValueSet WrittenTypes);

/// <summary>What a step does.</summary>
internal enum ConstraintStepKind
{
    Not = 1,
    And = 2,
    Or = 3,
    Compare = 4,
    Names = 5,
}

/// <summary>A sensitivity with categories.</summary>
internal readonly record struct LevelPart(int Sensitivity, ValueSet Categories)
{
    public bool Dominates(LevelPart other) => Sensitivity >= other.Sensitivity && other.Categories.IsSubsetOf(Categories);
}

/// <summary>Two levels.</summary>
internal readonly record struct RangePart(LevelPart Low, LevelPart High);

/// <summary>A security context, by values.</summary>
internal readonly record struct ContextPart(int User, int Role, int Type, RangePart Range);

/// <summary>A role: what it dominates, and the types it may have.</summary>
internal sealed record RolePart(int Bounds, ValueSet Dominates, ValueSet Types);

/// <summary>A type or attribute.</summary>
internal sealed record TypePart(bool IsAttribute, int Bounds);

/// <summary>A user.</summary>
internal sealed record UserPart(int Bounds, ValueSet Roles, RangePart Range, LevelPart DefaultLevel);

/// <summary>A condition in postfix order: positive numbers are booleans, negative ones operators.</summary>
internal sealed record ConditionPart(int[] Expression);

/// <summary>A transition for objects of one name.</summary>
internal readonly record struct NamedTransitionPart(string Name, ValueSet Sources, int Target, int Class, int Result);

/// <summary>A role transition.</summary>
internal readonly record struct RoleTransitionPart(int Role, int Type, int Class, int Result);

/// <summary>A range transition.</summary>
internal readonly record struct RangeTransitionPart(int Source, int Target, int Class, RangePart Range);

/// <summary>A label that the policy itself gives: an initial SID, a port, a file system …</summary>
/// <param name="Key">What is labelled, as the policy language writes it.</param>
internal sealed record LabelPart(string Key, ContextPart Context);

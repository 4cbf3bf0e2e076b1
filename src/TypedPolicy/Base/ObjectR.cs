namespace TypedPolicy;

/// <summary>The role of everything that is not a process.</summary>
[External("object_r"), Role]
public sealed class ObjectR;

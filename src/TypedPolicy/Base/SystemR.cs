namespace TypedPolicy;

/// <summary>The role of system processes.</summary>
[External("system_r"), Role]
public sealed class SystemR;

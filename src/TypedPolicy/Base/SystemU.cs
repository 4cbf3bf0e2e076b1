namespace TypedPolicy;

/// <summary>The SELinux user of system processes and files.</summary>
[External("system_u"), User]
public sealed class SystemU;

namespace TypedPolicy.Sepol.Linking;

/// <summary>What a source of policy is written in, as its first bytes show.</summary>
public enum PolicySourceKind
{
    /// <summary>CIL text: whatever is nothing else.</summary>
    Cil,

    /// <summary>A policy package, <c>.pp</c>.</summary>
    Package,

    /// <summary>A policy that a kernel can load.</summary>
    Kernel,
}

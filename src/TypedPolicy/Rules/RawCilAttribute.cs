using System;

namespace TypedPolicy;

/// <summary>CIL for what no other attribute expresses: the last resort.</summary>
/// <param name="cil">One or more CIL statements.</param>
/// <remarks>CIL: the statements themselves, after they were read and printed anew; names in them are kept as they are.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class RawCilAttribute(string cil) : Attribute
{
    /// <summary>The statements.</summary>
    public string Cil { get; } = cil;
}

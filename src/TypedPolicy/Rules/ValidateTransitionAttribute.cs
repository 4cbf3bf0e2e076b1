using System;

namespace TypedPolicy;

/// <summary>Allows the relabelling of an object only where an expression over old, new and process context holds.</summary>
/// <param name="expression">The expression in CIL: <c>(eq u1 u2)</c>.</param>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(validatetrans class expression)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ValidateTransitionAttribute(string expression, params Type[] classes) : Attribute
{
    /// <summary>The expression.</summary>
    public string Expression { get; } = expression;

    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}

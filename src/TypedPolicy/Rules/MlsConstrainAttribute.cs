using System;

namespace TypedPolicy;

/// <summary>Allows permissions only where an expression that may also compare security levels holds.</summary>
/// <param name="expression">The expression in CIL: <c>(or (eq u1 u2) (eq t1 privileged))</c>.</param>
/// <param name="permissions">The permissions that are constrained.</param>
/// <remarks>CIL: <c>(mlsconstrain (class (permissions)) expression)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MlsConstrainAttribute(string expression, params object[] permissions) : Attribute
{
    /// <summary>The expression.</summary>
    public string Expression { get; } = expression;

    /// <summary>The permissions.</summary>
    public object[] Permissions { get; } = permissions;
}

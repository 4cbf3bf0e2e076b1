using System;

namespace TypedPolicy;

/// <summary>Sets the security range of what the subject runs or creates.</summary>
/// <typeparam name="TTarget">The type of the executable, or of the directory for objects of other classes.</typeparam>
/// <param name="range">The range: <c>s0-s0:c0.c1023</c>.</param>
/// <param name="classes">The object classes, named by their permissions (default: <c>process</c>).</param>
/// <remarks>CIL: <c>(rangetransition subject target class range)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class RangeTransitionAttribute<TTarget>(string range, params Type[] classes) : Attribute
{
    /// <summary>The range.</summary>
    public string Range { get; } = range;

    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}

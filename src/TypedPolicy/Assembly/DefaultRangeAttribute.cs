using System;

namespace TypedPolicy;

/// <summary>Sets whether a new object of these classes takes its range from the process that creates it or from the object that it is created in, and which part of it.</summary>
/// <param name="origin">Where the range comes from.</param>
/// <param name="part">Which part of it.</param>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(defaultrange class source low-high)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class DefaultRangeAttribute(DefaultFrom origin, RangePart part, params Type[] classes) : Attribute
{
    /// <summary>Where the range comes from.</summary>
    public DefaultFrom Origin { get; } = origin;

    /// <summary>Which part of it.</summary>
    public RangePart Part { get; } = part;

    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}

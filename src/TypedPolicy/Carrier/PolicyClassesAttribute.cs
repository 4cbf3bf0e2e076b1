using System;
using System.ComponentModel;

namespace TypedPolicy;

/// <summary>
/// The classes that the policy was made from. Written by the generator; the build compares them with the classes of the compiled assembly. Not for use in code.
/// </summary>
/// <param name="classes">A line for each class with attributes of the policy, and one with an empty name for the assembly itself: its name in metadata and, where
/// another file may add to it, the number of those attributes and of its interfaces, behind tabs.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicyClassesAttribute(string classes) : Attribute
{
    /// <summary>A line for each class.</summary>
    public string Classes { get; } = classes;
}

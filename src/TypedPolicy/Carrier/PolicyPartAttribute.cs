using System;
using System.ComponentModel;

namespace TypedPolicy;

/// <summary>A piece of text of one or more artifacts. Written by the generator, read by the build; not for use in code.</summary>
/// <param name="id">The number that artifacts name it by.</param>
/// <param name="text">The text.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicyPartAttribute(int id, string text) : Attribute
{
    /// <summary>The number that artifacts name it by.</summary>
    public int Id { get; } = id;

    /// <summary>The text.</summary>
    public string Text { get; } = text;
}

using System;

namespace TypedPolicy;

/// <summary>A type for files and other objects of a file system.</summary>
/// <remarks>CIL: <c>(type x_t)</c>, <c>(roletype object_r x_t)</c> and the memberships that the target base policy's own <c>files_type()</c> gives.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FileTypeAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public FileTypeAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public FileTypeAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}

using System;

namespace TypedPolicy;

/// <summary>A type for file systems as a whole.</summary>
/// <remarks>CIL: <c>(type x_t)</c>, <c>(roletype object_r x_t)</c>, <c>(typeattributeset filesystem_type (x_t))</c>. See <see cref="FsUseAttribute"/> and <see cref="GenfsAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FilesystemTypeAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public FilesystemTypeAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public FilesystemTypeAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}

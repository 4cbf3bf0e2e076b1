using System;

namespace TypedPolicy;

/// <summary>An executable type through which the enclosing domain is entered.</summary>
/// <remarks>CIL: <c>(type x_exec_t)</c>, the memberships of an executable file, and <c>(allow x_t x_exec_t (file (entrypoint …)))</c>. It is put on a class nested in the domain or in its template. For a type that is declared elsewhere use <see cref="EntrypointAttribute{TExec}"/> on the domain.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntrypointAttribute : Attribute
{
    /// <summary>Declares it under the name derived from the C# name.</summary>
    public EntrypointAttribute()
    {
    }

    /// <summary>Declares it under a custom name.</summary>
    /// <param name="name">The SELinux name. In a template, <c>{prefix}</c> stands for the name of the deriving class without its suffix.</param>
    public EntrypointAttribute(string name) => Name = name;

    /// <summary>The explicit SELinux name, or null to derive it.</summary>
    public string? Name { get; }
}

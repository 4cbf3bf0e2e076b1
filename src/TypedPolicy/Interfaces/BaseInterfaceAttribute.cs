using System;

namespace TypedPolicy;

/// <summary>
/// What an interface or template of a base policy does, on the attribute class that stands for it. <c>typedpolicy import</c> writes it on the bindings that it makes from
/// the headers of an installed policy; there is no need to write it by hand. A class may carry several, where trailing arguments may be left out.
/// </summary>
/// <param name="name">The name of the interface: <c>netutils_domtrans_ping</c>.</param>
/// <param name="expansion">
/// Its statements, those of everything that it calls among them, in the shape of CIL: <c>(require …)</c>, then the statements. The class that carries the
/// attribute is <c>{subject}</c>, its type arguments are <c>{arg1}</c>, <c>{arg2}</c> …, its constructor arguments <c>{param1}</c>, <c>{param2}</c> ….
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BaseInterfaceAttribute(string name, string expansion) : Attribute
{
    /// <summary>The name of the interface.</summary>
    public string Name { get; } = name;

    /// <summary>Its statements.</summary>
    public string Expansion { get; } = expansion;

    /// <summary>How many arguments of m4 the expansion is for; 0 for all of them.</summary>
    public int Arguments { get; set; }
}

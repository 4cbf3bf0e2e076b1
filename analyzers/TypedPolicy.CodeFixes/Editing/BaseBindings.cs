using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>The bindings of a base policy that a compilation references. An index comes from outside: only names that the compiler knows as attributes are written.</summary>
internal static class BaseBindings
{
    private const string Namespace = "TypedPolicy.Base.";

    /// <summary>The attribute of an interface by its C# name, <c>Kernel.ReadMessages</c>; null if no binding of it is referenced.</summary>
    public static INamedTypeSymbol? Interface(string name, int arity, Compilation compilation) =>
        compilation.GetTypeByMetadataName($"{Namespace}{name.Replace('.', '+')}Attribute{(arity == 0 ? "" : "`" + arity.ToString(CultureInfo.InvariantCulture))}");
}

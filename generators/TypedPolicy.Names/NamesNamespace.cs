using Microsoft.CodeAnalysis;

namespace TypedPolicy.Names;

/// <summary>
/// Chooses the namespace of <c>PolicyNames</c>. The root namespace, unless that is also the name of a class: project <c>Shop.Till</c> with a class
/// <c>Shop.Till</c> has it in <c>Shop</c>, beside that class. Where the compilation has a <c>PolicyNames</c> there already, of its own or of a
/// reference that it sees the internals of, a namespace that nobody else has.
/// </summary>
internal static class NamesNamespace
{
    private const string Class = "PolicyNames";

    /// <summary>The namespace, as identifiers; none for the global one.</summary>
    public static string Choose(Compilation compilation, NamesSettings settings)
    {
        if (settings.Namespace.Length > 0)
        {
            return string.Join(".", Identifiers(settings.Namespace));
        }

        var parts = Identifiers(settings.RootNamespace);
        var free = 0;
        INamespaceSymbol? space = compilation.GlobalNamespace;
        while (free < parts.Length && space is not null && !HasType(space, parts[free], compilation))
        {
            space = space.GetMembers(parts[free]).OfType<INamespaceSymbol>().FirstOrDefault();
            free++;
        }

        // No part of it exists from here on, so nothing in it can clash.
        if (space is null)
        {
            return string.Join(".", parts);
        }

        return HasType(space, Class, compilation) || space.GetMembers(Class).OfType<INamespaceSymbol>().Any()
            ? $"TypedPolicy.Names.{Identifier(compilation.AssemblyName ?? "")}"
            : string.Join(".", parts.Take(free));
    }

    private static bool HasType(INamespaceSymbol space, string name, Compilation compilation) =>
        space.GetTypeMembers(name).Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));

    private static string[] Identifiers(string space) =>
        [.. space.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(part => Identifier(part.Trim()))];

    /// <summary>A name that C# accepts: what is not a letter, a digit or <c>_</c> becomes <c>_</c>.</summary>
    private static string Identifier(string name)
    {
        var clean = new string([.. name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]);
        return clean.Length == 0 || char.IsDigit(clean[0]) ? "_" + clean : clean;
    }
}

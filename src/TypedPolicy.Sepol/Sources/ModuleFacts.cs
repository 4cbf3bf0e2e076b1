using System.Collections.Immutable;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>What a module in CIL declares, read without linking it.</summary>
/// <param name="Types">The types that it declares.</param>
/// <param name="PermissiveTypes">The types whose processes are not denied anything.</param>
/// <param name="LabelledPaths">The patterns of the paths that it labels.</param>
public sealed record ModuleFacts(ImmutableSortedSet<string> Types, ImmutableSortedSet<string> PermissiveTypes, ImmutableSortedSet<string> LabelledPaths)
{
    /// <summary>Reads a module.</summary>
    /// <param name="module">A module in CIL.</param>
    public static ModuleFacts Of(PolicySource module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var statements = CilText.Read(module.Content.Span).SelectMany(All).ToList();
        return new(Names("type"), Names("typepermissive"), Names("filecon"));

        ImmutableSortedSet<string> Names(string keyword) =>
            statements.Where(s => s.Keyword == keyword).Select(s => s.TextAt(1)).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>Modules in an order in which each comes after those that declare what it uses; otherwise as they were.</summary>
    /// <param name="modules">The modules; one that is not CIL keeps its place.</param>
    public static ImmutableArray<PolicySource> DependenciesFirst(IReadOnlyList<PolicySource> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var names = modules.Select(m => m.Kind == PolicySourceKind.Cil ? new CilNames([CilText.Read(m.Content.Span)]) : new CilNames([])).ToList();
        var needs = names.ConvertAll(n => Enum.GetValues<NameKind>().SelectMany(kind => n.Undeclared(kind).Select(name => (kind, name))).ToList());
        var (order, seen) = (ImmutableArray.CreateBuilder<PolicySource>(modules.Count), new HashSet<int>());
        for (var i = 0; i < modules.Count; i++)
        {
            Place(i);
        }

        return order.ToImmutable();

        void Place(int module)
        {
            if (seen.Add(module))
            {
                for (var other = 0; other < modules.Count; other++)
                {
                    if (needs[module].Exists(n => names[other].IsDeclared(n.kind, n.name)))
                    {
                        Place(other);
                    }
                }

                order.Add(modules[module]);
            }
        }
    }

    private static IEnumerable<CilStatement> All(CilStatement statement) => statement.Keyword is "block" or "optional" or "in" ? statement.Items.Where(i => i.IsList).SelectMany(All) : [statement];
}

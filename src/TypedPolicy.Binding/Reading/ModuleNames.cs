using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding.Reading;

/// <summary>The policy modules that assemblies declare.</summary>
internal sealed class ModuleNames(Compilation compilation)
{
    private readonly Dictionary<IAssemblySymbol, string> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The name of the module that is being compiled.</summary>
    public string Own => Of(compilation.Assembly);

    /// <summary>The name of an assembly's module: the one that it declares, or the assembly's own name made legal.</summary>
    public string Of(IAssemblySymbol assembly)
    {
        if (!_known.TryGetValue(assembly, out var name))
        {
            var said = assembly.GetAttributes()
                .Where(a => a.AttributeClass is { } type && AttributeClassifier.IsLibraryType(type, "PolicyModuleAttribute"))
                .Select(a => a.ConstructorArguments is [{ Value: string text }] ? text : null)
                .FirstOrDefault(text => text is not null);
            _known.Add(assembly, name = said ?? NameRules.ToModuleName(assembly.Name));
        }

        return name;
    }
}

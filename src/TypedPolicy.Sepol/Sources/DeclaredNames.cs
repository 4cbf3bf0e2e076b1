using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>The names that modules declare.</summary>
public sealed class DeclaredNames
{
    private readonly CilNames _names;

    /// <summary>Reads modules in CIL.</summary>
    public DeclaredNames(IEnumerable<PolicySource> modules) => _names = new(modules.Where(m => m.Kind == PolicySourceKind.Cil).Select(m => CilText.Read(m.Content.Span)));

    /// <summary>Whether one of them declares a name.</summary>
    public bool Has(string name) => _names.IsDeclared(name);
}

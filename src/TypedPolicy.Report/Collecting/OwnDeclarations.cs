using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Report.Collecting;

/// <summary>What the policy of the report declares. A policy that is not CIL is taken as a whole: all of its names are its own.</summary>
internal sealed class OwnDeclarations
{
    private readonly DeclaredNames? _declared;
    private readonly IReadOnlyDictionary<string, CSharpDeclaration> _csharp;

    public OwnDeclarations(IReadOnlyList<PolicySource> modules)
    {
        var cil = modules.Where(m => m.Kind == PolicySourceKind.Cil).ToList();
        _declared = cil.Count > 0 && cil.Count == modules.Count ? new(cil) : null;
        _csharp = CSharpNames.Declarations(cil);
        Origins = _csharp.Count > 0 ? new(cil) : null;
        Justifications = [.. from module in cil let names = new DeclaredNames([module]) from justification in CSharpJustification.Of(module) select (justification, names)];
    }

    /// <summary>Whether the policy has all names there are.</summary>
    public bool IsWhole => _declared is null;

    /// <summary>The C# lines of rules; null if none come from C#.</summary>
    public RuleOrigins? Origins { get; }

    /// <summary>The reasons, each with the names of its own module: it has nothing on those of another.</summary>
    public IReadOnlyList<(CSharpJustification Justification, DeclaredNames Names)> Justifications { get; }

    public bool Has(string name) => _declared?.Has(name) ?? true;

    public CSharpDeclaration? CSharp(string name) => _csharp.GetValueOrDefault(name);
}

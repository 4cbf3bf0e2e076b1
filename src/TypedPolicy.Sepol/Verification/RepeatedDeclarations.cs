using TypedPolicy.Model.Rules;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Verification;

/// <summary>
/// Types and attributes that two modules declare. libsepol, which is to link a distribution's own modules too, takes them for one, whatever each module meant by it; the packages' manifests
/// are compared when policy is laid out, but a manifest need not list what its policy declares.
/// </summary>
internal static class RepeatedDeclarations
{
    public static IEnumerable<VerificationFinding> In(IReadOnlyList<VerifiedModule> modules, Func<string, CilStatement, VerificationPlace> placeOf)
    {
        var declared = new Dictionary<string, (string File, CilStatement Statement)>(StringComparer.Ordinal);
        foreach (var module in modules.Where(m => m.Source.Kind == PolicySourceKind.Cil))
        {
            foreach (var statement in CilText.Read(module.Source.Content.Span).Where(s => s.Keyword is "type" or "typeattribute" && s.TextAt(1) is { } name && !GeneratedNames.IsShared(name)))
            {
                var name = statement.TextAt(1)!;
                if (!declared.TryGetValue(name, out var first))
                {
                    declared[name] = (module.Source.Name, statement);
                }
                else if (first.File != module.Source.Name)
                {
                    var (here, there) = (placeOf(module.Source.Name, statement), placeOf(first.File, first.Statement));
                    yield return new(
                        here,
                        $"'{name}' is declared here and at {there}: two modules cannot declare one name. Rename one of them, or reference the other's as [External].",
                        [there],
                        $"Re-declaration of {statement.Keyword} {name}");
                }
            }
        }
    }
}

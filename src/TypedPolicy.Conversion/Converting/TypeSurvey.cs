using TypedPolicy.Conversion.Base;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Converting;

/// <summary>What a module makes of its types: which attributes they join, wherever they do so for sure, and which executables enter which domains.</summary>
internal sealed class TypeSurvey
{
    private readonly Dictionary<string, HashSet<string>> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofFiles;

    /// <summary>Looks through a module.</summary>
    /// <param name="statements">Its statements; blocks are passed over, since what stands there may not hold.</param>
    /// <param name="labels">Its file contexts.</param>
    /// <param name="interfaceOf">What is known of an interface.</param>
    public TypeSurvey(IEnumerable<Statement> statements, IEnumerable<FileContextLine> labels, Func<string, BaseInterface?> interfaceOf)
    {
        _ofFiles = new HashSet<string>(labels.Select(l => l.Context?.Split(':') is [_, _, var type, ..] ? type : ""), StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            foreach (var (type, attribute) in HeaderInterfaces.Memberships(statement))
            {
                Join(type, attribute);
            }

            if (statement is MacroCall call && interfaceOf(call.Name) is { } item)
            {
                string Argument(int index) => index < call.Arguments.Length ? call.Arguments[index].Text.Trim() : "";
                foreach (var (parameter, attribute) in item.Memberships)
                {
                    Join(Argument(parameter), attribute);
                }

                foreach (var (domain, executable) in item.Entrypoints)
                {
                    Set(_domains, Argument(executable)).Add(Argument(domain));
                }
            }
        }
    }

    /// <summary>Whether a type joins all attributes of a kind. One of processes that is also a label of files is no [Domain], which labels nothing.</summary>
    public bool Is(string type, TypeKind kind) =>
        !(kind == TypeKind.Domain && _ofFiles.Contains(type))
        && _attributes.TryGetValue(type, out var attributes) && Memberships.ReferencePolicy[kind] is { IsEmpty: false } all && all.All(attributes.Contains);

    /// <summary>The one domain that is entered through a type; null if there is none, or several.</summary>
    public string? DomainOf(string executable) => _domains.TryGetValue(executable, out var domains) && domains.Count == 1 ? domains.First() : null;

    private void Join(string type, string attribute) => Set(_attributes, type).Add(attribute);

    private static HashSet<string> Set(Dictionary<string, HashSet<string>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets.Add(key, set = new HashSet<string>(StringComparer.Ordinal));
        }

        return set;
    }
}

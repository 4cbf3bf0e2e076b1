using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Renders calls of interfaces as attributes.</summary>
internal sealed class CallRenderer(NameBook names, IReadOnlyDictionary<string, BaseInterface> own, IBasePolicy basePolicy)
{
    private const int MaxCalls = 200;

    /// <summary>An interface of the module or of the base policy.</summary>
    public BaseInterface? Find(string name) => own.TryGetValue(name, out var mine) ? mine : basePolicy.Interface(name);

    /// <summary>The arguments of a call behind the last parameter: nothing is done with them.</summary>
    public IEnumerable<string> Surplus(MacroCall call) =>
        Find(call.Name) is { } item ? call.Arguments.Skip(item.Parameters.Length).Select(a => a.Text.Trim()).Where(text => text.Length > 0) : [];

    /// <summary>Renders a call; null if no class is its interface, or C# cannot give its arguments.</summary>
    public RenderResult? Render(MacroCall call)
    {
        if (Find(call.Name) is not { } item || (item.TakesAnyArguments && Surplus(call).Any()))
        {
            return null;
        }

        IEnumerable<Given> calls = [new Given(null, EntityKind.Type, [], [])];
        for (var i = 0; i < item.Parameters.Length; i++)
        {
            var parameter = item.Parameters[i];
            var words = i < call.Arguments.Length ? Words(call.Arguments[i].Text, parameter.Kind) : [];

            // What the interface does then is another thing than what its attribute does.
            if (parameter.Inspection == TextInspection.Content || (parameter is { Inspection: TextInspection.Emptiness, Place: ParameterPlace.Nowhere } && words is not []))
            {
                return null;
            }

            if (words is null || (item.NeedsNames && words.Exists(names.IsParameter)) || (words.Count > 1 && item.Inseparable.Contains(i)))
            {
                return null;
            }

            if (words.Count == 0)
            {
                // An interface of the module takes all of its arguments, one of the base may do without the last.
                if (parameter.Place is ParameterPlace.Carrier or ParameterPlace.TypeArgument || (parameter.Place == ParameterPlace.ConstructorArgument && own.ContainsKey(call.Name)) || call.Arguments.Skip(i + 1).Any(a => a.Text.Length > 0))
                {
                    return null;
                }

                continue;
            }

            if (words.Count > 1 && i == item.Classes && call.Arguments.Skip(i + 1).All(a => a.Text.Length == 0))
            {
                calls = [.. calls.Select(c => words.Distinct().Aggregate((Given?)c, (given, w) => given?.With(parameter, w, this))).OfType<Given>()];
                continue;
            }

            calls = [.. calls.SelectMany(c => words.Select(w => c.With(parameter, w, this))).OfType<Given>()];
            if (calls.Count() is 0 or > MaxCalls)
            {
                return null;
            }
        }

        var name = own.ContainsKey(call.Name) ? item.CSharpName : names.Interface(item.CSharpName);
        return new RenderResult([.. calls.Select(c => new RenderedAttribute(c.Carrier, c.Kind, c.Attribute(name)))]);
    }

    /// <summary>The words of an argument; a set gives several. Nothing where it is more than that.</summary>
    private static List<string>? Words(string text, InterfaceParameterKind kind)
    {
        var plain = text.Trim();
        while (plain.Length > 1 && plain[0] == '`' && plain[^1] == '\'')
        {
            plain = plain[1..^1].Trim();
        }

        if (plain.Length > 1 && plain[0] == '"' && plain[^1] == '"' && !plain[1..^1].Contains('"', StringComparison.Ordinal))
        {
            // Quotes within a name are m4's, which takes them away on the name's way through the macros.
            return [plain.Contains('`', StringComparison.Ordinal) ? plain.Replace("`", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) : plain];
        }

        if (kind == InterfaceParameterKind.Level)
        {
            return Level(plain);
        }

        var words = plain.Split([' ', '\t', '\r', '\n', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => w.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or ':') && w[0] != '-') ? [.. words] : null;
    }

    /// <summary>A level or a range, which is one word to C#: <c>s0 - s0:c0.c1023</c> is <c>s0-s0:c0.c1023</c>.</summary>
    private static List<string>? Level(string text)
    {
        var plain = string.Concat(text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? []
            : plain.Split('-') is { Length: <= 2 } levels && levels.All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or ',')) ? [plain]
            : null;
    }

    private string? Type(string word, InterfaceParameterKind kind) => kind switch
    {
        InterfaceParameterKind.Role or InterfaceParameterKind.RoleAttribute => names.Role(word),
        InterfaceParameterKind.TypeAttribute => names.Attribute(word),
        InterfaceParameterKind.Boolean => names.Boolean(word),
        _ => names.Type(word),
    };

    /// <summary>The arguments of one call in C#.</summary>
    private sealed record Given(string? Carrier, EntityKind Kind, IReadOnlyList<string> Types, IReadOnlyList<string> Values)
    {
        public Given? With(BaseParameter parameter, string word, CallRenderer words) => parameter.Place switch
        {
            ParameterPlace.Carrier => this with { Carrier = word, Kind = parameter.Kind is InterfaceParameterKind.Role or InterfaceParameterKind.RoleAttribute ? EntityKind.Role : EntityKind.Type },
            ParameterPlace.TypeArgument => words.Type(word, parameter.Kind) is { } type ? this with { Types = [.. Types, type] } : null,
            ParameterPlace.ConstructorArgument when parameter.Kind == InterfaceParameterKind.Class =>
                words.Class(word) is { } type ? this with { Values = [.. Values, $"typeof({type})"] } : null,
            ParameterPlace.ConstructorArgument => this with { Values = [.. Values, words.Text(word.Trim('"'))] },
            _ => this,
        };

        public string Attribute(string name) =>
            name + (Types.Count > 0 ? $"<{string.Join(", ", Types)}>" : "") + (Values.Count > 0 ? $"({string.Join(", ", Values)})" : "");
    }

    private string? Class(string word) => names.Class(word);

    private string Text(string word) => names.Text(word);
}

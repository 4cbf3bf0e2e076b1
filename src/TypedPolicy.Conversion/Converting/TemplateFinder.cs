using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Converting;

/// <summary>
/// Finds the templates of a module that are what C# calls one: the only parameter is a part of names, and all types that it declares begin with the name of one of them, which the deriving
/// class stands for. A template that calls another of them with its own argument derives from that.
/// </summary>
internal sealed class TemplateFinder
{
    private readonly Dictionary<string, TemplateShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _whyNot = new(StringComparer.Ordinal);
    private readonly HeaderTree _headers;
    private readonly ILookup<string, (MacroCall Call, bool IsInBlock)> _calls;
    private readonly TypeSurvey _survey;

    /// <summary>Looks through a module.</summary>
    /// <param name="interfaces">Its interfaces and templates.</param>
    /// <param name="statements">The statements of the module, with the calls of these.</param>
    /// <param name="headers">The headers, with those of the module.</param>
    /// <param name="survey">What the module makes of its types.</param>
    /// <param name="refused">Templates whose rules C# cannot express.</param>
    public TemplateFinder(IReadOnlyCollection<ModuleInterface> interfaces, IEnumerable<Statement> statements, HeaderTree headers, TypeSurvey survey, IReadOnlyList<string> refused)
    {
        (_headers, _survey) = (headers, survey);
        _calls = Calls(statements, isInBlock: false).ToLookup(c => c.Call.Name, StringComparer.Ordinal);
        foreach (var item in CallOrder.Of(interfaces).Where(DeclaresByPrefix))
        {
            var shape = ShapeOf(item, out var why);
            why = refused.Contains(item.Header.Name) ? "C# cannot express one of its rules" : why;
            if (why is null)
            {
                _shapes[item.Header.Name] = shape!;
            }
            else
            {
                _whyNot[item.Header.Name] = why;
            }
        }

        RemoveWhatOthersWriteOut(interfaces);
    }

    /// <summary>The templates, each behind the one that it derives from.</summary>
    public IReadOnlyCollection<TemplateShape> Shapes => _shapes.Values;

    /// <summary>Why C# has no template for a template; null if it has, or it is none.</summary>
    public string? WhyNot(ModuleInterface item) => _whyNot.GetValueOrDefault(item.Header.Name);

    /// <summary>The prefixes that the module gives a template or one that derives from it, as the names of types begin.</summary>
    public IEnumerable<string> Stems(TemplateShape template) => template.Stems.Concat(_shapes.Values.Where(s => s.Base == template).SelectMany(Stems)).Distinct();

    private static bool DeclaresByPrefix(ModuleInterface item) =>
        item.Header.Signature is { Compiles: true } signature && (signature.DeclaresNames || signature.Parameters.Any(p => p.Kind is InterfaceParameterKind.NamePart));

    private TemplateShape? ShapeOf(ModuleInterface item, out string? why)
    {
        why = null;
        var statements = item.Body.Statements;
        if (item.Header.Signature.Parameters is not [{ Kind: InterfaceParameterKind.NamePart, Inspection: TextInspection.None } prefix])
        {
            why = "a template in C# has a prefix and no other parameter";
            return null;
        }

        if (statements.Any(s => s is AttributeDeclaration or AttributeRoleDeclaration or BooleanDeclaration or RoleDeclaration || DeclaresTypes(s)))
        {
            why = "it declares more than types of its own";
            return null;
        }

        // What a call declares is a class of the template that the interface becomes, if it is one of this module with the same prefix.
        var declaring = Calls(statements, isInBlock: false).Where(c => _headers.Find(c.Call.Name) is { Signature.DeclaresNames: true }).ToList();
        if (declaring.Count > 1 || declaring.Exists(c => c.IsInBlock || !_shapes.ContainsKey(c.Call.Name) || c.Call.Arguments is not [var only] || only.Text.Trim() != item.HoleOf(prefix)))
        {
            why = $"it calls {declaring[0].Call.Name}, whose types C# cannot make classes of it";
            return null;
        }

        var parent = declaring.Count == 0 ? null : _shapes[declaring[0].Call.Name];
        var types = statements.OfType<TypeDeclaration>().ToList();
        var stem = parent?.Stem ?? types.Select(t => t.Name).Where(n => n.EndsWith("_t", StringComparison.Ordinal) && ModuleInterface.HoldsArgument(n)).Select(n => n[..^2])
            .FirstOrDefault(s => types.TrueForAll(t => t.Name == s + "_t" || t.Name.StartsWith(s + "_", StringComparison.Ordinal)));
        if (stem is null || types.Exists(t => !t.Name.StartsWith(stem + "_", StringComparison.Ordinal) || !t.Aliases.IsEmpty))
        {
            why = types.Count == 0 ? "it builds names from its argument" : "there is no type of it that the names of the others begin with";
            return null;
        }

        var calls = _calls[item.Header.Name].ToList();
        if (calls.Exists(c => c.IsInBlock || c.Call.Arguments is not [var only] || !ClassNames.IsName(only.Text.Trim())))
        {
            why = "the module calls it inside a block, where C# declares nothing";
            return null;
        }

        var stems = calls.ConvertAll(c => stem.Replace(item.HoleOf(prefix), c.Call.Arguments[0].Text.Trim(), StringComparison.Ordinal));
        why = stems.TrueForAll(s => _survey.Is(s + "_t", TypeKind.Domain)) ? null : "the type that it makes is not a domain";
        return new TemplateShape(item, parent, stem, types, [.. stems.Distinct()]);
    }

    /// <summary>A template that an interface calls which is none itself is written out with it.</summary>
    private void RemoveWhatOthersWriteOut(IReadOnlyCollection<ModuleInterface> interfaces)
    {
        for (var isDone = false; !isDone;)
        {
            isDone = true;
            foreach (var (name, shape) in _shapes.ToList())
            {
                if ((shape.Base is not null && !_shapes.ContainsValue(shape.Base)) || interfaces.Any(i => !_shapes.ContainsKey(i.Header.Name) && Calls(i.Body.Statements, false).Any(c => c.Call.Name == name)))
                {
                    _shapes.Remove(name);
                    _whyNot[name] = "it is a part of another template that C# cannot express";
                    isDone = false;
                }
            }
        }
    }

    private static bool DeclaresTypes(Statement block) => block switch
    {
        OptionalBlock optional => optional.Statements.Any(s => s is TypeDeclaration || DeclaresTypes(s)),
        Conditional conditional => conditional.Then.Concat(conditional.Otherwise).Any(s => s is TypeDeclaration || DeclaresTypes(s)),
        _ => false,
    };

    private static IEnumerable<(MacroCall Call, bool IsInBlock)> Calls(IEnumerable<Statement> statements, bool isInBlock) => statements.SelectMany(s => s switch
    {
        MacroCall call => [(call, isInBlock)],
        OptionalBlock optional => Calls(optional.Statements.AddRange(optional.Otherwise), true),
        Conditional conditional => Calls(conditional.Then.Concat(conditional.Otherwise), true),
        _ => Enumerable.Empty<(MacroCall, bool)>(),
    });
}

/// <summary>What a template declares.</summary>
/// <param name="Source">What it was.</param>
/// <param name="Base">The template that it calls with its own argument.</param>
/// <param name="Stem">What all names that it makes begin with, in its source: without the <c>_t</c> of the type that a deriving class stands for.</param>
/// <param name="Types">The types that it declares itself.</param>
/// <param name="Stems">What that begins with where the module calls it.</param>
internal sealed record TemplateShape(ModuleInterface Source, TemplateShape? Base, string Stem, IReadOnlyList<TypeDeclaration> Types, IReadOnlyList<string> Stems);

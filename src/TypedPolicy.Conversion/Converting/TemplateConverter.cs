using System.Collections.Immutable;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Turns templates of a module into <c>[Template]</c> classes.</summary>
internal sealed class TemplateConverter(
    NameBook names, TemplateFinder finder, TypeSurvey survey, Func<TemplateShape, TypeSurvey> surveyOf, CallRenderer calls, Func<List<ConversionNote>, Func<MacroCall, bool>, StatementPlacer> placer)
{
    private readonly List<ConvertedTemplate> _templates = [];

    /// <summary>What a person should look at in the templates that were converted.</summary>
    public List<ConversionNote> Notes { get; } = [];

    /// <summary>The templates that were found.</summary>
    public IReadOnlyList<ConvertedTemplate> Templates => _templates;

    /// <summary>Finds out what becomes of each template; its rules are placed by <see cref="Convert"/>.</summary>
    public void Prepare()
    {
        foreach (var shape in finder.Shapes)
        {
            var parent = _templates.Find(t => t.Shape == shape.Base);
            var taken = new HashSet<string>(parent?.AllNested.Select(n => n.CSharp) ?? [], StringComparer.Ordinal);
            var nested = ImmutableArray.CreateBuilder<NestedType>();
            foreach (var type in shape.Types.Where(t => t.Name != shape.Stem + "_t"))
            {
                var rest = type.Name[(shape.Stem.Length + 1)..];
                var natural = Identifiers.Of(NameOf.Stem(rest, EntityKind.Type));
                var csharp = ClassNames.IsFree(natural) ? natural : natural + "Type";
                for (var i = 2; !taken.Add(csharp); i++)
                {
                    csharp = FormattableString.Invariant($"{natural}{i}");
                }

                nested.Add(new NestedType(type.Name, rest, csharp, KindOf(shape, rest), type.Attributes));
            }

            _templates.Add(new ConvertedTemplate(shape, parent, names.Classes.Free(Identifiers.Of(shape.Source.Header.Name)), nested.ToImmutable()));
        }
    }

    /// <summary>Makes the class of a template.</summary>
    /// <returns>The class; null if C# cannot express the template.</returns>
    public PolicyClass? Convert(ConvertedTemplate template)
    {
        var (item, csharp, main) = (template.Source, template.CSharp, template.Shape.Stem + "_t");
        var parameters = template.AllNested.ToDictionary(n => n.Name, n => (EntityKind.Type, template.PathOf(n)), StringComparer.Ordinal);
        parameters.Add(main, (EntityKind.Type, NameBook.Carrier));
        names.Enter(parameters, main);
        try
        {
            var notes = new List<ConversionNote>();
            var tree = new BlockTree([csharp], "Template");
            placer(notes, call => IsImplied(call, template)).Place(item.Body, tree);
            var made = tree.ToClass(names, main, csharp, "public abstract class");
            if (notes.Exists(n => n.IsLoss) || InterfaceConverter.Attributes(made).Any(a => ModuleInterface.HoldsArgument(a) || a.Contains(NameBook.Carrier, StringComparison.Ordinal)))
            {
                return null;
            }

            Notes.AddRange(notes);
            made.Summary.AddRange(item.Header.Documentation.Summary.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            made.TypeParameters.Add(("TSelf", "The class that derives from it."));
            made.Bases.AddRange(template.Base is { } parent ? [$"{parent.CSharp}<TSelf>"] : []);
            made.Bases.AddRange(template.Shape.Types.Where(t => t.Name == main).SelectMany(t => t.Attributes).Where(a => a != "domain").Select(names.Attribute));
            made.Nested.InsertRange(0, [.. template.Nested.Select(n => n.ToClass(Taken(made, $"RulesFor<{template.PathOf(n)}>"), names))]);
            return made;
        }
        finally
        {
            names.Leave();
        }
    }

    /// <summary>Whether the template's base or the kind of a nested type implies what a call does.</summary>
    private bool IsImplied(MacroCall call, ConvertedTemplate template) =>
        call.Name == template.Base?.Source.Header.Name
        || (call.Arguments is [var only]
            && template.Nested.FirstOrDefault(n => n.Name == only.Text.Trim()) is { Kind: "FileType" }
            && calls.Find(call.Name) is { IsMembershipOnly: true } item
            && item.Memberships.All(m => Memberships.ReferencePolicy[TypeKind.File].Contains(m.Attribute)));

    /// <summary>Takes the block for a nested type out of a template: the type's own class carries its rules.</summary>
    private static PolicyClass? Taken(PolicyClass template, string rulesFor)
    {
        var block = template.Nested.Find(n => n.Nested.Count == 0 && n.Lines[0].Attribute == rulesFor);
        if (block is not null)
        {
            template.Nested.Remove(block);
        }

        return block;
    }

    /// <summary>The kind of a nested type: what it is wherever the module calls the template, else what the template makes of it.</summary>
    private string KindOf(TemplateShape shape, string rest)
    {
        var kinds = finder.Stems(shape).Select(s => KindOf(survey, $"{s}_{rest}", s + "_t")).Distinct().ToList();
        return kinds is [var only] ? only : KindOf(surveyOf(shape), $"{shape.Stem}_{rest}", shape.Stem + "_t");
    }

    /// <summary>The kind of a type. An executable that enters another domain than the template's is a file like any other here: its calls do the rest.</summary>
    private static string KindOf(TypeSurvey survey, string type, string main) =>
        survey.Is(type, TypeKind.Domain) ? "Domain"
        : survey.Is(type, TypeKind.Executable) && survey.DomainOf(type) == main ? "Entrypoint"
        : survey.Is(type, TypeKind.File) ? "FileType" : "PolicyType";
}

/// <summary>A template as C# has it.</summary>
/// <param name="Shape">What it was.</param>
/// <param name="Base">The template that it derives from.</param>
/// <param name="CSharp">Its C# name.</param>
/// <param name="Nested">The types that it declares beside the one that a deriving class stands for.</param>
internal sealed record ConvertedTemplate(TemplateShape Shape, ConvertedTemplate? Base, string CSharp, ImmutableArray<NestedType> Nested)
{
    /// <summary>What it was.</summary>
    public ModuleInterface Source => Shape.Source;

    /// <summary>The nested types, with those of the templates that it derives from.</summary>
    public IEnumerable<NestedType> AllNested => Base is null ? Nested : Base.AllNested.Concat(Nested);

    /// <summary>How the template names one of them.</summary>
    public string PathOf(NestedType nested) => Nested.Contains(nested) ? $"{CSharp}<Self>.{nested.CSharp}" : Base!.PathOf(nested);
}

/// <summary>A type that a template declares beside the main one.</summary>
/// <param name="Name">Its name in the template's source.</param>
/// <param name="Rest">What follows the prefix: <c>exec_t</c>.</param>
/// <param name="CSharp">Its C# name: <c>Exec</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Attributes">The attributes that its declaration puts it into.</param>
internal sealed record NestedType(string Name, string Rest, string CSharp, string Kind, ImmutableArray<string> Attributes)
{
    /// <summary>The class that declares it.</summary>
    /// <param name="rules">A block with its rules.</param>
    /// <param name="names">The C# names.</param>
    public PolicyClass ToClass(PolicyClass? rules, NameBook names)
    {
        var made = new PolicyClass(CSharp, "public sealed class", names.Access);
        made.Add(NameOf.Of(CSharp, EntityKind.Type, "x") == "x_" + Rest ? Kind : $"{Kind}(\"{{prefix}}_{Rest}\")");
        var implied = Kind switch { "Domain" => Memberships.ReferencePolicy[TypeKind.Domain], "Entrypoint" => Memberships.ReferencePolicy[TypeKind.Executable], "FileType" => Memberships.ReferencePolicy[TypeKind.File], _ => [] };
        made.Bases.AddRange(Attributes.Where(a => !implied.Contains(a)).Select(names.Attribute));
        made.Lines.AddRange(rules?.Lines.Skip(1) ?? []);
        return made;
    }
}

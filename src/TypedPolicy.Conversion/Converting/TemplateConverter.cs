using System.Collections.Immutable;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>
/// Turns templates of a module into <c>[Template]</c> classes, where they are what C# calls one: the only parameter is a prefix, the template
/// declares the type <c>prefix_t</c>, and every name that it makes begins with the prefix.
/// </summary>
internal sealed class TemplateConverter(NameBook names, TypeSurvey survey, CallRenderer calls, Func<List<ConversionNote>, Func<MacroCall, bool>, StatementPlacer> placer)
{
    private readonly List<ConvertedTemplate> _templates = [];

    /// <summary>What a person should look at in the templates that were converted.</summary>
    public List<ConversionNote> Notes { get; } = [];

    /// <summary>The templates that were converted.</summary>
    public IReadOnlyList<ConvertedTemplate> Templates => _templates;

    /// <summary>Finds out what becomes of a template, from its shape and the calls of it; its rules are placed by <see cref="Convert"/>.</summary>
    /// <param name="item">The template.</param>
    /// <param name="calls">The calls of it in the module.</param>
    public ConvertedTemplate? Prepare(ModuleInterface item, IReadOnlyList<MacroCall> calls)
    {
        var signature = item.Header.Signature;
        if (!signature.Compiles || signature.Parameters is not [{ Kind: InterfaceParameterKind.NamePart, Inspection: TextInspection.None } prefix] || calls.Count == 0
            || !calls.All(c => c.Arguments is [var only] && ClassNames.IsName(only.Text)))
        {
            return null;
        }

        var hole = item.HoleOf(prefix) + "_";
        var types = item.Body.Statements.OfType<TypeDeclaration>().ToList();
        var first = calls[0].Arguments[0].Text + "_";
        if (!types.Exists(t => t.Name == hole + "t") || types.Exists(t => !t.Name.StartsWith(hole, StringComparison.Ordinal) || !t.Aliases.IsEmpty)
            || item.Body.Statements.Any(s => s is AttributeDeclaration or AttributeRoleDeclaration or BooleanDeclaration or RoleDeclaration)
            || !calls.All(c => survey.Is(c.Arguments[0].Text + "_t", TypeKind.Domain)))
        {
            return null;
        }

        var csharp = names.Classes.Free(Identifiers.Of(item.Header.Name));
        var nested = types.Where(t => t.Name != hole + "t")
            .Select(t => new NestedType(t.Name, t.Name[hole.Length..], Identifiers.Of(NameOf.Stem(t.Name[hole.Length..], EntityKind.Type)), KindOf(first + t.Name[hole.Length..], first + "t"), t.Attributes))
            .ToImmutableArray();
        if (nested.Select(n => n.CSharp).Distinct().Count() != nested.Length || nested.Any(n => !ClassNames.IsFree(n.CSharp) || NameOf.Of(n.CSharp, EntityKind.Type, "x") != "x_" + n.Rest))
        {
            return null;
        }

        var template = new ConvertedTemplate(item, csharp, hole, types.First(t => t.Name == hole + "t"), nested, [.. calls.Select(c => c.Arguments[0].Text)]);
        _templates.Add(template);
        return template;
    }

    /// <summary>Makes the class of a template.</summary>
    /// <returns>The class; null if C# cannot express the template.</returns>
    public PolicyClass? Convert(ConvertedTemplate template)
    {
        var (item, csharp, hole) = (template.Source, template.CSharp, template.Hole);
        var parameters = template.Nested.ToDictionary(n => n.Name, n => (EntityKind.Type, $"{csharp}<Self>.{n.CSharp}"), StringComparer.Ordinal);
        parameters.Add(hole + "t", (EntityKind.Type, NameBook.Carrier));
        names.Enter(parameters, hole + "t");
        try
        {
            var notes = new List<ConversionNote>();
            var tree = new BlockTree([csharp], "Template");
            placer(notes, call => IsImplied(call, template)).Place(item.Body, tree);
            var made = tree.ToClass(names, hole + "t", csharp, "public abstract class");
            if (notes.Exists(n => n.IsLoss) || InterfaceConverter.Attributes(made).Any(a => ModuleInterface.HoldsArgument(a) || a.Contains(NameBook.Carrier, StringComparison.Ordinal)))
            {
                return null;
            }

            Notes.AddRange(notes);
            made.Summary.AddRange(item.Header.Documentation.Summary.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            made.TypeParameters.Add(("TSelf", "The class that derives from it."));
            made.Bases.AddRange(template.Main.Attributes.Where(a => a != "domain").Select(names.Attribute));
            made.Nested.InsertRange(0, [.. template.Nested.Select(n => n.ToClass(Taken(made, $"RulesFor<{csharp}<Self>.{n.CSharp}>"), names))]);
            return made;
        }
        finally
        {
            names.Leave();
        }
    }

    /// <summary>Whether the kind of a nested type implies what a call does.</summary>
    private bool IsImplied(MacroCall call, ConvertedTemplate template) =>
        call.Arguments is [var only]
        && template.Nested.FirstOrDefault(n => n.Name == only.Text.Trim()) is { Kind: "FileType" }
        && calls.Find(call.Name) is { IsMembershipOnly: true } item
        && item.Memberships.All(m => Memberships.ReferencePolicy[TypeKind.File].Contains(m.Attribute));

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

    /// <summary>The kind of a nested type. An executable that enters another domain than the template's is a file like any other here: its calls do the rest.</summary>
    private string KindOf(string type, string main) =>
        survey.Is(type, TypeKind.Domain) ? "Domain"
        : survey.Is(type, TypeKind.Executable) && survey.DomainOf(type) == main ? "Entrypoint"
        : survey.Is(type, TypeKind.File) ? "FileType" : "PolicyType";
}

/// <summary>A template as C# has it.</summary>
/// <param name="Source">What it was.</param>
/// <param name="CSharp">Its C# name.</param>
/// <param name="Hole">What the names begin with that it makes, in its source.</param>
/// <param name="Main">The declaration of the type that a deriving class stands for.</param>
/// <param name="Nested">The other types that it declares.</param>
/// <param name="Prefixes">The prefixes that the module gives it.</param>
internal sealed record ConvertedTemplate(
    ModuleInterface Source, string CSharp, string Hole, TypeDeclaration Main, ImmutableArray<NestedType> Nested, ImmutableArray<string> Prefixes);

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
        made.Add(Kind);
        var implied = Kind switch { "Domain" => Memberships.ReferencePolicy[TypeKind.Domain], "Entrypoint" => Memberships.ReferencePolicy[TypeKind.Executable], "FileType" => Memberships.ReferencePolicy[TypeKind.File], _ => [] };
        made.Bases.AddRange(Attributes.Where(a => !implied.Contains(a)).Select(names.Attribute));
        made.Lines.AddRange(rules?.Lines.Skip(1) ?? []);
        return made;
    }
}

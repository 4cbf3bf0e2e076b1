using System.Collections.Immutable;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Refpolicy.Sources;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>
/// Turns a module of the kernel policy language into policy classes: its types with their rules grouped on them, its comments as documentation, its
/// calls of interfaces as attributes. What C# cannot express is marked in place and noted; nothing is dropped.
/// </summary>
public sealed class ModuleConverter
{
    // The roles that every base declares: libsepol takes no declaration of a module for them.
    private static readonly string[] OfEveryBase = ["user_r", "staff_r", "sysadm_r", "system_r", "unconfined_r", "auditadm_r", "secadm_r"];

    private readonly HeaderTree _headers;
    private readonly SupportMacros _support;
    private readonly IBasePolicy _base;
    private readonly List<ConversionNote> _notes = [];

    private ModuleConverter(HeaderTree headers, SupportMacros support, IBasePolicy basePolicy) => (_headers, _support, _base) = (headers, support, basePolicy);

    /// <summary>Converts a module.</summary>
    /// <param name="headers">The headers of the policy that it is for.</param>
    /// <param name="support">The support macros of that policy.</param>
    /// <param name="basePolicy">The bindings of that policy.</param>
    /// <param name="files">The module's files.</param>
    /// <param name="namespace">The namespace of the classes; made of the module's name by default.</param>
    public static ConvertedModule Convert(HeaderTree headers, SupportMacros support, IBasePolicy basePolicy, IReadOnlyList<HeaderFile> files, string? @namespace = null) =>
        new ModuleConverter(headers, support, basePolicy).Convert(files, @namespace, []);

    /// <param name="files">The files.</param>
    /// <param name="given">The namespace.</param>
    /// <param name="asMacros">Templates that were found to do more than C# can express, once their rules were looked at.</param>
    private ConvertedModule Convert(IReadOnlyList<HeaderFile> files, string? given, IReadOnlyList<string> asMacros)
    {
        _notes.Clear();
        var withOwn = files.Any(f => f.Path.EndsWith(".if", StringComparison.Ordinal)) ? HeaderTree.Read(files.Where(f => f.Path.EndsWith(".if", StringComparison.Ordinal)), _headers) : _headers;
        var source = ModuleReader.Read(_headers, _support, files, _ => true);
        var unread = source.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => (Place: PlaceIn(files, p), p.Message)).Distinct().ToList();
        _notes.AddRange(unread.Select(problem => new ConversionNote(problem.Place, $"Cannot be read: {problem.Message}.", IsLoss: true)));

        var names = new NameBook(_base);
        var owners = new AttributeOwners(names);
        var own = new Dictionary<string, BaseInterface>(StringComparer.Ordinal);
        var survey = new TypeSurvey(source.Rules.Statements, source.Labels, name => _headers.Find(name) is { Signature.Compiles: true } item ? HeaderInterfaces.Describe(item, name) : null);
        var declarer = new Declarer(names, owners, survey);
        var sets = new TypeSets(source.Name, names);
        var words = new StatementRenderer(names, sets, _support.PermissionsOf);
        var calls = new CallRenderer(names, own, _base);
        var done = new HashSet<string>(StringComparer.Ordinal);
        StatementPlacer Placer(List<ConversionNote> notes, Func<MacroCall, bool> isDone) => new(withOwn, names, owners, declarer, words, calls, new BlockNeeds(names, calls, _base), isDone, notes);

        var finder = new TemplateFinder(source.Interfaces, ModuleReader.Read(_headers, _support, files).Rules.Statements, withOwn, survey, asMacros);
        TypeSurvey SurveyOf(TemplateShape template) => new(
            Chain(template).SelectMany(t => t.Source.Body.Statements), [], name => withOwn.Find(name) is { Signature.Compiles: true } item ? HeaderInterfaces.Describe(item, name) : null);

        var templates = new TemplateConverter(names, finder, survey, SurveyOf, calls, Placer);
        templates.Prepare();
        foreach (var template in templates.Templates)
        {
            declarer.Template(template);
            done.Add(template.Source.Header.Name);
        }

        Require(source.Rules.Statements, names);
        Declare(source.Rules, declarer, names, source.Name);
        declarer.Finish();
        foreach (var item in source.Interfaces)
        {
            Require(item.Body.Statements, names);
        }

        var classes = new List<PolicyClass>();
        var interfaces = new InterfaceConverter(names, owners, finder.WhyNot, notes => Placer(notes, _ => false), own);
        var notOffered = new List<string>();
        foreach (var item in CallOrder.Of(source.Interfaces))
        {
            var template = templates.Templates.FirstOrDefault(t => t.Source == item);
            if (template is not null && templates.Convert(template) is { } made)
            {
                classes.Add(made);
            }
            else if (template is not null)
            {
                return Convert(files, given, [.. asMacros, item.Header.Name]);
            }
            else if (interfaces.Convert(item) is { } why)
            {
                var note = new ConversionNote(item.Header.Place, $"{item.Header.Name} is written out where the module calls it, and other modules cannot call it: {why}.", IsLoss: true);
                _notes.Add(note);
                notOffered.AddRange([.. notOffered.Count > 0 ? [""] : Array.Empty<string>(), .. LongLines.OfText($"NOT CONVERTED{(note.Place is { } place ? $" ({place.File}:{place.Line})" : "")}: {note.Message}"), .. TextOf(item)]);
            }
        }

        interfaces.Finish(source.Interfaces);
        _notes.AddRange(templates.Notes.Concat(interfaces.Notes));
        var placer = Placer(_notes, call => done.Contains(call.Name));
        placer.Place(ModuleReader.Read(_headers, _support, files, item => !own.ContainsKey(item.Header.Name) && !done.Contains(item.Header.Name)).Rules);
        declarer.Finish();
        Labels(source, names, owners);

        var space = given ?? Identifiers.Of(NameOf.Words(source.Name)) + "Policy";
        var layout = new FileLayout(source, space);
        _notes.AddRange(layout.LeftOut);
        layout.Unread(unread, files);
        layout.Add(declarer.Files);
        layout.Add("Templates.cs", classes);
        layout.Add("Interfaces.cs", interfaces.Containers);
        layout.Footer(notOffered, "Interfaces.cs");
        layout.Add("Sets.cs", sets.Classes);
        layout.Add(owners.Files);
        layout.Add("Labels.cs", owners.Labels.IsEmpty ? [] : [owners.Labels]);
        layout.Add("Statements.cs", owners.Free.IsEmpty ? [] : [owners.Free]);
        layout.Footer(owners.Remarks);
        layout.Add("Externals.cs", names.Externals.Select(e => FileLayout.External(e.Key.Kind, e.Key.Name, e.Value.Class)));
        return new ConvertedModule(source.Name, space, layout.Write(), [.. _notes]) { CallsDeprecated = _notes.Exists(n => n.IsDeprecation) };
    }

    private static IEnumerable<TemplateShape> Chain(TemplateShape? template) => template is null ? [] : Chain(template.Base).Append(template);

    /// <summary>An interface as its author wrote it.</summary>
    private static IEnumerable<string> TextOf(ModuleInterface item) =>
        item.Header.Body.Split('\n').Select(l => l.TrimEnd().Replace("\t", "    ", StringComparison.Ordinal)).SkipWhile(l => l.Length == 0).Reverse().SkipWhile(l => l.Length == 0).Reverse()
            .Prepend($"{(item.Header.IsTemplate ? "template" : "interface")}(`{item.Header.Name}',`").Append("')");

    /// <summary>Where the module has a problem: in its own files, though what is wrong may be found in a support macro that it calls.</summary>
    private static SourcePlace? PlaceIn(IReadOnlyList<HeaderFile> files, SourceProblem problem) =>
        problem.Calls.Select(c => c.Place).Prepend(problem.Place).FirstOrDefault(place => files.Any(f => f.Path == place?.File)) ?? problem.Place;

    /// <summary>Learns from the require blocks what foreign names stand for.</summary>
    private static void Require(IEnumerable<Statement> statements, NameBook names)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case RequireBlock require:
                    foreach (var item in require.Items)
                    {
                        if (item.Kind.ToEntityKind() is { } kind and not EntityKind.ObjectClass && !ModuleInterface.HoldsArgument(item.Name))
                        {
                            names.Required(kind, item.Name);
                        }
                    }

                    break;
                case OptionalBlock optional:
                    Require(optional.Statements, names);
                    break;
                case Conditional conditional:
                    Require(conditional.Then, names);
                    Require(conditional.Otherwise, names);
                    break;
                default:
                    break;
            }
        }
    }

    private void Declare(CommentedStatements source, Declarer declarer, NameBook names, string module)
    {
        foreach (var (statement, comments, group) in source.WithComments())
        {
            if (!declarer.Declare(statement, comments, group))
            {
                _notes.AddRange(declarer.DeclareNested(statement).Select(nested => new ConversionNote(source.PlaceOf(nested), "Declared inside a block, and outside of it in C#: a class always exists.")));
            }

            if (statement is TypeAliasStatement alias)
            {
                foreach (var other in alias.Aliases)
                {
                    names.Alias(other, alias.Name);
                }
            }

            // A role of another module is that module's to declare, though a module may declare it again; where it is this very module that the base has, it is this one's.
            if (statement is RoleDeclaration role && !OfEveryBase.Contains(role.Name)
                && (_base.ClassOf(EntityKind.Role, role.Name) is null || _base.ModuleOf(EntityKind.Role, role.Name) == module))
            {
                declarer.Role(role.Name, comments);
            }
        }
    }

    private void Labels(ModuleSource source, NameBook names, AttributeOwners owners)
    {
        var words = new LabelRenderer(names);
        var labelled = source.Labels.Where(l => l.Context?.Split(':') is [_, _, var type, ..] && names.IsOwn(type)).ToList();
        foreach (var line in source.Labels)
        {
            if (words.Render(line) is { } attribute)
            {
                (Around(line) ?? owners.Of(attribute)).Add(attribute.Attribute, line.Comments, -line.Group);
                continue;
            }

            _notes.Add(new ConversionNote(line.Place, $"Not converted: {LabelRenderer.WhyNot(line)}.", IsLoss: true));
            var about = owners.Named(line.Context ?? "") ?? owners.Labels;
            about.AddComments([.. line.Comments, $"NOT CONVERTED{(line.Place is { } place ? $" ({place.File}:{place.Line})" : "")}: {LabelRenderer.WhyNot(line)}", $"{line.Path} {line.Kind} {line.Context}"], -line.Group);
        }

        // What has no label is left out of what has one: it stands with the label of the longest path above it.
        PolicyClass? Around(FileContextLine line) =>
            line.Context is null && labelled.Where(l => LabelRenderer.IsAbove(l.Path, line.Path)).MaxBy(l => LabelRenderer.Stem(l.Path).Length) is { } above
                ? owners.OwnOf(above.Context!.Split(':')[2])
                : null;
    }
}

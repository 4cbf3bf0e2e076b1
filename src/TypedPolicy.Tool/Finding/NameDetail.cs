using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Rules;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary>All that is known of a name; what does not apply to its kind is empty. The texts are for a terminal.</summary>
internal sealed record NameDetail(FoundKind Kind, string Name, [property: JsonPropertyName("csharp")] string? CSharp, string Module, string? File, int? Line)
{
    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    public string? Deprecated { get; init; }

    /// <summary>Its parameters: as the class that carries it, as a type argument, or as a constructor argument.</summary>
    public ImmutableArray<ParameterDetail> Parameters { get; init; } = [];

    public string Source { get; init; } = "";

    public ImmutableArray<string> Expansion { get; init; } = [];

    public ImmutableArray<GrantDetail> Grants { get; init; } = [];

    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>What it requires that the base policy lacks, so that it cannot be applied.</summary>
    public string? Missing { get; init; }

    /// <summary>What is wrong with the interface itself, so that no call compiles.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Of a type, its attributes; of an attribute, its types; as far as the base policy is known.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The interfaces with rules about it.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];

    public static NameDetail Of(FoundName found, FinderIndex index, HeaderTree? tree)
    {
        var detail = new NameDetail(
            found.Kind, PlainText.Line(found.Name), found.CSharp.Length > 0 ? PlainText.Line(found.Written) : null, PlainText.Line(found.Module),
            found.File.Length > 0 ? PlainText.Line(found.File) : null, found.File.Length > 0 ? found.Line : null);
        return found.Kind switch
        {
            FoundKind.Interface or FoundKind.Template => OfInterface(detail, tree!.Find(found.Name)!, index),
            FoundKind.PermissionSet or FoundKind.Macro => OfMacro(detail, SupportMacro.Of(tree!, found.Name), tree!),
            FoundKind.Type or FoundKind.TypeAttribute => OfType(detail, found, index),
            _ => detail,
        };
    }

    private static NameDetail OfInterface(NameDetail detail, HeaderInterface item, FinderIndex index)
    {
        var (signature, expanded) = (item.Signature, item.Expand());
        return detail with
        {
            Summary = PlainText.Line(item.Documentation.Summary),
            Description = PlainText.Lines(item.Documentation.Description),
            Deprecated = item.Deprecation is { } deprecation ? PlainText.Line(deprecation) : null,
            Parameters = [.. signature.Parameters.Select(p => new ParameterDetail(p.Number, PlainText.Line(p.Name), p.Kind, Place(p, signature), p.IsOptional, PlainText.Line(p.Summary)))],
            Source = PlainText.Lines($"{(item.IsTemplate ? "template" : "interface")}(`{item.Name}',`{item.Body.TrimEnd('\n')}\n')"),
            Expansion = [.. ExpansionWriter.Write(expanded).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(PlainText.Line)],
            Grants = [.. InterfaceGrants.Of(index, item.Name).Select(g => new GrantDetail(g.Source, g.Access.Target, g.Access.Class, g.Access.Permissions, g.Condition.Length > 0 ? PlainText.Line(g.Condition) : null, g.Through.Length > 0 ? g.Through : null))],
            Requires = [.. expanded.Block.Requires.Where(r => r.Kind != RequirementKind.Class).Select(r => PlainText.Line($"{AnswerWriter.Words(r.Kind)} {r.Name}"))],
            Missing = InterfaceGrants.MissingOf(index, item.Name),
            Problems = [.. expanded.Problems.Where(_ => !expanded.Compiles).Select(p => PlainText.Line(p.ToString()))],
        };
    }

    private static string Place(InterfaceParameter parameter, InterfaceSignature signature) =>
        parameter.Hole.Length == 0 ? "unused" : parameter == signature.Subject ? "carrier" : ExpansionHole.IsArgument(parameter.Hole) ? "typeArgument" : "constructorArgument";

    private static NameDetail OfMacro(NameDetail detail, SupportMacro? macro, HeaderTree tree)
    {
        if (macro is null)
        {
            return detail;
        }

        var permissions = string.Join(' ', macro.Expansion).Split([' ', '{', '}'], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return detail with
        {
            CSharp = detail.Kind == FoundKind.PermissionSet ? PermissionSetText.Of(BaseSets.Of(tree), macro.Name, permissions) : null,
            Source = PlainText.Lines($"define(`{macro.Name}',`{macro.Text}')"),
            Expansion = [.. macro.Expansion.Select(PlainText.Line)],
        };
    }

    private static NameDetail OfType(NameDetail detail, FoundName found, FinderIndex index)
    {
        // Headers do not declare it: where it is, is where one first names it.
        var naming = InterfaceGrants.Naming(index, found.Name).ToList();
        var first = naming.OrderBy(n => n.Module != found.Module).ThenBy(n => n.File, StringComparer.Ordinal).ThenBy(n => n.Line).FirstOrDefault();
        return detail with
        {
            File = first?.File,
            Line = first?.Line,
            Members = found.Kind == FoundKind.Type ? [.. index.AttributesOf(found.Name).Where(a => !GeneratedNames.Contains(a))] : index.MembersOf(found.Name),
            Interfaces = [.. naming.Select(n => PlainText.Line(n.Name))],
        };
    }
}

/// <summary>A parameter of an interface.</summary>
internal sealed record ParameterDetail(int Number, string Name, InterfaceParameterKind Kind, string As, bool IsOptional, string Summary);

/// <summary>A rule that a call makes.</summary>
internal sealed record GrantDetail(string Source, string Target, string Class, ImmutableArray<string> Permissions, string? Condition, string? Through)
{
    public override string ToString() => new GrantedAccess(Target, Class, Permissions).ToString();
}

using System.Collections.Immutable;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Base;

/// <summary>What is known of an interface from its header, under the name that C# has for it.</summary>
internal static class HeaderInterfaces
{
    private static readonly string[] FileClass = ["file"];

    /// <summary>Describes an interface.</summary>
    /// <param name="item">The interface.</param>
    /// <param name="csharpName">How C# applies it.</param>
    public static BaseInterface Describe(HeaderInterface item, string csharpName)
    {
        var signature = item.Signature;
        var parameters = signature.Parameters
            .Select(p => new BaseParameter(PlaceOf(p), p.Kind, p.Inspection))
            .ToImmutableArray();
        var block = item.Expand().Block;
        var statements = block.Statements;
        var joined = statements.SelectMany(Memberships).ToImmutableArray();
        return new BaseInterface(csharpName, parameters)
        {
            Memberships = [.. joined.Select(j => (ModuleInterface.ArgumentOf(j.Type) - 1, j.Attribute)).Where(j => j.Item1 >= 0)],
            Requires = [.. block.Requires.Where(r => r.Kind is not (RequirementKind.Class or RequirementKind.Sensitivity or RequirementKind.Category) && !ModuleInterface.HoldsArgument(r.Name)).Select(r => r.Name).Distinct()],
            Entrypoints = [.. statements.OfType<AccessRule>().Where(IsEntrypoint).SelectMany(r =>
                from source in r.Sources.Names
                from target in r.Targets.Names
                let pair = (Domain: ModuleInterface.ArgumentOf(source) - 1, Executable: ModuleInterface.ArgumentOf(target) - 1)
                where pair is { Domain: >= 0, Executable: >= 0 }
                select pair).Distinct()],
            Inseparable = SetArguments.Inseparable(signature, statements),
            Classes = signature.Classes is { } classes ? classes.Number - 1 : null,
            NeedsNames = statements.Any(NeedsNames),
            TakesAnyArguments = item.TakesAnyArguments,
            Deprecation = item.Deprecation,
            IsMembershipOnly = statements.Length > 0 && statements.All(s => s is TypeAttributeStatement),
        };
    }

    /// <summary>The attributes that a statement puts a type into.</summary>
    public static IEnumerable<(string Type, string Attribute)> Memberships(Statement statement) => statement switch
    {
        TypeAttributeStatement s => s.Attributes.Select(a => (s.Type, a)),
        TypeDeclaration d => d.Attributes.Select(a => (d.Name, a)),
        _ => [],
    };

    private static bool NeedsNames(Statement statement) => statement switch
    {
        AccessRule rule => (rule.Permissions is not { Kind: NameSetKind.Listed, Excluded.IsEmpty: true } && HasArgument(rule.Sources, rule.Targets)) || IsMadeOfArguments(rule.Sources) || IsMadeOfArguments(rule.Targets),
        ExtendedAccessRule rule => HasArgument(rule.Sources, rule.Targets),
        TypeRule rule => IsMadeOfArguments(rule.Sources) || IsMadeOfArguments(rule.Targets),
        Conditional conditional => conditional.Then.Concat(conditional.Otherwise).Any(NeedsNames),
        ExpandedOptional optional => optional.Block.Statements.Any(NeedsNames),
        _ => false,
    };

    private static bool HasArgument(params NameSet[] sets) => sets.Any(s => s.Names.Concat(s.Excluded).Any(n => ModuleInterface.ArgumentOf(n) > 0));

    private static bool IsMadeOfArguments(NameSet set) => set is not { Kind: NameSetKind.Listed, Excluded.IsEmpty: true } && HasArgument(set);

    private static bool IsEntrypoint(AccessRule rule) =>
        rule.Kind == AccessRuleKind.Allow && rule.Classes.Names.SequenceEqual(FileClass) && rule.Permissions.Names.Contains("entrypoint");

    private static ParameterPlace PlaceOf(InterfaceParameter parameter) => parameter.Hole switch
    {
        "" => ParameterPlace.Nowhere,
        ExpansionHole.Subject => ParameterPlace.Carrier,
        _ when ExpansionHole.IsArgument(parameter.Hole) => ParameterPlace.TypeArgument,
        _ => ParameterPlace.ConstructorArgument,
    };
}

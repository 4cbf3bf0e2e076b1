using System.Collections.Immutable;

namespace TypedPolicy.Model.Checks;

/// <summary>What holds for all findings of a rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Category">The group that the id belongs to.</param>
/// <param name="IsBlocking">Whether a policy with such a finding is never written to disk: secilc would reject it, or it would differ from the C#.</param>
public sealed record RuleMetadata(RuleId Id, string Title, string Category, bool IsBlocking);

/// <summary>The one table of rules: code, documents and tests read it.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<RuleMetadata> All { get; } =
    [
        new(RuleId.TP0001, "Policy class has the wrong shape", Categories.Authoring, IsBlocking: true),
        new(RuleId.TP0002, "Two kinds on one class, or a policy attribute on a class that declares nothing", Categories.Authoring, IsBlocking: true),
        new(RuleId.TP0004, "C# type that declares nothing in SELinux", Categories.Authoring, IsBlocking: true),
        new(RuleId.TP0005, "Policy name of the wrong kind", Categories.Authoring, IsBlocking: true),
        new(RuleId.TP0006, "Interface cannot be written or applied", Categories.Authoring, IsBlocking: true),
        new(RuleId.TP1001, "SELinux name declared twice", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1003, "Invalid or reserved SELinux name", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1005, "Attribute used where one type is required", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1006, "Type used where an attribute is required", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1007, "Attribute membership cycle", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1009, "Bounds: two parents or a cycle", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP1011, "Declaration or membership inside a conditional", Categories.Declarations, IsBlocking: true),
        new(RuleId.TP2001, "Permission not in class, unknown class, or empty set", Categories.Rules, IsBlocking: true),
        new(RuleId.TP2005, "Ioctl request inverted, over 16 bits or unreadable", Categories.Rules, IsBlocking: true),
        new(RuleId.TP2011, "Raw CIL or expression cannot be read", Categories.Rules, IsBlocking: true),
        new(RuleId.TP3002, "Conflicting transitions", Categories.Transitions, IsBlocking: true),
        new(RuleId.TP3009, "Named transition contains '/' or a wildcard", Categories.Transitions, IsBlocking: true),
        new(RuleId.TP3011, "Domain to enter has not exactly one entrypoint", Categories.Transitions, IsBlocking: true),
        new(RuleId.TP4002, "Invalid path pattern", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4003, "Top-level '|' or explicit anchor defeats ^...$", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4004, "Path pattern can never match", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4009, "Same path and kind, different labels", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4014, "Label is a domain or an attribute", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4015, "Genfs path has a pattern or is relative", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP4018, "Security level or range cannot be read", Categories.FileContexts, IsBlocking: true),
        new(RuleId.TP6001, "Port out of range or inverted", Categories.Network, IsBlocking: true),
        new(RuleId.TP6002, "Port, host or network interface labelled twice", Categories.Network, IsBlocking: true),
        new(RuleId.TP6003, "Network address or name cannot be read", Categories.Network, IsBlocking: true),
    ];

    private static readonly ImmutableDictionary<RuleId, RuleMetadata> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>What holds for a rule.</summary>
    public static RuleMetadata Get(RuleId id) => ById[id];

    private static class Categories
    {
        public const string Authoring = "TypedPolicy.Authoring";
        public const string Declarations = "TypedPolicy.Declarations";
        public const string Rules = "TypedPolicy.Rules";
        public const string Transitions = "TypedPolicy.Transitions";
        public const string FileContexts = "TypedPolicy.FileContexts";
        public const string Network = "TypedPolicy.Network";
    }
}

using System.Collections.Immutable;

namespace TypedPolicy.Learning.Answers;

/// <summary>A denial that is known to mean nothing.</summary>
/// <param name="Target">The type; <c>self</c>; <c>domain</c> for any other domain.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, of which all that is denied has to be.</param>
/// <param name="Allowed">A permission of the same target and class that the domain must have; null for none.</param>
/// <param name="Reason">Why it means nothing.</param>
/// <param name="Source">Where that can be read.</param>
internal sealed record KnownNoise(string Target, string Class, ImmutableArray<string> Permissions, string? Allowed, string Reason, string Source)
{
    private const string Condition = " if allowed ";

    /// <summary>The table.</summary>
    public static ImmutableArray<KnownNoise> All { get; } = Read();

    /// <summary>What is known of a denial; null if it may mean something.</summary>
    public static KnownNoise? Of(string source, string target, string @class, ImmutableArray<string> permissions, LearningFacts facts) =>
        All.FirstOrDefault(n => n.Class == @class && permissions.All(n.Permissions.Contains) && n.IsFor(source, target, facts) && (n.Allowed is null || facts.Allows(source, target, @class, [n.Allowed])));

    /// <inheritdoc/>
    public override string ToString() => $"{Reason} ({Source})";

    private bool IsFor(string source, string target, LearningFacts facts) => Target switch
    {
        "self" => source == target,
        "domain" => source != target && facts.Policy.HasType(target) && (facts.IsOwnDomain(target) || facts.Policy.AttributesOf(target).Contains("domain")),
        _ => Target == target,
    };

    private static ImmutableArray<KnownNoise> Read()
    {
        using var stream = typeof(KnownNoise).Assembly.GetManifestResourceStream("noise.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Trim().Length > 0 && l[0] != '#').Select(l => l.Trim()).ToList();
        return [.. lines.Chunk(3).Select(l => Entry(l[0], l[1], l[2]))];
    }

    private static KnownNoise Entry(string rule, string reason, string source)
    {
        var at = rule.IndexOf(Condition, StringComparison.Ordinal);
        var words = (at < 0 ? rule : rule[..at]).Split(' ');
        return new(words[0], words[1], [.. words[2..]], at < 0 ? null : rule[(at + Condition.Length)..], reason, source);
    }
}

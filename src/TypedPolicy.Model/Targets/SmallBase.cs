using TypedPolicy.Model.Index;

namespace TypedPolicy.Model.Targets;

/// <summary>
/// What is known of the bases of the reference policy's family without an index: for all of them a few names, what their neverallow rules guard, and which names are
/// broad; for each of the two lines that distributions take it from, its attributes, ports, ordinary directories and what its attributes may do there. It is not
/// complete: that a name is not in it means nothing.
/// </summary>
public static class SmallBase
{
    private const string Resources = "TypedPolicy.Model.Targets.";

    /// <summary>What all bases share.</summary>
    public static BaseIndex Index { get; } = Read("small-base.sepolidx");

    /// <summary>Debian's, which follows the reference policy.</summary>
    public static BaseIndex Debian => DebianFacts.Value;

    /// <summary>That of Fedora, and of Enterprise Linux, which branches from it: what its releases have in common.</summary>
    public static BaseIndex Fedora => FedoraFacts.Value;

    // Most builds are for one of the two.
    private static readonly Lazy<BaseIndex> DebianFacts = new(() => Read("small-base-debian.sepolidx"));
    private static readonly Lazy<BaseIndex> FedoraFacts = new(() => Read("small-base-fedora.sepolidx"));

    /// <summary>The one of the two that a target's base is of.</summary>
    public static BaseIndex Of(Target target) =>
        target.IsOfDebianLine ? Debian : Fedora;

    private static BaseIndex Read(string name)
    {
        using var stream = new StreamReader(typeof(SmallBase).Assembly.GetManifestResourceStream(Resources + name)!);
        var index = BaseIndexReader.Read(stream.ReadToEnd(), out var problem);
        return problem is null ? index : throw new InvalidOperationException($"{name} cannot be read, line {problem.Value.Line}: {problem.Value.Message}.");
    }
}

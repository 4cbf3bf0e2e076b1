using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Semantics;

/// <summary>
/// What follows from a policy and all of its users need: checks, reviews, lowering and the writer of file contexts take the same one, so each part is worked out once, when it is first
/// asked for. Any number of threads may ask.
/// </summary>
public sealed class PolicyAnalysis
{
    private readonly Lazy<ImmutableArray<RuleVisit>> _visits;
    private readonly Lazy<ImmutableArray<RuleVisit>> _rules;
    private readonly Lazy<ImmutableArray<Rule>> _applied;
    private readonly Lazy<KnownTypes> _types;
    private readonly Lazy<KnownAccess> _access;
    private readonly Lazy<ImmutableArray<(FileLabel Label, string? Block)>> _fileLabels;
    private readonly Lazy<FileLabelPlans> _plans;

    /// <summary>Begins an analysis.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="spelling">The target whose paths the author writes.</param>
    public PolicyAnalysis(PolicyModel model, Target spelling)
    {
        (Model, Spelling) = (model, spelling);
        Interfaces = new InterfaceTable(model);
        _visits = new(() => [.. RuleVisit.Of(model, Interfaces)]);
        _rules = new(() => [.. Visits.Where(v => v.Rule is not Block)]);
        _applied = new(() => [.. Rules.Where(v => !v.InInterface).Select(v => v.Rule)]);
        _types = new(() => new KnownTypes(model, Applied.Concat(Rules.Where(v => v is { InInterface: true, Rule: RawRule }).Select(v => v.Rule))));
        _access = new(() => new KnownAccess(Types, Applied));
        _fileLabels = new(() => [.. Semantics.FileLabels.Of(model, Interfaces)]);
        _plans = new(() => new FileLabelPlans(spelling, FileLabels));
    }

    /// <summary>The policy.</summary>
    public PolicyModel Model { get; }

    /// <summary>The target whose paths the author writes.</summary>
    public Target Spelling { get; }

    /// <summary>Its interfaces.</summary>
    public InterfaceTable Interfaces { get; }

    /// <summary>Every rule and every block.</summary>
    internal ImmutableArray<RuleVisit> Visits => _visits.Value;

    /// <summary>Every rule; no blocks.</summary>
    internal ImmutableArray<RuleVisit> Rules => _rules.Value;

    /// <summary>The rules that hold: those in interfaces alone are left out.</summary>
    internal ImmutableArray<Rule> Applied => _applied.Value;

    /// <summary>What its names stand for.</summary>
    internal KnownTypes Types => _types.Value;

    /// <summary>What it lets types do.</summary>
    internal KnownAccess Access => _access.Value;

    /// <summary>Its file contexts, with the block that may leave each out.</summary>
    internal ImmutableArray<(FileLabel Label, string? Block)> FileLabels => _fileLabels.Value;

    /// <summary>How the file contexts are written for each target.</summary>
    internal FileLabelPlans Plans => _plans.Value;
}

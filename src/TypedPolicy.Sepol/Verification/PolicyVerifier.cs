using System.Collections.Immutable;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Verification;

/// <summary>Links modules with a base, with neverallow rules and bounds checked, and reports what is wrong at each C# line.</summary>
public static class PolicyVerifier
{
    // What the base breaks is known after one link; a narrowed assertion no longer reports the base.
    private const int MaxLinks = 4;

    /// <summary>What is wrong; empty if libsepol accepts the policy. May be called from any thread; links wait for each other.</summary>
    /// <remarks>A base that breaks its own neverallow rules is taken as it is: what the modules add counts.</remarks>
    /// <exception cref="SepolException">libsepol is not installed, or a file of the base cannot be read.</exception>
    public static ImmutableArray<VerificationFinding> Verify(IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase) => Verify(modules, policyBase, []).Findings;

    /// <summary>The same, with what is known of the base from the last time.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="policyBase">Their base.</param>
    /// <param name="broken">The neverallow rules that the base breaks, as far as they are known: one link is enough where all are.</param>
    /// <returns>What is wrong, and the rules that the base breaks.</returns>
    public static (ImmutableArray<VerificationFinding> Findings, ImmutableArray<BrokenAssertion> Broken) Verify(
        IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase, IReadOnlyCollection<BrokenAssertion> broken)
    {
        var own = modules.Select(m => m.Source.Name).ToHashSet(StringComparer.Ordinal);
        var sources = policyBase.With([.. modules.Select(m => m.Source)]);
        var known = broken.ToImmutableHashSet();
        BaseAssertions? assertions = null;
        LinkResult result;
        for (var links = 1; ; links++)
        {
            if (!known.IsEmpty && assertions is null)
            {
                sources = [.. sources.Select(s => new PolicySource(s.Name, PolicyLinker.ToCil(s)))];
                assertions = new(sources, own);
            }

            result = PolicyLinker.Link(assertions?.Narrowed(known) ?? sources);
            var more = result.Succeeded ? [] : BaseAssertions.Broken(result.Causes, own).Except(known);
            if (more.IsEmpty || links == MaxLinks)
            {
                break;
            }

            known = known.Union(more);
        }

        var explanation = new Explanation(sources, modules);
        var causes = result.Succeeded ? [] : result.Causes.Select(c => BaseAssertions.WithoutBase(c, own)).OfType<LinkMessage>().ToList();

        // A call that does not resolve is repeated, of its argument and of itself; the first has the name.
        var repeated = causes.Where(c => c.Text == "Failed to resolve call statement" && causes.Exists(o => o != c && o.Places is [var p, ..] && c.Places is [var q, ..] && p.File == q.File && p.Line == q.Line));
        ImmutableArray<VerificationFinding> findings = causes.Count == 0
            ? [.. RepeatedDeclarations.In(modules, explanation.PlaceOf)]
            : [.. causes.Except([.. repeated]).SelectMany(explanation.Of).DistinctBy(f => (f.Place, f.Message))];
        return (findings, [.. known.OrderBy(b => b.File, StringComparer.Ordinal).ThenBy(b => b.Line)]);
    }
}

using System.Collections.Immutable;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Verification;

/// <summary>Links modules with a base, with neverallow rules and bounds checked, and says of each C# line what is wrong there.</summary>
public static class PolicyVerifier
{
    /// <summary>What is wrong; nothing where libsepol accepts the policy. May be called from any thread; links wait for each other.</summary>
    /// <exception cref="SepolException">libsepol is not installed, or a file of the base cannot be read.</exception>
    public static ImmutableArray<VerificationFinding> Verify(IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase)
    {
        var sources = policyBase.With([.. modules.Select(m => m.Source)]);
        var result = PolicyLinker.Link(sources);
        var explanation = new Explanation(sources, modules);
        if (result.Succeeded)
        {
            return [.. RepeatedDeclarations.In(modules, explanation.PlaceOf)];
        }

        var causes = result.Causes.ToList();

        // A call that does not resolve is said twice, of its argument and of itself; the first says the name.
        var repeated = causes.Where(c => c.Text == "Failed to resolve call statement" && causes.Exists(o => o != c && o.Places is [var p, ..] && c.Places is [var q, ..] && p.File == q.File && p.Line == q.Line));
        return [.. causes.Except([.. repeated]).SelectMany(explanation.Of).DistinctBy(f => (f.Place, f.Message))];
    }
}

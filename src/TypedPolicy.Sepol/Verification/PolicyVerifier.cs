using System.Collections.Immutable;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Verification;

/// <summary>Links modules with a base, with neverallow rules and bounds checked, and says of each C# line what is wrong there.</summary>
public static class PolicyVerifier
{
    // libsepol shows four rules that break an assertion; where it has more, those of the modules may be hidden behind those of the base.
    private const string Hidden = "matching rules shown";

    /// <summary>What is wrong; nothing where libsepol accepts the policy. May be called from any thread; links wait for each other.</summary>
    /// <remarks>A base that breaks its own neverallow rules is taken as it is: what the modules add counts.</remarks>
    /// <exception cref="SepolException">libsepol is not installed, or a file of the base cannot be read.</exception>
    public static ImmutableArray<VerificationFinding> Verify(IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase)
    {
        var sources = policyBase.With([.. modules.Select(m => m.Source)]);
        var result = PolicyLinker.Link(sources);
        if (result.Succeeded)
        {
            return [.. RepeatedDeclarations.In(modules, new Explanation(sources, modules).PlaceOf)];
        }

        var causes = Causes(result, ref sources, modules);
        var explanation = new Explanation(sources, modules);

        // A call that does not resolve is said twice, of its argument and of itself; the first says the name.
        var repeated = causes.Where(c => c.Text == "Failed to resolve call statement" && causes.Exists(o => o != c && o.Places is [var p, ..] && c.Places is [var q, ..] && p.File == q.File && p.Line == q.Line));
        return causes.Count == 0
            ? [.. RepeatedDeclarations.In(modules, explanation.PlaceOf)]
            : [.. causes.Except([.. repeated]).SelectMany(explanation.Of).DistinctBy(f => (f.Place, f.Message))];
    }

    /// <summary>The causes that the modules have a part in. The sources become CIL where the base breaks rules of its own.</summary>
    private static List<LinkMessage> Causes(LinkResult result, ref IReadOnlyList<PolicySource> sources, IReadOnlyList<VerifiedModule> modules)
    {
        var own = modules.Select(m => m.Source.Name).ToHashSet(StringComparer.Ordinal);
        var causes = result.Causes.ToList();
        var broken = BaseAssertions.Broken(causes, own);
        if (broken.IsEmpty)
        {
            return [.. causes.Select(c => BaseAssertions.WithoutBase(c, own)).OfType<LinkMessage>()];
        }

        sources = [.. sources.Select(s => new PolicySource(s.Name, PolicyLinker.ToCil(s)))];
        if (causes.Exists(c => c.Detail.Contains(Hidden, StringComparison.Ordinal)))
        {
            // The first that break a rule are those that stand first.
            causes = [.. PolicyLinker.Link([.. sources.Where(s => own.Contains(s.Name)), .. sources.Where(s => !own.Contains(s.Name))]).Causes];
        }

        var added = causes.Select(c => BaseAssertions.WithoutBase(c, own)).OfType<LinkMessage>().ToList();
        var narrowed = PolicyLinker.Link(BaseAssertions.Narrowed(sources, own, broken));
        var further = narrowed.Succeeded ? [] : narrowed.Causes.Where(c => c.Detail.Contains(BaseAssertions.Added, StringComparison.Ordinal) || BaseAssertions.WithoutBase(c, own) is not null);
        return [.. added, .. further];
    }
}

using TypedPolicy.Tests.Support;

namespace TypedPolicy.Tests.Rules;

/// <summary>What the policies of a case reference.</summary>
internal static class UpstreamOfCase
{
    /// <summary>What the bad policy references.</summary>
    public static Policy[] OfBad(this RuleCase @case) => @case.OfGood() is [_, var second] ? [second] : [];

    /// <summary>What the good policy references.</summary>
    public static Policy[] OfGood(this RuleCase @case)
    {
        if (@case.Upstream is not { } upstream)
        {
            return [];
        }

        var first = Policy.Package("first", upstream.First);
        return [first, Policy.Package("second", upstream.Second, first)];
    }
}

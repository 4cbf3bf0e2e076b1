using Xunit;
using Xunit.Sdk;

namespace TypedPolicy.Tests.Support;

/// <summary>What a test says of a policy: whole statements, each on one line.</summary>
internal static class Expect
{
    /// <summary>The policy has no problem, and its CIL has these statements.</summary>
    public static Policy Says(this Policy policy, params string[] statements)
    {
        policy.IsGood();
        foreach (var statement in statements)
        {
            if (!policy.Statements.Contains(statement))
            {
                throw new XunitException($"The policy does not say {statement}\nbut\n{string.Join("\n", policy.Statements)}");
            }
        }

        return policy;
    }

    /// <summary>No statement of the CIL holds one of these texts.</summary>
    public static Policy NeverSays(this Policy policy, params string[] texts)
    {
        policy.IsGood();
        foreach (var text in texts)
        {
            if (policy.Statements.FirstOrDefault(s => s.Contains(text, StringComparison.Ordinal)) is { } found)
            {
                throw new XunitException($"The policy says {found}");
            }
        }

        return policy;
    }

    /// <summary>The statements that hold a text are these.</summary>
    public static Policy SaysOf(this Policy policy, string text, params string[] statements)
    {
        policy.IsGood();
        Assert.Equal(statements.Order(StringComparer.Ordinal), policy.Statements.Where(s => s.Contains(text, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        return policy;
    }

    /// <summary>The policy has no problem.</summary>
    public static Policy IsGood(this Policy policy)
    {
        if (policy.Problems.Length > 0)
        {
            throw new XunitException("The policy has problems:\n" + string.Join("\n", policy.Problems));
        }

        return policy;
    }

    /// <summary>The ids of the problems, in order.</summary>
    public static IEnumerable<string> Ids(this Policy policy) => policy.Problems.Select(p => p[..6]);
}

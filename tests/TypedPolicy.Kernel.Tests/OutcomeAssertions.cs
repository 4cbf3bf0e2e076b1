using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>What a test says about an outcome; the failure shows all that the kernel did.</summary>
internal static class OutcomeAssertions
{
    private const int NotPermitted = 1;
    private const int PermissionDenied = 13;
    private const int ConnectionRefused = 111;

    /// <summary>All steps were done.</summary>
    public static Outcome Succeeds(this Outcome outcome)
    {
        Assert.True(outcome is { Error: 0, Signal: 0 }, outcome.ToString());
        return outcome;
    }

    /// <summary>Nothing forbade to connect, though nobody listens.</summary>
    public static Outcome IsOnlyRefused(this Outcome outcome)
    {
        Assert.True(outcome.Error == ConnectionRefused, outcome.ToString());
        return outcome;
    }

    /// <summary>All steps were done, and read some text.</summary>
    public static Outcome SaysText(this Outcome outcome, string text)
    {
        Assert.True(outcome.Succeeds().Text == text, $"not '{text}': {outcome}");
        return outcome;
    }

    /// <summary>The process ended in a domain.</summary>
    public static Outcome EndsIn(this Outcome outcome, string domain)
    {
        Assert.True(outcome.Domain == domain, $"not in {domain}: {outcome}");
        return outcome;
    }

    /// <summary>It was forbidden, with a record or, where a dontaudit rule hides it, without.</summary>
    public static Outcome IsForbidden(this Outcome outcome)
    {
        Assert.True(outcome.Error is PermissionDenied or NotPermitted, outcome.ToString());
        return outcome;
    }

    /// <summary>SELinux denied one permission, and says so in the log.</summary>
    public static Outcome IsDenied(this Outcome outcome, string permission, string targetType)
    {
        Assert.True(outcome.Error == PermissionDenied, outcome.ToString());
        Assert.True(outcome.Denials.Any(d => d.Permissions.Contains(permission) && d.TargetType == targetType), $"not denied {permission} on {targetType}: {outcome}");
        return outcome;
    }
}

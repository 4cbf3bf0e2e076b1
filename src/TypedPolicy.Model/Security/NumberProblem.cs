namespace TypedPolicy.Model.Security;

/// <summary>What is wrong with a number or a range of them.</summary>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="IsInverted">Whether swapping both ends makes it right.</param>
public sealed record NumberProblem(string Message, bool IsInverted)
{
    internal static NumberProblem? Check(string what, int minimum, int maximum, int low, int high)
    {
        if (low < minimum || low > maximum || high < minimum || high > maximum)
        {
            int outside = low < minimum || low > maximum ? low : high;
            return new(FormattableString.Invariant($"there is no {what} {outside}: {what}s go from {minimum} to {maximum}"), IsInverted: false);
        }

        return low > high
            ? new(FormattableString.Invariant($"the range descends: write {high}, {low}"), IsInverted: true)
            : null;
    }
}

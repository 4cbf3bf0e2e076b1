using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Explaining;

/// <summary>What the security server refused by itself, and what the policy says about it.</summary>
/// <param name="Error">The error.</param>
/// <param name="Problem">Why the context of it is not valid; <see langword="null"/> if there is no such context, it is valid, or no policy is at hand.</param>
/// <param name="IsValidNow">Whether the policy at hand allows the context: another one was loaded.</param>
internal sealed record ErrorReport(PolicyError Error, ContextProblem? Problem, bool IsValidNow)
{
    public static ErrorReport Of(PolicyError error, KernelPolicy? policy)
    {
        if (policy is null || error.Context.Length == 0 || error.Kind == PolicyErrorKind.RefusedRelabel)
        {
            return new(error, null, false);
        }

        var problem = policy.ExplainContext(error.Context);
        return new(error, problem, problem is null);
    }
}

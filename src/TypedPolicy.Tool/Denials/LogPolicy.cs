using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Denials;

/// <summary>The policy that a log is explained by: the author's own, linked with the base, or the base alone.</summary>
/// <param name="Kernel">The linked policy.</param>
/// <param name="Name">What it was linked from, for people.</param>
internal sealed record LogPolicy(KernelPolicy Kernel, string Name)
{
    private const string NoPolicy = "; no policy of the user's\n";

    /// <summary>The policy; <see langword="null"/> if there is neither a base nor a policy of the user's.</summary>
    /// <param name="policyBase">The base; <see langword="null"/> if there is none on this machine.</param>
    /// <param name="named">The files of the author's policy; if there are none, what was built below the current folder, if anything.</param>
    /// <param name="answers">Where it is reported that what was built does not link.</param>
    /// <exception cref="SepolException">A file cannot be read, or a policy that was named does not link.</exception>
    public static LogPolicy? Read(PolicyBase? policyBase, IReadOnlyList<string> named, AnswerWriter answers)
    {
        if (named.Count > 0 || Built() is not { } built)
        {
            return Read(policyBase, named);
        }

        try
        {
            return Read(policyBase, [built]);
        }
        catch (SepolException e)
        {
            answers.Note($"note: {built} was left out: {e.Message}");
            return Read(policyBase, []);
        }
    }

    private static string? Built()
    {
        try
        {
            return BuiltPolicy.Find(Directory.GetCurrentDirectory(), project: null, configuration: null, target: null).Folder;
        }
        catch (SepolException)
        {
            return null; // Nothing is built here, or it is not clear what is meant.
        }
    }

    private static LogPolicy? Read(PolicyBase? policyBase, IReadOnlyList<string> own)
    {
        if (policyBase?.Files.ToList() is [var only] && PolicySource.FromFile(only.Path) is { Kind: PolicySourceKind.Kernel } kernel)
        {
            return new(KernelPolicy.Read(kernel.Content.Span), only.Path); // A kernel policy is linked; nothing can be added to it.
        }

        if (own.Count > 0)
        {
            return new(KernelPolicy.Read(LinkedPolicies.Get(own, policyBase ?? PolicyBase.Embedded).Policy), $"{string.Join(", ", own)} with {policyBase ?? PolicyBase.Embedded}");
        }

        return policyBase is null ? null : new(KernelPolicy.Read(LinkedPolicies.Get(NoPolicy, policyBase)), policyBase.ToString());
    }
}

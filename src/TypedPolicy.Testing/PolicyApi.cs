using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Testing;

/// <summary>What a policy package promises to those who build on it.</summary>
public static class PolicyApi
{
    /// <summary>What the policy breaks of the promises of an earlier version: names that are gone, types that have left an attribute, and access that is wider than it was.</summary>
    /// <param name="policy">The policy as it is now.</param>
    /// <param name="earlier">The CIL files of the earlier version, as its package has them below <c>policy/</c>.</param>
    /// <returns>A line for each; none if all is kept.</returns>
    public static IReadOnlyList<string> Broken(PolicyUnderTest policy, params string[] earlier)
    {
        IReadOnlyList<PolicySource> modules = [.. earlier.Select(PolicySource.FromFile)];
        var result = PolicyLinker.Link(policy.Base.With(modules), new() { CheckNeverAllow = false, KeepAttributes = true });
        if (!result.Succeeded)
        {
            throw new Sepol.SepolException($"The earlier version does not link with {policy.Base}: {string.Join('\n', result.Causes)}");
        }

        // What its base declares is not a promise of the package.
        var promised = new DeclaredNames(modules);
        var difference = PolicyDifference.Between(KernelPolicy.Read(result.Policy), policy.Kernel);
        return
        [
            .. difference.Names.Where(n => !n.IsAdded && promised.Has(n.Name)).Select(n => $"removed: {n.Kind} {n.Name}"),
            .. difference.Memberships.Where(m => !m.IsAdded && promised.Has(m.Member)).Select(m => $"lost: {m.Member} in {m.Kind} {m.Of}"),
            .. difference.Access.Where(a => a.Kind == "allow" && !a.Added.IsEmpty && promised.Has(a.Source))
                .Select(a => $"widened: {a.Source} {a.Target}:{a.Class} {{ {string.Join(' ', a.Added)} }}{(a.Condition.Length == 0 ? "" : $" [ {a.Condition} ]")}"),
        ];
    }

    /// <summary>The policy keeps what an earlier version promised.</summary>
    /// <exception cref="PolicyAssertionException">It does not; the message has the list.</exception>
    public static void KeepsApiOf(this PolicyUnderTest policy, params string[] earlier)
    {
        var broken = Broken(policy, earlier);
        if (broken.Count > 0)
        {
            throw new PolicyAssertionException($"{broken.Count} promises of {string.Join(", ", earlier.Select(Path.GetFileName))} are broken:\n{string.Join('\n', broken)}");
        }
    }
}

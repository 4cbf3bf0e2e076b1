using System.Collections.Concurrent;
using System.Reflection;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Testing;

/// <summary>The policies that fixtures asked for. Not in the fixture: a generic class has its static fields once for each type argument.</summary>
internal static class FixturePolicies
{
    private static readonly ConcurrentDictionary<string, Lazy<PolicyUnderTest>> Linked = new();

    public static PolicyUnderTest Get(IEnumerable<Assembly> assemblies, PolicyBase policyBase, string? target)
    {
        Assembly[] all = [.. assemblies];
        return Linked.GetOrAdd(
            string.Join('\n', [target ?? Target.Default.Name, policyBase.ToString(), .. all.Select(a => a.FullName)]),
            _ => new(() => PolicyUnderTest.OfAssemblies(all, policyBase, target))).Value;
    }
}

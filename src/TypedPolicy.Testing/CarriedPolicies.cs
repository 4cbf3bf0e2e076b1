using System.Reflection;
using System.Text;
using TypedPolicy.Model.Writing;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Testing;

/// <summary>The policy that assemblies carry: their own and that of the assemblies which they reference.</summary>
internal static class CarriedPolicies
{
    /// <summary>The CIL of each module for a target, those that others build on first.</summary>
    /// <exception cref="ArgumentException">No assembly carries policy for the target.</exception>
    public static IReadOnlyList<PolicySource> For(IEnumerable<Assembly> assemblies, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<PolicySource>();
        foreach (var assembly in assemblies)
        {
            Add(assembly);
        }

        return found.Count > 0 ? found : throw new ArgumentException($"No policy for {target} is carried by {string.Join(", ", assemblies.Select(a => a.GetName().Name))}.");

        void Add(Assembly assembly)
        {
            var references = assembly.GetReferencedAssemblies();
            if (!seen.Add(assembly.FullName ?? "") || !Array.Exists(references, r => r.Name == "TypedPolicy"))
            {
                return;
            }

            foreach (var reference in references.Where(r => r.Name is { } name && name != "TypedPolicy" && !name.StartsWith("System.", StringComparison.Ordinal)))
            {
                Add(Assembly.Load(reference));
            }

            found.AddRange(Read(assembly, target));
        }
    }

    private static IEnumerable<PolicySource> Read(Assembly assembly, string target)
    {
        var artifacts = assembly.GetCustomAttributes<PolicyArtifactAttribute>().Where(a => a.Path.EndsWith(".cil", StringComparison.Ordinal) && CarriedParts.Split(a.Targets).Contains(target)).ToList();
        if (artifacts.Count == 0)
        {
            return [];
        }

        var parts = assembly.GetCustomAttributes<PolicyPartAttribute>().ToDictionary(p => p.Id, p => p.Text);
        return artifacts.Select(a => new PolicySource(a.Path, Encoding.UTF8.GetBytes(CarriedParts.Join(CarriedParts.Of(a.Parts, parts)
            .Select(p => p.Text ?? throw new ArgumentException($"{assembly.GetName().Name} carries no part {p.Number}."))))));
    }
}

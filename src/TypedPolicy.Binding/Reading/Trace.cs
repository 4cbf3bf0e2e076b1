using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Binding.Reading;

/// <summary>What the reading of one class took from elsewhere, beside the shape of the policy: anyone who keeps what was read keeps this with it.</summary>
internal sealed class Trace
{
    /// <summary>The interfaces of other assemblies that were applied, and those that these apply, by name.</summary>
    public Dictionary<string, InterfaceDeclaration> Imported { get; } = new(StringComparer.Ordinal);

    /// <summary>How many names were made of each beginning, for sets of types.</summary>
    public Dictionary<string, int> SetNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an interface of this assembly was read in it, which others apply too.</summary>
    public bool HoldsInterface { get; set; }

    /// <summary>Adds what another reading took.</summary>
    public void Add(Trace other)
    {
        foreach (var imported in other.Imported)
        {
            Imported[imported.Key] = imported.Value;
        }

        foreach (var count in other.SetNames)
        {
            SetNames.TryGetValue(count.Key, out var before);
            SetNames[count.Key] = Math.Max(before, count.Value);
        }
    }
}

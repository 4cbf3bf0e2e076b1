using System.Collections.Immutable;

namespace TypedPolicy.Conversion;

/// <summary>A module as C#.</summary>
/// <param name="Name">The module's name.</param>
/// <param name="Namespace">The namespace of its classes.</param>
/// <param name="Files">The C# files, in the order of their names.</param>
/// <param name="Notes">What a person should look at.</param>
public sealed record ConvertedModule(string Name, string Namespace, ImmutableArray<ConvertedFile> Files, ImmutableArray<ConversionNote> Notes)
{
    /// <summary>Whether the module calls interfaces that its base policy has deprecated, so that its C# builds with warnings.</summary>
    public bool CallsDeprecated { get; init; }

    /// <summary>Whether the C# has everything that the module has.</summary>
    public bool IsComplete => !Notes.Any(n => n.IsLoss);
}

/// <summary>A C# file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
public sealed record ConvertedFile(string Name, string Text);

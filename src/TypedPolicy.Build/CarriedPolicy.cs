namespace TypedPolicy.Build;

/// <summary>The policy that a compiled assembly carries.</summary>
internal sealed class CarriedPolicy
{
    /// <summary>The path of the assembly.</summary>
    public required string AssemblyPath { get; init; }

    /// <summary>The assembly's simple name.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>The number that the compiler gave to this compilation of it.</summary>
    public required Guid ModuleVersion { get; init; }

    /// <summary>The names that its policy modules declare.</summary>
    public required IReadOnlyList<DeclaredName> Declarations { get; init; }

    /// <summary>Its policy files, for whatever targets, in the order in which they are carried.</summary>
    public required IReadOnlyList<CarriedArtifact> Artifacts { get; init; }

    /// <summary>The errors for which it carries no policy files.</summary>
    public required IReadOnlyList<CarriedProblem> Problems { get; init; }

    /// <summary>The classes that the generator read, a line each; <see langword="null"/> if it read none.</summary>
    public string? Classes { get; init; }

    /// <summary>Tells one assembly from another, so that two paths to one of them count once.</summary>
    public (string Name, Guid Version) Identity => (AssemblyName, ModuleVersion);

    /// <summary>The assembly as messages name it.</summary>
    public string Display => $"'{AssemblyName}' ({AssemblyPath})";

    /// <inheritdoc/>
    public override string ToString() => Display;
}

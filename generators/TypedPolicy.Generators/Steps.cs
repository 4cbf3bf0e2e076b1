namespace TypedPolicy.Generators;

/// <summary>The names of the generator's steps, by which tests follow what an edit runs again.</summary>
public static class Steps
{
    /// <summary>The project's settings.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The C#, read.</summary>
    public const string Policy = nameof(Policy);

    /// <summary>The model alone.</summary>
    public const string Model = nameof(Model);

    /// <summary>The places alone.</summary>
    public const string Places = nameof(Places);

    /// <summary>What the checks found.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>The same with places.</summary>
    public const string Problems = nameof(Problems);

    /// <summary>The places that line marks name; none if they are off.</summary>
    public const string LineMarks = nameof(LineMarks);

    /// <summary>The texts.</summary>
    public const string Artifacts = nameof(Artifacts);
}

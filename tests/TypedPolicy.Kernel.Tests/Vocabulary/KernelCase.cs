namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <summary>A few attributes, and what a kernel does because of them.</summary>
/// <param name="Name">What the case shows; also its namespace in C#.</param>
/// <param name="Source">The C#.</param>
/// <param name="Check">Has processes show it.</param>
public sealed record KernelCase(string Name, string Source, Action<DebianGuest> Check)
{
    /// <summary>Attributes of the assembly.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>The case as a file of a compilation.</summary>
    public (string Path, string Source) File => ($"{Name}.cs", $"using TypedPolicy;\nusing Base;\n{Assembly}\nnamespace Cases.{Name};\n{Source}");

    public override string ToString() => Name;
}

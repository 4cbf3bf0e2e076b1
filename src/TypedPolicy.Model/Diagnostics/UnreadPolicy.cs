namespace TypedPolicy.Model.Diagnostics;

/// <summary>What is reported of policy that the generator did not read (TP9014): by the analyzers, as long as they run, and by the build.</summary>
public static class UnreadPolicy
{
    /// <summary>The rule.</summary>
    public const string Id = "TP9014";

    /// <summary>What carries the attributes where it is not a class.</summary>
    public const string Assembly = "The assembly";

    /// <summary>What carries them, for a message.</summary>
    /// <param name="name">The name of the class in metadata; empty for the assembly.</param>
    public static string Carrier(string name) => name.Length == 0 ? Assembly : $"The class {name.Replace('+', '.')}";

    /// <summary>The message.</summary>
    /// <param name="carrier">What carries the attributes.</param>
    /// <param name="generatorRan">Whether the project has the generator.</param>
    public static string Message(string carrier, bool generatorRan) => generatorRan
        ? $"{carrier} has policy attributes that another source generator wrote. Generators do not see each other's output, so they would be missing from the policy. " +
          "Declare them in a source file of this project (for a Razor component, in its code-behind), or have the file written before the compiler runs."
        : $"{carrier} has policy attributes, but TypedPolicy's source generator did not run for this project, so the policy lacks them. " +
          "Reference the package TypedPolicy in this project itself, without excluding its analyzers.";
}

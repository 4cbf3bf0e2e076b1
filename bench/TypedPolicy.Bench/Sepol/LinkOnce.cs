using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Bench.Sepol;

/// <summary>Links CIL files and ends: a process that does what secilc does.</summary>
internal static class LinkOnce
{
    /// <summary>The argument that has a process do it: where to write follows, then the files.</summary>
    public const string Argument = "--sepol-link";

    public static void Run(string output, string[] modules)
    {
        var result = PolicyLinker.Link(modules.Select(PolicySource.FromFile));
        File.WriteAllBytes(output + ".policy", result.Policy ?? throw new InvalidOperationException(string.Join('\n', result.Causes)));
        File.WriteAllText(output + ".fc", result.FileContexts);
    }
}

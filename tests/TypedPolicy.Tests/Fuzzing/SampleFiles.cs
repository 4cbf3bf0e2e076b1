using System.Runtime.CompilerServices;
using TypedPolicy.Tests.Support;

namespace TypedPolicy.Tests.Fuzzing;

/// <summary>The files of the samples, and the samples as packages.</summary>
internal static class SampleFiles
{
    // What the projects get from ImplicitUsings.
    private static readonly (string, string) Usings = ("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;");

    /// <summary>Every file that a machine without headers compiles, by its path in the folder of the samples.</summary>
    public static (string Path, string Source)[] All { get; } = [.. new[] { "Container", "Gravity", "Workload" }.SelectMany(Of)];

    /// <summary>The samples as a project has them that is added to them.</summary>
    public static Policy[] Packages { get; } = Compile();

    private static Policy[] Compile()
    {
        var gravity = Policy.Of(Policy.Compile([Usings, .. Of("Gravity")]).WithAssemblyName("Gravity"), []);
        var workload = Policy.Of(Policy.Compile([Usings, .. Of("Workload")], gravity).WithAssemblyName("Workload"), []);
        return [gravity, workload];
    }

    private static IEnumerable<(string Path, string Source)> Of(string sample) => Directory
        .GetFiles(Path.Combine(Root(), sample), "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Root(), file).Replace('\\', '/'), File: file))
        .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal) && !file.Path.Contains("/Imported/", StringComparison.Ordinal))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => (file.Path, File.ReadAllText(file.File)));

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples"));
}

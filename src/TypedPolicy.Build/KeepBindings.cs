using Microsoft.Build.Framework;
using TypedPolicy.Caching;

namespace TypedPolicy.Build;

/// <summary>Puts compiled bindings in their place in the cache: anyone who looks for them sees all or nothing.</summary>
public sealed class KeepBindings : Microsoft.Build.Utilities.Task
{
    /// <summary>How many bases are kept besides those used lately. One has some 28 MB.</summary>
    internal const int MaxBases = 4;

    /// <summary>How many assemblies of one base are kept besides those used lately: one for each version of the framework or the library.</summary>
    internal const int MaxAssemblies = 4;

    // Another build may be using it.
    private static readonly TimeSpan MinAge = TimeSpan.FromDays(1);

    /// <summary>The assembly where the compiler made it, in a folder of its own.</summary>
    [Required]
    public string PartialAssembly { get; set; } = "";

    /// <summary>Its place.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>Whether nobody named the headers, so that a project does without them where the cache cannot be written.</summary>
    public bool IsOfMachine { get; set; }

    /// <summary>The project, whose error it is.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var (partial, place) = (Path.GetDirectoryName(PartialAssembly)!, Path.GetDirectoryName(Assembly)!);
        try
        {
            Directory.Move(partial, place);
        }
        catch (IOException) when (File.Exists(Assembly))
        {
            // Another project made the same meanwhile.
            Directory.Delete(partial, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CachePruning.Delete(new DirectoryInfo(partial));
            var text = $"'{place}' cannot be written: {e.Message}";
            if (!IsOfMachine)
            {
                Log.Error(ErrorIds.HeadersNotReadable, text, ProjectFile);
                return false;
            }

            Log.Message(MessageImportance.High, $"The headers of this machine are left out: {text}");
            return true;
        }

        // Something was added, so something may go: a base, or the same base compiled against something else.
        var sources = Path.GetDirectoryName(place)!;
        CachePruning.Prune(sources, CachePruning.EndsInKey, MaxAssemblies, MinAge);
        CachePruning.Prune(Path.GetDirectoryName(sources)!, name => name.Contains('-') && CachePruning.EndsInKey(name), MaxBases, MinAge);
        return true;
    }
}

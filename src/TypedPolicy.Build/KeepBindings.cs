using Microsoft.Build.Framework;

namespace TypedPolicy.Build;

/// <summary>Puts compiled bindings in their place in the cache: whoever looks for them sees all or nothing.</summary>
public sealed class KeepBindings : Microsoft.Build.Utilities.Task
{
    /// <summary>The assembly where the compiler made it, in a folder of its own.</summary>
    [Required]
    public string PartialAssembly { get; set; } = "";

    /// <summary>Its place.</summary>
    [Required]
    public string Assembly { get; set; } = "";

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
            Log.Error(ErrorIds.BasePolicyNotReadable, $"'{place}' cannot be written: {e.Message}", ProjectFile);
        }

        return !Log.HasLoggedErrors;
    }
}

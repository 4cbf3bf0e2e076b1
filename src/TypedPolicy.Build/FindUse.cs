using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Build.Framework;

namespace TypedPolicy.Build;

/// <summary>Finds out whether a compiled assembly uses another one: the compiler leaves out references that nothing uses.</summary>
public sealed class FindUse : Microsoft.Build.Utilities.Task
{
    /// <summary>The assembly that was compiled.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The name of the other one.</summary>
    [Required]
    public string Used { get; set; } = "";

    /// <summary>Whether the one uses the other; true where that cannot be told.</summary>
    [Output]
    public bool IsUsed { get; set; } = true;

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            using var stream = File.OpenRead(Assembly);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            IsUsed = metadata.AssemblyReferences.Any(r => metadata.StringComparer.Equals(metadata.GetAssemblyReference(r).Name, Used));
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Log.Message(MessageImportance.Low, e.Message);
        }

        return true;
    }
}

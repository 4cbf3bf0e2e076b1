using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build;

/// <summary>
/// Copies laid-out policy files to the output. MSBuild's own Copy writes in place, so a build that is stopped could leave half a policy;
/// this one writes beside and renames.
/// </summary>
public sealed class CopyPolicy : Microsoft.Build.Utilities.Task
{
    /// <summary>The files, relative to both folders.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The folder that they lie in.</summary>
    [Required]
    public string SourceDirectory { get; set; } = "";

    /// <summary>The folder that they are copied to.</summary>
    [Required]
    public string DestinationDirectory { get; set; } = "";

    /// <summary>The files that lie in the destination afterwards, written now or before.</summary>
    [Output]
    public ITaskItem[] DestinationFiles { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        // The list comes from disk: it is checked like any path from outside.
        var paths = Files.Select(file => file.ItemSpec.Replace('\\', '/')).Where(path => ArtifactPath.Refusal(path) is null).ToList();
        try
        {
            using var turn = Directory.Exists(SourceDirectory) ? StagingLock.Take(SourceDirectory) : null;
            paths.ForEach(Copy);
            paths.Select(path => Path.GetDirectoryName(Path.Combine(DestinationDirectory, path))!).Distinct().ToList().ForEach(folder => AtomicFile.Prune(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Log.Error(
                ErrorIds.FolderNotWritable,
                $"The policy cannot be copied to '{DestinationDirectory}': {e.Message} Close the programs that have its files open, or set TypedPolicyOutputDirectory to another folder.");
            return false;
        }

        DestinationFiles = [.. paths.Select(path => new TaskItem(Path.Combine(DestinationDirectory, path)))];
        return true;
    }

    private void Copy(string path)
    {
        var source = new FileInfo(Path.Combine(SourceDirectory, path));
        var destination = new FileInfo(Path.Combine(DestinationDirectory, path));
        if (destination.Exists && destination.Length == source.Length && destination.LastWriteTimeUtc == source.LastWriteTimeUtc)
        {
            return;
        }

        AtomicFile.WriteIfChanged(destination.FullName, File.ReadAllBytes(source.FullName));
        File.SetLastWriteTimeUtc(destination.FullName, source.LastWriteTimeUtc);
    }
}

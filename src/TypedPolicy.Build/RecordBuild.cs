using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;

namespace TypedPolicy.Build;

/// <summary>
/// Leaves word of a build that succeeded: where its policy lies, what it is linked with, and what it was made from. The command <c>typedpolicy</c> answers from the builds
/// that it finds so, and tells an old one by it. Paths are relative to the record, so that a tree may be moved.
/// </summary>
public sealed class RecordBuild : Microsoft.Build.Utilities.Task
{
    /// <summary>The version of the format, which the command knows.</summary>
    internal const int Version = 1;

    /// <summary>The file to write.</summary>
    [Required]
    public string RecordFile { get; set; } = "";

    /// <summary>The file that was made when the build began, whose time is that of the build. It is deleted: where it stays, the build did not succeed.</summary>
    [Required]
    public string PendingFile { get; set; } = "";

    /// <summary>The project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Its configuration, such as <c>Debug</c>.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>Its target framework.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The folder below <c>obj</c> that the policy is laid out in.</summary>
    [Required]
    public string StagingDirectory { get; set; } = "";

    /// <summary>The folder that it is copied to.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The targets that it is laid out for, separated by <c>,</c>, <c>;</c> or white space.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>The policy files, relative to either folder. None: there is nothing to record, and an old record is deleted.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Those of them that the project's own assembly carries.</summary>
    public ITaskItem[] OwnFiles { get; set; } = [];

    /// <summary>What the policy is linked with; the metadata <c>PolicyTarget</c> names the target that one is for.</summary>
    public ITaskItem[] Bases { get; set; } = [];

    /// <summary>The headers whose bindings the assembly was compiled with, or empty.</summary>
    public string Headers { get; set; } = "";

    /// <summary>What the assembly was compiled from, and the settings of that.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The assemblies that the compiler was given.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The symbols that <c>#if</c> knew, separated by <c>;</c>.</summary>
    public string Symbols { get; set; } = "";

    /// <summary>The folder <c>obj</c>: what a build writes there is not a source.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>The projects that this one references.</summary>
    public ITaskItem[] Projects { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (Files.Length == 0)
            {
                DeleteIfThere(RecordFile);
            }
            else
            {
                AtomicFile.Write(RecordFile, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(Text()));
            }

            AtomicFile.Prune(Path.GetDirectoryName(Path.GetFullPath(RecordFile))!);
            DeleteIfThere(PendingFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Error(ErrorIds.FolderNotWritable, $"The record of the build cannot be written to '{RecordFile}': {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    private string Text()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(RecordFile))!;
        var project = Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!;
        var started = File.Exists(PendingFile) ? File.GetLastWriteTimeUtc(PendingFile) : DateTime.UtcNow;
        return new JsonObjectText()
            .Add("version", Version)
            .Add("project", Relative(ProjectFile))
            .Add("configuration", Configuration)
            .Add("framework", TargetFramework)
            .Add("started", started.ToString("O", CultureInfo.InvariantCulture))
            .Add("staged", Relative(StagingDirectory))
            .Add("policy", Relative(OutputDirectory))
            .Add("targets", Sorted(KnownTargets.Parse(Targets)))
            .Add("files", Sorted(Files.Select(f => f.ItemSpec.Replace('\\', '/'))))
            .Add("own", Sorted(OwnFiles.Select(f => f.ItemSpec.Replace('\\', '/'))))
            .Add("bases", Bases.Select(b => new JsonObjectText().Add("path", Installed(b.GetMetadata("FullPath"))).Add("target", b.GetMetadata("PolicyTarget"))))
            .Add("headers", Headers.Length == 0 ? "" : Installed(Headers))
            .Add("sources", Sorted(Sources.Select(s => s.GetMetadata("FullPath")).Where(s => !IsGenerated(s)).Select(Relative)))
            .Add("generated", Sorted(Sources.Select(s => s.GetMetadata("FullPath")).Where(IsGenerated).Select(Relative)))
            .Add("references", Sorted(References.Select(r => Installed(r.GetMetadata("FullPath")))))
            .Add("symbols", Sorted(Symbols.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim())))
            .Add("spelling", KnownTargets.Parse(Targets).FirstOrDefault() ?? "")
            .Add("projects", Sorted(Projects.Select(p => Relative(p.GetMetadata("FullPath")))))
            .ToString();

        bool IsGenerated(string source) => RelativePath.IsBelow(Path.GetFullPath(IntermediateDirectory), source);

        string Relative(string path) => RelativePath.From(folder, Path.GetFullPath(path));

        // What a machine has installed stays where it is when the project moves.
        string Installed(string path) => RelativePath.IsBelow(project, Path.GetFullPath(path)) ? Relative(path) : Path.GetFullPath(path);
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal);

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}

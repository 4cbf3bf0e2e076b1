using System.Diagnostics;
using Microsoft.Build.Framework;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Build;

/// <summary>
/// Lays out the policy files that assemblies carry, the one just compiled and those that it references, for the targets that the project
/// asks for. Writes only what changed; deletes only what it wrote.
/// </summary>
public sealed class LayOutPolicy : Microsoft.Build.Utilities.Task
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(5);

    /// <summary>The assembly that the compiler made of this project; empty for one that compiles nothing, and is there for what it references.</summary>
    public string OwnAssembly { get; set; } = "";

    /// <summary>The assemblies that the project references, directly or not; most carry no policy.</summary>
    public ITaskItem[] UpstreamAssemblies { get; set; } = [];

    /// <summary>Whether the project has the generator that makes policy of its classes.</summary>
    public bool GeneratorRan { get; set; }

    /// <summary>The targets to lay out for, separated by <c>,</c>, <c>;</c> or white space.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>The project's folder, which the places of errors are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The project, where errors without a place of their own are reported.</summary>
    public string? ProjectFile { get; set; }

    /// <summary>The folder below <c>obj</c> to lay out in, with the lists of what is there and the stamp.</summary>
    [Required]
    public string StagingDirectory { get; set; } = "";

    /// <summary>The folder that the files are copied to afterwards: what is deleted in staging is deleted there.</summary>
    public string? OutputDirectory { get; set; }

    /// <summary>How long an assembly that cannot be read may be one that another build is writing.</summary>
    internal TimeSpan Patience { get; set; } = UsualPatience;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = new PolicyFolder(StagingDirectory, string.IsNullOrEmpty(OutputDirectory) ? null : OutputDirectory);
        try
        {
            using var turn = StagingLock.Take(StagingDirectory);
            if (LayOut(folder))
            {
                return true;
            }

            folder.Invalidate();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Report(new(
                ErrorIds.FolderNotWritable,
                $"The policy cannot be written to '{StagingDirectory}': {e.Message} Close the programs that have the folder open, and make sure that you may write to it."));
        }

        return false;
    }

    private bool LayOut(PolicyFolder folder)
    {
        var own = OwnAssembly.Length == 0 ? null : Read(OwnAssembly);
        if (own is { Problems.Count: > 0 })
        {
            own.Problems.ToList().ForEach(ReportProblem);
            folder.DeleteOwn();
            return false;
        }

        var unread = OwnAssembly.Length == 0 ? [] : UnreadClasses.Find(OwnAssembly, own?.Classes, GeneratorRan, UpstreamAssemblies.Select(item => item.ItemSpec)).ToList();
        if (unread.Count > 0)
        {
            unread.ForEach(Report);
            folder.DeleteOwn();
            return false;
        }

        var targets = KnownTargets.Parse(Targets);
        KnownTargets.Check(targets).ToList().ForEach(Report);
        var upstream = ReadUpstream();
        if (Log.HasLoggedErrors)
        {
            return false;
        }

        var plan = LayoutPlan.Make(own, upstream, targets);
        plan.Faults.ToList().ForEach(Report);
        if (Log.HasLoggedErrors)
        {
            return false;
        }

        foreach (var path in folder.LayOut(plan.Files))
        {
            Log.Message(MessageImportance.Normal, $"TypedPolicy -> {Path.Combine(StagingDirectory, path)}");
        }

        return true;
    }

    private List<CarriedPolicy> ReadUpstream()
    {
        var carriers = new List<CarriedPolicy>();
        var own = OwnAssembly.Length == 0 ? "" : Path.GetFullPath(OwnAssembly);
        var paths = UpstreamAssemblies.Select(item => Path.GetFullPath(item.ItemSpec)).Distinct(StringComparer.Ordinal);
        foreach (var path in paths.Where(path => path != own))
        {
            var carrier = Read(path);
            if (carrier is { Problems.Count: > 0 })
            {
                Report(new(
                    ErrorIds.MalformedCarrier,
                    $"The assembly {carrier.Display} was built although its policy has errors, the first of them " +
                    $"{carrier.Problems[0].Id}: {carrier.Problems[0].Message} Correct them and build it again, or use another version."));
            }
            else if (carrier is not null)
            {
                carriers.Add(carrier);
            }
        }

        return carriers;
    }

    private CarriedPolicy? Read(string path)
    {
        var carrier = PolicyAssemblyReader.Read(path, out var fault);
        for (var waited = Stopwatch.StartNew(); fault is not null && waited.Elapsed < Patience && IsBeingWritten(path);)
        {
            Thread.Sleep(100);
            carrier = PolicyAssemblyReader.Read(path, out fault);
        }

        if (fault is not null)
        {
            Report(fault);
        }

        return carrier;
    }

    // The compiler of another build writes the same file: it is not there for a moment, or not whole.
    private bool IsBeingWritten(string path) => !File.Exists(path) || DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < Patience;

    private void Report(Fault fault) =>
        Log.Error(fault.Id, fault.Message, ProjectFile);

    private void ReportProblem(CarriedProblem problem) =>
        Log.Error(
            problem.Id,
            problem.Message,
            problem.File.Length == 0 ? null : Path.GetFullPath(Path.Combine(ProjectDirectory, PlainText.Line(problem.File))),
            Math.Max(problem.Line, 0),
            Math.Max(problem.Column, 0),
            Math.Max(problem.EndLine, 0),
            Math.Max(problem.EndColumn, 0));
}

using System.Globalization;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Policies;

/// <summary>The build that a question is answered from: which, what it is linked with, and what has changed since.</summary>
/// <param name="Record">The build.</param>
/// <param name="Folder">The folder with the policy files of the target.</param>
/// <param name="Target">The target that they are for.</param>
/// <param name="NewerSources">Sources that were written, added or deleted after the build began.</param>
/// <param name="Others">Other builds of the same project, which <c>--configuration</c> would choose.</param>
internal sealed record BuiltPolicy(BuildRecord Record, string Folder, Target Target, IReadOnlyList<string> NewerSources, IReadOnlyList<BuildRecord> Others)
{
    private const int MaxNamed = 3;

    /// <summary>What the build links the policy of this target with; none: the embedded base.</summary>
    public IReadOnlyList<string> Bases => [.. Record.Bases.Where(b => b.Target.Length == 0 || b.Target == Target.Name).Select(b => b.Path)];

    /// <summary>What a person must know before reading an answer: the build it is from, and that it is old where it is.</summary>
    public IEnumerable<string> Notes(string linkedWith)
    {
        yield return $"note: answered from {Record.Display} for {Target.Name}, built {Record.Started.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}, linked with {linkedWith}"
            + (Others.Count == 0 ? "" : $"; also built: {string.Join(", ", Others.Select(o => o.Display))}");
        if (Newer is { } names)
        {
            yield return $"warning: changed since that build: {names}. The answer is about the old policy; run 'dotnet build'.";
        }
    }

    /// <summary>The sources that have changed since, as a sentence names them; null if none has.</summary>
    public string? Newer => NewerSources.Count == 0 ? null
        : string.Join(", ", NewerSources.Take(MaxNamed).Select(s => Path.GetRelativePath(Record.Folder, s))) + (NewerSources.Count > MaxNamed ? $" and {NewerSources.Count - MaxNamed} more" : "");

    /// <summary>The build that is meant.</summary>
    /// <param name="folder">The folder to look from.</param>
    /// <param name="project">A project's name, file or folder, if one was given.</param>
    /// <param name="configuration">A configuration, if one was given.</param>
    /// <param name="target">A target, if one was given.</param>
    /// <param name="firstTarget">Whether the first will do where there are several and none was given.</param>
    /// <exception cref="SepolException">There is none, there are several to choose from, or the last build failed.</exception>
    public static BuiltPolicy Find(string folder, string? project, string? configuration, Target? target, bool firstTarget = false)
    {
        var from = project is not null && Path.Exists(Path.GetFullPath(project, folder)) ? FolderOf(Path.GetFullPath(project, folder)) : folder;
        var all = BuildSearch.From(from);
        var records = all.Where(r => r.HasPolicy).ToList();
        if (records.Count == 0)
        {
            throw new SepolException($"No build with policy was found in '{from}', below it, or for a project around it. Run 'dotnet build' first, or name policy files with --policy.");
        }

        var ofProject = Project(records, folder, project);
        var configurations = ofProject.Select(r => r.Configuration).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var chosen = ofProject.Where(r => configuration is null || r.Configuration.Equals(configuration, StringComparison.OrdinalIgnoreCase)).OrderByDescending(r => r.Started).FirstOrDefault()
            ?? throw new SepolException($"{ofProject[0].Name} was not built in configuration {configuration}, but in {string.Join(", ", configurations)}.{DidYouMean(configuration!, configurations)}");
        var upstream = Upstream(chosen, all);
        if (upstream.Prepend(chosen).FirstOrDefault(r => r.IsPending) is { } pending)
        {
            throw new SepolException($"The last build of {pending.Display} failed or has not finished: what it left is older than its source. Run 'dotnet build', or name policy files with --policy, such as {chosen.Policy}.");
        }

        var chosenTarget = OneTarget(chosen, target, firstTarget);
        return new(chosen, FolderOf(chosen, chosenTarget), chosenTarget, [.. upstream.Prepend(chosen).SelectMany(NewerThan)], [.. ofProject.Where(r => r != chosen)]);
    }

    // The builds of one project: the one that was named, the one of this folder, the only one.
    private static List<BuildRecord> Project(List<BuildRecord> records, string folder, string? project)
    {
        if (project is not null)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(project, folder));
            var named = records.FindAll(r => r.Project == path || r.Folder == path);
            named = named.Count > 0 ? named : records.FindAll(r => r.Name.Equals(project, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(r.Project).Equals(project, StringComparison.OrdinalIgnoreCase));
            named = named.Count > 0 || !Directory.Exists(path) ? named : records.FindAll(r => IsIn(path, r.Folder));
            return named.Count > 0 ? One(named)
                : throw new SepolException($"No build of a project '{project}' was found, but of {Names(records)}.{DidYouMean(project, records.Select(r => r.Name))}");
        }

        var around = records.Where(r => IsIn(r.Folder, folder)).ToList();
        var nearest = around.FindAll(r => r.Folder.Length == around.Max(a => a.Folder.Length));
        return One(nearest.Count > 0 ? nearest : records.FindAll(r => IsIn(folder, r.Folder)) is { Count: > 0 } below ? below : records);
    }

    // A project that only uses policy, such as one of tests, has that of other projects beside it, and is not what a question is about.
    private static List<BuildRecord> One(List<BuildRecord> records)
    {
        var own = records.FindAll(r => r.HasOwnPolicy) is { Count: > 0 } some ? some : records;
        return own.Select(r => r.Project).Distinct(StringComparer.Ordinal).Count() == 1 ? own
            : throw new SepolException($"Several projects with policy are built here: {Names(own)}. Choose one with --project.");
    }

    private static List<BuildRecord> Upstream(BuildRecord record, IReadOnlyList<BuildRecord> all)
    {
        var found = new List<BuildRecord>();
        var seen = new HashSet<string>([record.Project], StringComparer.Ordinal);
        var waiting = new Queue<BuildRecord>([record]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var project in next.Projects.Where(seen.Add))
            {
                // The build of it that this one used: of the same configuration, and the last that began before.
                if (all.Concat(BuildSearch.OfProject(project)).Where(r => r.Project == project && r.Configuration == record.Configuration).MaxBy(r => r.Started) is { } built)
                {
                    found.Add(built);
                    waiting.Enqueue(built);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> NewerThan(BuildRecord record)
    {
        foreach (var source in record.Sources.Where(s => !File.Exists(s) || File.GetLastWriteTimeUtc(s) > record.Started))
        {
            yield return source;
        }

        // One that was added is in no list.
        var known = record.Sources.ToHashSet(StringComparer.Ordinal);
        foreach (var folder in record.Sources.Where(s => s.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Select(Path.GetDirectoryName).OfType<string>().Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            foreach (var added in Directory.EnumerateFiles(folder, "*.cs").Where(f => !known.Contains(f) && File.GetLastWriteTimeUtc(f) > record.Started))
            {
                yield return added;
            }
        }
    }

    private static Target OneTarget(BuildRecord record, Target? asked, bool first)
    {
        var targets = record.Targets.Select(Target.TryGet).OfType<Target>().ToList();
        return asked is null ? targets is [var only, .. var others] && (first || others.Count == 0) ? only : throw new SepolException($"{record.Display} is built for {string.Join(", ", record.Targets)}. Choose one with --target.")
            : targets.Contains(asked) ? asked
            : throw new SepolException($"{record.Display} is not built for {asked.Name}, but for {string.Join(", ", record.Targets)}.");
    }

    // One target lies straight in the folder, several in one folder each.
    private static string FolderOf(BuildRecord record, Target target)
    {
        foreach (var root in new[] { record.Staged, record.Policy })
        {
            foreach (var folder in new[] { Path.Combine(root, target.Name), root })
            {
                if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.cil").Any())
                {
                    return folder;
                }
            }
        }

        throw new SepolException($"The policy that {record.Display} left in '{record.Policy}' is gone. Run 'dotnet build', or name policy files with --policy.");
    }

    private static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;

    private static bool IsIn(string folder, string path) => path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Names(IEnumerable<BuildRecord> records) => string.Join(", ", records.Select(r => r.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string DidYouMean(string name, IEnumerable<string> names) => Similar.To(name, names.Distinct(StringComparer.Ordinal)) is { } near ? $" Did you mean '{near}'?" : "";
}

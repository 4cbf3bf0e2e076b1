using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Tool.Installing;

/// <summary>The files of a system whose label is not the one that its file contexts have for them, among those that somebody asks about.</summary>
/// <param name="Paths">The files, in order.</param>
/// <param name="Unreadable">Folders that could not be read, and names that are not UTF-8, which nobody can ask about here.</param>
internal sealed record RelabelPlan(IReadOnlyList<WrongLabel> Paths, IReadOnlyList<string> Unreadable)
{
    // Its files are labelled by the kernel.
    private const string Processes = "/proc";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>What a change of file contexts makes wrong.</summary>
    public static RelabelPlan Of(PolicyHost host, Relabeling change) =>
        change.IsEmpty ? new([], []) : Find(host, change.MayBeBelow, change.NewLabel);

    private static RelabelPlan Find(PolicyHost host, Func<string, bool> mayBeBelow, Func<string, FileKind, FileContext?> labelOf)
    {
        var (found, unreadable) = (new List<WrongLabel>(), new List<string>());
        var customizable = CustomizableTypes.Of(host);
        var open = new Stack<string>(["/"]);
        while (open.TryPop(out var path))
        {
            if (PathStatus.KindOf(host.OnDisk(path)) is not { } kind)
            {
                unreadable.Add(path);
                continue;
            }

            if (labelOf(path, kind) is { Context: { } context })
            {
                var label = PathStatus.LabelOf(host.OnDisk(path));
                if (FileContext.TypeOf(label ?? "") is var type && type != FileContext.TypeOf(context) && !customizable.Contains(type ?? ""))
                {
                    found.Add(new(path, kind, label, context));
                }
            }

            if (kind == FileKind.Directory && path != Processes && mayBeBelow(path))
            {
                try
                {
                    foreach (var child in Directory.EnumerateFileSystemEntries(host.OnDisk(path), "*", Everything))
                    {
                        open.Push(path == "/" ? "/" + Path.GetFileName(child) : $"{path}/{Path.GetFileName(child)}");
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    unreadable.Add(path);
                }
            }
        }

        return new([.. found.OrderBy(f => f.Path, StringComparer.Ordinal)], [.. unreadable.Order(StringComparer.Ordinal)]);
    }
}

/// <summary>A file with a label that is not the one it is to have.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Label">Its label; null if it has none.</param>
/// <param name="Context">The label that it is to have.</param>
internal sealed record WrongLabel(string Path, FileKind Kind, string? Label, string Context)
{
    /// <summary>The label that it gets: as <c>restorecon</c> without <c>-F</c> has it, a label that is there keeps its user, role and level.</summary>
    public string NewLabel => Label?.Split(':', 4) is [var user, var role, _, .. var level] && Context.Split(':', 4) is [_, _, var type, ..] ? string.Join(':', [user, role, type, .. level]) : Context;
}

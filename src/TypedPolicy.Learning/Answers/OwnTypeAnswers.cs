using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;

namespace TypedPolicy.Learning.Answers;

/// <summary>New types for files and ports that have a shared type.</summary>
internal static class OwnTypeAnswers
{
    private static readonly ImmutableArray<string> Naming = ["add_name", "remove_name", "search", "write"];

    /// <summary>A type for files that the domain makes or changes where others do; null if the directory is nobody's in particular.</summary>
    public static Answer? OfFiles(Denial denial, ImmutableArray<string> missing, PrivateType? type, LearningFacts facts)
    {
        if (SharedDirectories.Named(new AccessQuestion(denial.Source, denial.Target, denial.Class, missing)) is not { } shared)
        {
            return null;
        }

        var (source, directory) = (denial.Source, denial.Target);
        if (denial.Paths.FirstOrDefault(p => LoggedPath.IsPlain(p) && IsOfSystem(p, source)) is { } system)
        {
            return new(AnswerKind.Refuse, $"{system} is the system's, and a rule for its label is one for all of {directory}. Let the program keep its files in a directory of its own, which has its name.");
        }

        var transition = type is not null && facts.HasBinding(type.Transition.CSharp, 1) ? type.Transition.CSharp : null;
        var mark = type?.Mark is { } m && facts.HasBinding(m.CSharp, 0) ? m.CSharp : null;
        var isOfDirectory = denial.Class == "dir" && !missing.Contains("create");
        var (@class, permissions) = isOfDirectory ? ("file", (ImmutableArray<string>)["create"]) : (denial.Class, missing);
        ImmutableArray<OwnPath> paths = [.. denial.Paths.Where(LoggedPath.IsPlain).Select(p => Root(p, denial, facts)).OfType<OwnPath>().Distinct().Take(1)];

        // A file that was there already wants a label; what is made wants a transition.
        var isThere = !isOfDirectory && !missing.Contains("create") && !paths.IsEmpty;
        var edits = ImmutableArray.CreateBuilder<PolicyEdit>();
        edits.Add(new OwnTypeEdit(source, shared.Name, shared.Purpose, paths, @class, permissions, mark));
        if (!isThere)
        {
            edits.Add(new TypeTransitionEdit(source, directory, PolicyEditor.NestedType(source, shared.Name), isOfDirectory ? [] : [@class], transition));
            if (transition is null)
            {
                edits.Add(new AccessEdit(source, "Allow", directory, "dir", Naming));
            }
        }

        return new(AnswerKind.OwnType, $"{directory} is everybody's: access to it is access to what others keep there. A type of its own for its {shared.Purpose} is not.")
        {
            Edits = edits.ToImmutable(),
            Command = isThere ? $"restorecon -Rv {paths[0].Path}" : null,
        };
    }

    /// <summary>A type for ports that nobody owns; null if others own them.</summary>
    public static Answer OfPorts(Denial denial, ImmutableArray<int> ports)
    {
        var type = PolicyEditor.NestedType(denial.Source, OwnPorts.ClassName);
        return new(AnswerKind.OwnType, $"{denial.Target} has thousands of ports: a type of its own for {(ports.Length == 1 ? $"port {ports[0]}" : $"ports {string.Join(", ", ports)}")} grants no other.")
        {
            Edits = [new OwnPortEdit(denial.Source, denial.Class, ports), new AccessEdit(denial.Source, "Allow", type, denial.Class, [OwnPorts.Bind])],
        };
    }

    private static readonly string[] SystemFolders = ["/etc/", "/usr/", "/bin/", "/sbin/", "/lib/", "/lib64/", "/boot/", "/root/", "/dev/", "/sys/", "/proc/"];

    private static bool IsOfSystem(string path, string source) =>
        Array.Exists(SystemFolders, f => path.StartsWith(f, StringComparison.Ordinal)) && !path.Contains(source.EndsWith("_t", StringComparison.Ordinal) ? source[..^2] : source, StringComparison.Ordinal);

    /// <summary>What of a path is the domain's own: the part below the directory that is everybody's.</summary>
    private static OwnPath? Root(string path, Denial denial, LearningFacts facts)
    {
        if (denial.Target is "tmp_t" or "tmpfs_t" or "root_t" or "device_t" or "user_home_dir_t")
        {
            return null; // What is made there has no place of its own.
        }

        // The directory that is everybody's: the highest of those above the path that have its label.
        string? top = null;
        for (var above = LoggedPath.Parent(path); above != "/"; above = LoggedPath.Parent(above))
        {
            if (facts.LabelOf(above, FileKind.Directory) == denial.Target)
            {
                top = above;
            }
            else if (top is not null)
            {
                break;
            }
        }

        if (top is null)
        {
            return null;
        }

        var root = path.IndexOf('/', top.Length + 1) is > 0 and var end ? path[..end] : path;

        // A directory that the base labels otherwise is not the domain's, whatever label it has now.
        if (facts.LabelOf(root, root == path && denial.Class != "dir" ? FileKind.File : FileKind.Directory) != denial.Target)
        {
            return null;
        }

        return new(root, root != path || (denial.Class == "dir" && denial.Permissions.Any(p => p is "create" or "add_name" or "remove_name" or "rmdir") && denial.Permissions.Contains("create")));
    }
}

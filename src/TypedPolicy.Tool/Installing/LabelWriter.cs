using System.Text;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Installing;

/// <summary>Sets labels: on the running system by <c>restorecon</c>, which its policy lets do so; below another root, whose labels the kernel may not know, itself.</summary>
internal static class LabelWriter
{
    /// <summary>Sets them; what failed, a line each.</summary>
    /// <exception cref="SepolException">There is no <c>restorecon</c>.</exception>
    public static IReadOnlyList<string> Write(PolicyHost host, IReadOnlyList<WrongLabel> files)
    {
        if (files.Count == 0)
        {
            return [];
        }

        if (!host.IsRunning)
        {
            return [.. from file in files let problem = PathStatus.SetLabel(host.OnDisk(file.Path), file.NewLabel) where problem is not null select $"{file.Path}: {problem}"];
        }

        // Names may have anything in them but this.
        var list = Encoding.UTF8.GetBytes(string.Concat(files.Select(f => f.Path + "\0")));
        var run = SystemTool.Run(SystemTool.Find("restorecon") ?? throw new SepolException("restorecon is missing. Install the package policycoreutils."), ["-0", "-f", "-"], list);
        return run.Code == 0 ? [] : run.Lines.Count == 0 ? [$"restorecon ended with exit code {run.Code}."] : run.Lines;
    }
}

using System.Globalization;
using TypedPolicy.Model.Languages;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Tool.Installing;

/// <summary>A module in the store of a system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Priority">Its priority: of modules of one name the highest counts.</param>
/// <param name="File">Its policy.</param>
/// <param name="IsDisabled">Whether an administrator disabled the name.</param>
internal sealed record InstalledModule(string Name, int Priority, string File, bool IsDisabled)
{
    // '; Policy module greeter 1.0.0, made by TypedPolicy from C#.'
    private const string Head = "; Policy module ";
    private const int MaxVersion = 60;

    /// <summary>Its policy, as its author wrote it.</summary>
    public PolicySource Source => new(Name, PolicySource.FromFile(File).Content);

    /// <summary>Every module, by name and then by priority, the highest first.</summary>
    public static IReadOnlyList<InstalledModule> In(PolicyHost host)
    {
        var modules = Path.Combine(host.Store, "active", "modules");
        if (!Directory.Exists(modules))
        {
            return [];
        }

        var disabled = Path.Combine(modules, "disabled");
        var names = Directory.Exists(disabled) ? Directory.EnumerateFileSystemEntries(disabled).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal) : [];
        return
        [
            .. from folder in Directory.EnumerateDirectories(modules)
               let priority = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
               where priority > 0
               from module in Directory.EnumerateDirectories(folder)
               let file = new[] { "hll", "cil" }.Select(f => Path.Combine(module, f)).FirstOrDefault(System.IO.File.Exists)
               where file is not null
               let name = Path.GetFileName(module)
               orderby name, priority descending
               select new InstalledModule(name, priority, file, names.Contains(name)),
        ];
    }

    /// <summary>The version that a module made from C# has in its first line; null if it was made otherwise.</summary>
    public static string? VersionOf(PolicySource source)
    {
        var start = source.Content.Span;
        var line = System.Text.Encoding.UTF8.GetString(start[..Math.Min(start.Length, 400)]).Split('\n')[0];
        return line.StartsWith(Head, StringComparison.Ordinal) && line[Head.Length..].Split(',')[0].Split(' ') is [_, var version] ? PlainText.Excerpt(version, MaxVersion) : null;
    }
}

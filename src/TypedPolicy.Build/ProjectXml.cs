using System.Xml;
using System.Xml.Linq;

namespace TypedPolicy.Build;

/// <summary>
/// The files that a project's author writes, as XML: the project, what it is built with by its folder, and what these import by a path that can be told
/// without MSBuild. Read for their places alone; nothing in them is evaluated.
/// </summary>
internal static class ProjectXml
{
    private const int MaxFiles = 50;
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads the files that can be read, each once.</summary>
    /// <param name="files">The files to begin with; empty paths and missing files are passed over.</param>
    /// <param name="projectDirectory">The folder of the project.</param>
    public static IReadOnlyList<(string Path, XDocument Document)> Read(IEnumerable<string> files, string projectDirectory)
    {
        var read = new List<(string, XDocument)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(files.Where(file => file.Length > 0));
        while (queue.Count > 0 && read.Count < MaxFiles)
        {
            var path = Path.GetFullPath(queue.Dequeue());
            if (!seen.Add(path) || Load(path) is not { } document)
            {
                continue;
            }

            read.Add((path, document));
            foreach (var import in document.Descendants().Where(e => e.Name.LocalName == "Import"))
            {
                if (Imported((string?)import.Attribute("Project") ?? "", path, projectDirectory) is { } file)
                {
                    queue.Enqueue(file);
                }
            }
        }

        return read;
    }

    private static string? Imported(string project, string from, string projectDirectory)
    {
        var folder = Path.GetDirectoryName(from) + Path.DirectorySeparatorChar;
        var path = Replace(Replace(project, "$(MSBuildThisFileDirectory)", folder), "$(MSBuildProjectDirectory)", projectDirectory).Replace('\\', '/');
        if (path.Length == 0 || path.Contains("$(") || path.Contains('*') || path.Contains(';') || path.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            return null;
        }

        return Path.Combine(folder, path);

        static string Replace(string text, string name, string value)
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? text : text.Substring(0, at) + value + text.Substring(at + name.Length);
        }
    }

    private static XDocument? Load(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MaxBytes })
            {
                return null;
            }

            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // MSBuild reads it too, and reports what is wrong with it.
            return null;
        }
    }
}

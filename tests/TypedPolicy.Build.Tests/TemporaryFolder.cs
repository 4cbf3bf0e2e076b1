namespace TypedPolicy.Build.Tests;

/// <summary>A folder of its own for one test, outside the repository, whose settings must not reach into it.</summary>
public class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("typedpolicy-").FullName;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The files below a folder, relative to it, in ordinal order; those with a leading dot are bookkeeping.</summary>
    public string[] Files(string relative, bool hidden = false) =>
        !Directory.Exists(PathOf(relative))
            ? []
            : [.. Directory.EnumerateFiles(PathOf(relative), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(PathOf(relative), path).Replace('\\', '/'))
                .Where(path => hidden || !Path.GetFileName(path).StartsWith('.'))
                .Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }
}

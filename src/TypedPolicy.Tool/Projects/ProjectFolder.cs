using System.Text;
using TypedPolicy.Conversion;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Projects;

/// <summary>The folder of a project that is written.</summary>
internal static class ProjectFolder
{
    /// <summary>Whether it has a project, which is its owner's.</summary>
    public static bool HasProject(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.*proj").Any();

    /// <summary>What is reported of the first of some files that is there already; null if none is.</summary>
    public static string? Present(IEnumerable<ConvertedFile> files, string folder) =>
        files.Select(f => Path.Combine(folder, f.Name)).FirstOrDefault(File.Exists) is { } present ? $"{present} already exists. Name another folder with --output, or replace it with --force." : null;

    /// <summary>Writes each file under another name first, so that a file is there whole or not at all.</summary>
    public static void Write(IEnumerable<ConvertedFile> files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            OutputFile.Write(Path.Combine(folder, file.Name), stream => stream.Write(Encoding.UTF8.GetBytes(file.Text)));
        }
    }
}

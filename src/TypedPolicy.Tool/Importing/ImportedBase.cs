using System.Collections.Immutable;
using TypedPolicy.Caching;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Indexing;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Tool.Headers;

namespace TypedPolicy.Tool.Importing;

/// <summary>A base policy as C#: the files of a project that compiles to its bindings, and packs them.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Interfaces">How many interfaces and templates it has.</param>
/// <param name="Problems">What is wrong in the headers, a line each.</param>
/// <param name="Files">Paths relative to the project, and texts, sorted.</param>
internal sealed record ImportedBase(string Name, int Interfaces, ImmutableArray<string> Problems, ImmutableArray<(string Path, string Text)> Files)
{
    /// <summary>Reads headers and writes them as C#.</summary>
    /// <param name="folder">The folder of the headers.</param>
    /// <param name="name">What to call it; nothing for the name that its folder or its settings give.</param>
    /// <param name="version">The version of the package.</param>
    /// <param name="installed">The root of the installed policy that the headers belong to; nothing for that of this machine, where they are its own.</param>
    /// <param name="definitions">Names that m4 is told beside those of the tree's Makefile.</param>
    /// <exception cref="IOException">The headers or the policy cannot be read.</exception>
    public static ImportedBase Read(string folder, string? name, string version, string? installed, IReadOnlyCollection<KeyValuePair<string, string>> definitions)
    {
        var (tree, read) = HeaderFolder.ReadTree(folder, definitions);
        tree.Describe();
        name ??= BaseName.Of(folder, tree.Settings);
        var names = BindingNames.Of(tree);
        var macros = SupportMacros.Read(read);
        installed ??= InstalledFolder.Of(folder);
        var policy = installed is null ? null : InstalledFolder.Read(installed);
        var index = BaseIndexBuilder.Build(tree, names, policy, name, HeaderTarget.Of(folder, name, installed, macros).Name, macros);
        var files = BaseBindings.Write(names).Concat(BaseProject.Files(name, version)).Append(($"{name}.sepolidx", BaseIndexWriter.Write(index)));
        var uncallable = tree.Interfaces.Where(i => !i.Signature.Compiles).Select(i => $"{i.Place}: {i.Name} does not compile in this policy, so applying it is an error: {i.Mistake}");
        var problems = HeaderFolder.Skipped(folder).Concat(Unasked(definitions, read)).Concat(tree.Problems.Select(p => $"{p.Place}: {p.Message}")).Concat(uncallable).Distinct().ToImmutableArray();
        return new(name, tree.Interfaces.Length, problems, [.. files.OrderBy(f => f.Item1, StringComparer.Ordinal)]);
    }

    /// <summary>Definitions that change nothing, since no header looks at them: misspelt, most likely.</summary>
    private static IEnumerable<string> Unasked(IReadOnlyCollection<KeyValuePair<string, string>> definitions, IReadOnlyList<HeaderFile> files)
    {
        var asked = definitions.Count == 0 ? [] : AskedNames.Of(files);
        return definitions.Select(d => d.Key).Where(name => !asked.Contains(name)).Select(name =>
            $"No header looks at the definition '{name}', so it changes no interface.{(Similar.To(name, asked) is { } near ? $" Did you mean '{near}'?" : "")}");
    }

    /// <summary>
    /// Writes the files to a folder that is not there yet: all of them or none. Where several do this at once, one writes and the others wait for it.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isPrivate">Whether it is for this user alone, as what lies in a cache is.</param>
    /// <param name="read">Reads the base.</param>
    /// <returns>Whether it was written; else the folder was there.</returns>
    public static bool WriteOnce(string folder, bool isPrivate, Func<ImportedBase> read)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Create(Path.GetDirectoryName(full)!);
        using var turn = FolderLock.Take(full + ".lock");

        // Nobody else is at it now: what another one left unfinished, it was killed at.
        var unfinished = Path.GetFileName(full) + ".";
        foreach (var left in new DirectoryInfo(Path.GetDirectoryName(full)!).EnumerateDirectories($"{unfinished}*{CachePruning.Temporary}"))
        {
            if (left.Name[unfinished.Length..^CachePruning.Temporary.Length].All(char.IsAsciiDigit))
            {
                CachePruning.Delete(left);
            }
        }

        if (Directory.Exists(full))
        {
            return false;
        }

        var partial = $"{full}.{Environment.ProcessId}{CachePruning.Temporary}";
        try
        {
            Create(partial);
            read().Write(partial);
            Directory.Move(partial, full);
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }

        return true;

        void Create(string path)
        {
            if (isPrivate)
            {
                FileOwner.CreateFolder(path);
            }
            else
            {
                Directory.CreateDirectory(path);
            }
        }
    }

    /// <summary>Writes the files to a folder.</summary>
    public void Write(string folder)
    {
        foreach (var (path, text) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}

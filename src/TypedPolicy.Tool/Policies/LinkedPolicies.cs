using System.Security.Cryptography;
using System.Text;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Policies;

/// <summary>
/// Policies that were linked, kept by the content of what they were linked from. Linking is native code over files that may be anybody's, so it
/// happens in a child process, which is <c>typedpolicy link</c>; what it leaves is read by managed code.
/// </summary>
internal static class LinkedPolicies
{
    // Each has some megabytes.
    private const int MostKept = 12;

    /// <summary>The kernel policy of some files with a base, and its file contexts.</summary>
    /// <exception cref="SepolException">A file cannot be read, or the policy does not link.</exception>
    public static (byte[] Policy, byte[] FileContexts) Get(IReadOnlyList<string> paths, PolicyBase policyBase)
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } data ? data : Path.GetTempPath(), "typedpolicy", "linked");
        var stem = Path.Combine(folder, Key(PolicyBase.From(paths), policyBase));
        if (!File.Exists(stem + ".policy"))
        {
            Directory.CreateDirectory(folder);
            Progress.Run("Linking", () => Link(paths, policyBase, stem));
            Prune(folder);
        }

        File.SetLastWriteTimeUtc(stem + ".policy", DateTime.UtcNow);
        return (File.ReadAllBytes(stem + ".policy"), File.ReadAllBytes(stem + ".fc"));
    }

    /// <summary>Links into two files that begin with a stem.</summary>
    internal static bool Link(IReadOnlyList<string> paths, PolicyBase policyBase, string stem)
    {
        var temporary = $"{stem}.{Environment.ProcessId}";
        var run = ChildCommand.Run(["link", RepeatedCommand.Option("--output", temporary), .. policyBase.Paths.Select(p => RepeatedCommand.Option("--base", p)), .. paths.Select(p => RepeatedCommand.Option("--policy", p))]);
        if (run.Code != ExitCode.Success)
        {
            Delete(temporary + ".fc");
            Delete(temporary + ".policy");
            throw new SepolException(run.Error.Trim() is var text && text.StartsWith("error: ", StringComparison.Ordinal) ? text["error: ".Length..] : text);
        }

        // The policy last: where it is, all is.
        File.Move(temporary + ".fc", stem + ".fc", overwrite: true);
        File.Move(temporary + ".policy", stem + ".policy", overwrite: true);
        return true;
    }

    /// <summary>Deletes a file, where it and its folder are: somebody may have emptied the folder meanwhile, and why the link failed is said all the same.</summary>
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder.
        }
    }

    private static string Key(PolicyBase modules, PolicyBase policyBase)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Encoding.UTF8.GetBytes($"{typeof(LinkedPolicies).Module.ModuleVersionId} {typeof(PolicyLinker).Module.ModuleVersionId} {policyBase.IsEmbedded}"));
        foreach (var (_, path) in policyBase.Files.Concat(modules.Files))
        {
            Add(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(ReadOnlySpan<byte> part)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
    }

    private static void Prune(string folder)
    {
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.policy").OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostKept))
        {
            Delete(old.FullName);
            Delete(Path.ChangeExtension(old.FullName, ".fc"));
        }
    }
}

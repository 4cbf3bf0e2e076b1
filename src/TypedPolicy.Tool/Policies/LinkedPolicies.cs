using System.Security.Cryptography;
using System.Text;
using TypedPolicy.Caching;
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
    /// <summary>How many policies are kept. Each has some megabytes.</summary>
    public const int MaxKept = 12;

    private const string Extension = ".linked";

    /// <summary>The kernel policy of some files with a base, and its file contexts.</summary>
    /// <exception cref="SepolException">A file cannot be read, or the policy does not link.</exception>
    public static (byte[] Policy, byte[] FileContexts) Get(IReadOnlyList<string> paths, PolicyBase policyBase) =>
        Get(policyBase, PolicyBase.From(paths).AddTo, () => Link(paths, policyBase));

    /// <summary>The kernel policy of CIL that the command writes itself, with a base. It is known by its text: the file that it is linked from is another one each time.</summary>
    /// <exception cref="SepolException">A file of the base cannot be read, or the policy does not link.</exception>
    public static byte[] Get(string cil, PolicyBase policyBase) =>
        Get(policyBase, hash => hash.AppendData(Encoding.UTF8.GetBytes($" text {cil}")), () =>
        {
            using var folder = TemporaryFolder.Create();
            var file = folder.At("own.cil");
            File.WriteAllText(file, cil);
            return Link([file], policyBase);
        }).Policy;

    private static (byte[] Policy, byte[] FileContexts) Get(PolicyBase policyBase, Action<IncrementalHash> addOwn, Func<(byte[] Policy, byte[] FileContexts)> link)
    {
        if (UserCache.Folder("linked") is not { } folder)
        {
            return Progress.Run("Linking", link);
        }

        var file = Path.Combine(folder, Key(policyBase, addOwn) + Extension);
        if (CacheEntry.Read(file) is { } kept)
        {
            CachePruning.Touch(file);
            return kept;
        }

        var linked = Progress.Run("Linking", link);
        CacheEntry.Write(file, linked.Policy, linked.FileContexts);
        CachePruning.Prune(folder, name => name.EndsWith(Extension, StringComparison.Ordinal), MaxKept, TimeSpan.Zero);
        return linked;
    }

    /// <summary>Links, in a child.</summary>
    internal static (byte[] Policy, byte[] FileContexts) Link(IReadOnlyList<string> paths, PolicyBase policyBase)
    {
        var answer = ChildCommand.Ask(["link", .. policyBase.Paths.Select(p => RepeatedCommand.Option("--base", p)), .. paths.Select(p => RepeatedCommand.Option("--policy", p))]);
        return (answer[0], answer[1]);
    }

    private static string Key(PolicyBase policyBase, Action<IncrementalHash> addOwn)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{typeof(LinkedPolicies).Module.ModuleVersionId} {typeof(PolicyLinker).Module.ModuleVersionId} {policyBase.IsEmbedded}"));
        policyBase.AddTo(hash);
        addOwn(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

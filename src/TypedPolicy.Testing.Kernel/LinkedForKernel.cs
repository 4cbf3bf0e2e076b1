using System.Security.Cryptography;
using System.Text;
using TypedPolicy.Caching;
using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Testing.Kernel;

/// <summary>The policy of a guest: modules linked with a base and with what the guest's agent needs. Kept by its content in the user's cache, since linking takes as long as booting.</summary>
internal static class LinkedForKernel
{
    /// <summary>How many policies are kept. Each has some megabytes.</summary>
    public const int MaxKept = 6;

    private const string Extension = ".guest";

    /// <summary>The kernel policy, and its file contexts.</summary>
    /// <exception cref="SepolException">A file cannot be read, or the policy does not link.</exception>
    public static (byte[] Policy, string FileContexts) Get(IReadOnlyList<PolicySource> modules, PolicyBase policyBase, bool showHidden)
    {
        if (policyBase.IsEmbedded)
        {
            throw new SepolException("The embedded base is too small to boot: name the policy of a system, such as PolicyBase.Debian.");
        }

        var options = new LinkOptions { CheckNeverAllow = false, KeepAttributes = true, LeaveOutDontAudit = showHidden };
        var file = UserCache.Folder("guest") is { } folder ? Path.Combine(folder, Key(modules, policyBase, options) + Extension) : null;
        if (file is not null && CacheEntry.Read(file) is var (policy, labels))
        {
            CachePruning.Touch(file);
            return (policy, Encoding.UTF8.GetString(labels));
        }

        var result = PolicyLinker.Link([.. policyBase.With(modules), GuestContent.AgentPolicy], options);
        if (!result.Succeeded)
        {
            throw new SepolException($"The policy does not link with {policyBase}: {string.Join('\n', result.Causes)}");
        }

        if (file is not null)
        {
            CacheEntry.Write(file, result.Policy!, Encoding.UTF8.GetBytes(result.FileContexts!));
            CachePruning.Prune(Path.GetDirectoryName(file)!, name => name.EndsWith(Extension, StringComparison.Ordinal), MaxKept, TimeSpan.Zero);
        }

        return (result.Policy!, result.FileContexts!);
    }

    private static string Key(IReadOnlyList<PolicySource> modules, PolicyBase policyBase, LinkOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{typeof(PolicyLinker).Module.ModuleVersionId} {options}"));
        policyBase.AddTo(hash);
        foreach (var module in modules.Append(GuestContent.AgentPolicy))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{module.Name.Length} {module.Name} {module.Content.Length}\n"));
            hash.AppendData(module.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

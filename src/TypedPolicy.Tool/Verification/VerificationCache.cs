using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedPolicy.Caching;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Verification;

namespace TypedPolicy.Tool.Verification;

/// <summary>The result of the last verification, by the content of all that it depends on: the modules, the base, and this program.</summary>
internal static class VerificationCache
{
    /// <summary>The result: from the file where that is for the same content, and otherwise made and kept there.</summary>
    public static ImmutableArray<VerificationFinding> Get(string? file, IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase, Func<ImmutableArray<VerificationFinding>> verify)
    {
        if (file is null)
        {
            return verify();
        }

        var key = Key(modules, policyBase);
        if (Read(file, key) is { } kept)
        {
            return kept;
        }

        var findings = verify();
        CacheEntry.Write(file, key, JsonSerializer.SerializeToUtf8Bytes(findings));
        return findings;
    }

    private static byte[] Key(IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Encoding.UTF8.GetBytes($"{typeof(VerificationCache).Module.ModuleVersionId} {typeof(PolicyVerifier).Module.ModuleVersionId}"));
        foreach (var module in modules)
        {
            Add(Encoding.UTF8.GetBytes($"{module.Source.Name} {module.IsOwn}"));
            Add(module.Source.Content.Span);
        }

        policyBase.AddTo(hash);
        return hash.GetHashAndReset();

        // The length first, so that no two lists of parts are the same bytes.
        void Add(ReadOnlySpan<byte> part)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
    }

    // Whatever is wrong with the file, the answer can be had without it.
    private static ImmutableArray<VerificationFinding>? Read(string file, byte[] key)
    {
        try
        {
            return CacheEntry.Read(file) is { } kept && kept.First.AsSpan().SequenceEqual(key) ? JsonSerializer.Deserialize<ImmutableArray<VerificationFinding>>(kept.Second) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

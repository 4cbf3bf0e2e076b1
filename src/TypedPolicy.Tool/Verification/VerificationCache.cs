using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedPolicy.Caching;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Verification;

namespace TypedPolicy.Tool.Verification;

/// <summary>
/// The result of the last verification, by the content of all that it depends on: the modules, the base, and this program; and beside it the neverallow rules that the base
/// breaks, by the content of the base alone.
/// </summary>
internal static class VerificationCache
{
    private const string OfBase = ".base";

    /// <summary>The result: from the file where that is for the same content, and otherwise made and kept there.</summary>
    public static ImmutableArray<VerificationFinding> Get(string? file, IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase, Func<IReadOnlyCollection<BrokenAssertion>, (ImmutableArray<VerificationFinding> Findings, ImmutableArray<BrokenAssertion> Broken)> verify)
    {
        if (file is null)
        {
            return verify([]).Findings;
        }

        var key = Key(modules, policyBase);
        if (Read<VerificationFinding>(file, key) is { } kept)
        {
            return kept;
        }

        var (ofBase, baseKey) = (file + OfBase, Key([], policyBase));
        var known = Read<BrokenAssertion>(ofBase, baseKey) ?? [];
        var (findings, broken) = verify(known);
        CacheEntry.Write(file, key, JsonSerializer.SerializeToUtf8Bytes(findings));
        if (broken.Length > known.Length)
        {
            CacheEntry.Write(ofBase, baseKey, JsonSerializer.SerializeToUtf8Bytes(broken));
        }

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
    private static ImmutableArray<T>? Read<T>(string file, byte[] key)
    {
        try
        {
            return CacheEntry.Read(file) is { } kept && kept.First.AsSpan().SequenceEqual(key) ? JsonSerializer.Deserialize<ImmutableArray<T>>(kept.Second) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

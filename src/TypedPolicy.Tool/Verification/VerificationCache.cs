using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedPolicy.Files;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Verification;

namespace TypedPolicy.Tool.Verification;

/// <summary>The result of the last verification, by the content of all that it depends on: the modules, the base, and this program.</summary>
internal static class VerificationCache
{
    private const long MaxSource = 256 << 20;
    private const long MaxResult = 64 << 20;

    /// <summary>The result: from the file where that is for the same content, and otherwise made and kept there.</summary>
    public static ImmutableArray<VerificationFinding> Get(string? file, IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase, Func<ImmutableArray<VerificationFinding>> verify)
    {
        if (file is null)
        {
            return verify();
        }

        var key = Key(modules, policyBase);
        if (Read(file) is { } kept && kept.Key == key)
        {
            return kept.Findings;
        }

        var findings = verify();
        Write(file, new(key, findings));
        return findings;
    }

    private static string Key(IReadOnlyList<VerifiedModule> modules, PolicyBase policyBase)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Encoding.UTF8.GetBytes($"{typeof(VerificationCache).Module.ModuleVersionId} {typeof(PolicyVerifier).Module.ModuleVersionId}"));
        foreach (var module in modules)
        {
            Add(Encoding.UTF8.GetBytes($"{module.Source.Name} {module.IsOwn}"));
            Add(module.Source.Content.Span);
        }

        foreach (var (name, path) in policyBase.Files)
        {
            Add(Encoding.UTF8.GetBytes(name));
            Add(RegularFile.ReadAllBytes(path, MaxSource));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // The length first, so that no two lists of parts are the same bytes.
        void Add(ReadOnlySpan<byte> part)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
    }

    // Whatever is wrong with the file, the answer can be had without it.
    private static Kept? Read(string file)
    {
        try
        {
            return RegularFile.Is(file) ? JsonSerializer.Deserialize<Kept>(RegularFile.ReadAllBytes(file, MaxResult)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void Write(string file, Kept kept)
    {
        var temporary = $"{file}.{Environment.ProcessId}";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(kept));
        File.Move(temporary, file, overwrite: true);
    }

    private sealed record Kept(string Key, ImmutableArray<VerificationFinding> Findings);
}

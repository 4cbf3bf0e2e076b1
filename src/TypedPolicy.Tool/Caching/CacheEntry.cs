using System.Buffers.Binary;
using System.Security.Cryptography;
using TypedPolicy.Files;

namespace TypedPolicy.Caching;

/// <summary>Some bytes in a file of the cache, with their checksum: one that was cut off or damaged is as good as missing.</summary>
internal static class CacheEntry
{
    // Above a linked policy (KernelPolicy.MaxFileSize) with its file contexts.
    private const long MaxBytes = 128 << 20;

    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The parts of an entry; <see langword="null"/> if there is none, or it is not as it was written.</summary>
    public static (byte[] First, byte[] Second)? Read(string file)
    {
        try
        {
            var bytes = File.Exists(file) && FileOwner.IsOwn(file) ? RegularFile.ReadAllBytes(file, MaxBytes) : [];
            if (bytes.Length < HashLength + sizeof(int) || !SHA256.HashData(bytes.AsSpan(HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength)))
            {
                return null;
            }

            var content = bytes.AsSpan(HashLength);
            var length = BinaryPrimitives.ReadInt32LittleEndian(content);
            return (content.Slice(sizeof(int), length).ToArray(), content[(sizeof(int) + length)..].ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes an entry, whole or not at all. The cache is a help: where it cannot be written, nothing is lost.</summary>
    public static void Write(string file, byte[] first, byte[] second)
    {
        var temporary = $"{file}.{Environment.ProcessId}{CachePruning.Temporary}";
        try
        {
            var bytes = new byte[HashLength + sizeof(int) + first.Length + second.Length];
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HashLength), first.Length);
            first.CopyTo(bytes, HashLength + sizeof(int));
            second.CopyTo(bytes, HashLength + sizeof(int) + first.Length);
            SHA256.HashData(bytes.AsSpan(HashLength), bytes);
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next process prunes it.
        }
    }
}

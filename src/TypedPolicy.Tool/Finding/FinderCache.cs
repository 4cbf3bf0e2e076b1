using System.Runtime.InteropServices;
using System.Text;
using TypedPolicy.Caching;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Headers;

namespace TypedPolicy.Tool.Finding;

/// <summary>
/// Indexes of header trees, each in a file of the user's cache. A file is for the paths, sizes and times of everything that it was made from; it is written under another name
/// first, and one that is not as it was written is made anew.
/// </summary>
internal static class FinderCache
{
    /// <summary>How many indexes are kept. Each has some megabytes.</summary>
    public const int MaxKept = 8;

    private const string Extension = ".index";
    private const int HeadLength = sizeof(ulong);

    /// <summary>The index of a header tree.</summary>
    /// <param name="headers">The folder of the tree.</param>
    /// <param name="policyBase">The policy that the headers belong to, if there is one.</param>
    /// <param name="make">Makes the index.</param>
    /// <exception cref="IOException">There are no headers in the folder.</exception>
    public static FinderIndex Get(string headers, PolicyBase? policyBase, Func<FinderIndex> make)
    {
        if (UserCache.Folder("find") is not { } folder)
        {
            return make();
        }

        var file = Path.Combine(folder, $"{Key(headers, policyBase)}{Extension}");
        if (Read(file) is { } kept)
        {
            CachePruning.Touch(file);
            return kept;
        }

        var index = make();
        Write(folder, file, FinderIndexBytes.Write(index));
        return index;
    }

    private static string Key(string headers, PolicyBase? policyBase)
    {
        var text = new StringBuilder().Append(typeof(FinderCache).Module.ModuleVersionId).Append(typeof(FinderIndex).Module.ModuleVersionId);
        foreach (var header in HeaderFolder.Files(headers))
        {
            Add(header);
        }

        text.Append('\0').Append(policyBase);
        foreach (var (_, path) in policyBase?.Files ?? [])
        {
            Add(new FileInfo(path));
        }

        var bytes = MemoryMarshal.AsBytes(text.ToString().AsSpan());
        return $"{Hash(bytes, 1):x16}{Hash(bytes, 2):x16}";

        void Add(FileInfo file) => text.Append(file.FullName).Append('\0').Append(file.Length).Append(' ').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
    }

    /// <summary>Whatever is wrong with the file, the index can be made without it.</summary>
    private static FinderIndex? Read(string file)
    {
        try
        {
            var bytes = File.Exists(file) && FileOwner.IsOwn(file) ? File.ReadAllBytes(file) : [];
            return bytes.Length > HeadLength && BitConverter.ToUInt64(bytes) == Hash(bytes.AsSpan(HeadLength), 1) ? FinderIndexBytes.Read(bytes, HeadLength) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(string folder, string file, byte[] index)
    {
        var temporary = $"{file}.{Environment.ProcessId}{CachePruning.Temporary}";
        try
        {
            using (var stream = File.Create(temporary))
            {
                stream.Write(BitConverter.GetBytes(Hash(index, 1)));
                stream.Write(index);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The answer is there; the next question takes as long.
        }

        CachePruning.Prune(folder, name => name.EndsWith(Extension, StringComparison.Ordinal), MaxKept, TimeSpan.Zero);
    }

    /// <summary>A hash against damage, not against an enemy: anyone who may write the user's cache may do more. It takes eight bytes at a time, since a cold process runs it.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes, ulong seed)
    {
        const ulong Prime = 0x9E37_79B9_7F4A_7C15;
        var hash = (seed * Prime) ^ (ulong)bytes.Length;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            hash = (ulong.RotateLeft(hash, 29) ^ word) * Prime;
        }

        foreach (var last in bytes[(bytes.Length & ~7)..])
        {
            hash = (ulong.RotateLeft(hash, 29) ^ last) * Prime;
        }

        return hash ^ (hash >> 32);
    }
}

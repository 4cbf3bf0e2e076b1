using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.BZip2;

namespace TypedPolicy.Sepol.Linking;

/// <summary>What distributions pack their modules with.</summary>
internal static class Bzip2
{
    public static bool IsPacked(ReadOnlySpan<byte> content) => content is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..];

    /// <summary>Unpacks: a few kilobytes can unpack to gigabytes, and the largest module of any distribution has some megabytes.</summary>
    public static byte[] Unpack(string name, ReadOnlyMemory<byte> content, long maxBytes)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using var stream = new BZip2InputStream(new MemoryStream(content.ToArray(), writable: false));
            var block = new byte[1 << 16];
            while (stream.Read(block, 0, block.Length) is > 0 and var count)
            {
                if (unpacked.Length + count > maxBytes)
                {
                    throw new SepolException($"{name} unpacks to more than {PolicySource.MaxBytes >> 20} MB, with the files before it.");
                }

                unpacked.Write(block, 0, count);
            }

            return unpacked.ToArray();
        }
        catch (Exception e) when (e is SharpZipBaseException or IOException or IndexOutOfRangeException)
        {
            throw new SepolException($"{name} begins as bzip2 does, and is not: {e.Message}", e);
        }
    }
}

using System.Buffers.Binary;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>What a child hands to its parent: parts of bytes on standard output, so that no disk is needed, which may be full.</summary>
internal static class ChildAnswer
{
    /// <summary>Writes the parts, each behind its length.</summary>
    public static void Write(IEnumerable<byte[]> parts)
    {
        using var output = StandardStreams.OutputBytes();
        var length = new byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            output.Write(length);
            output.Write(part);
        }
    }

    /// <summary>The parts of an answer of a child that ended well.</summary>
    public static IEnumerable<byte[]> Read(ReadOnlyMemory<byte> answer)
    {
        while (!answer.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(answer.Span);
            yield return answer.Slice(sizeof(int), length).ToArray();
            answer = answer[(sizeof(int) + length)..];
        }
    }
}

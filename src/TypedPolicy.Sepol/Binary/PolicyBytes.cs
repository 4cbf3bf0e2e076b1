using System.Buffers.Binary;
using System.Text;

namespace TypedPolicy.Sepol.Binary;

/// <summary>The bytes of a kernel policy, read in order. Whatever they are, reading ends in a value or a <see cref="SepolException"/>.</summary>
internal ref struct PolicyBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _bytes.Length - _position;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>The number of elements that follow, each of at least some bytes: no more than can be there, so that an array of that many may be made.</summary>
    public int Count(int bytesOfOne)
    {
        var count = UInt32();
        return count <= (uint)(Left / bytesOfOne) ? (int)count : throw Broken($"{count} elements are announced, and only {Left} bytes follow");
    }

    /// <summary>A number that a table holds as a positive value up to some limit.</summary>
    public int Value(int limit, string what)
    {
        var value = UInt32();
        return value >= 1 && value <= (uint)limit ? (int)value : throw Broken($"{value} is not a valid {what}");
    }

    /// <summary>A text of a length that was read before.</summary>
    public string Text(uint length)
    {
        if (length > (uint)Left)
        {
            throw Broken($"a text of {length} bytes");
        }

        var text = Take((int)length);
        return text.Contains((byte)0) ? throw Broken("a text with a zero byte") : Encoding.UTF8.GetString(text);
    }

    /// <summary>The error for what is here.</summary>
    public readonly SepolException Broken(string what) => new($"The policy is damaged at byte {_position}: {what}.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Left)
        {
            throw new SepolException($"The policy ends after {_bytes.Length} bytes, in the middle.");
        }

        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }
}

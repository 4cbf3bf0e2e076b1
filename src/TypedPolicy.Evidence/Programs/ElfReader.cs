using System.Buffers.Binary;
using System.Text;

namespace TypedPolicy.Evidence.Programs;

/// <summary>
/// The functions that machine code takes from libraries, as <c>nm -D</c> lists them: the undefined names of the dynamic symbol table. Our own reader: the
/// libraries for ELF believe the sizes that a file names, and read all of it.
/// </summary>
internal sealed class ElfReader
{
    /// <summary>The most functions of a program.</summary>
    private const int MaxSymbols = 200_000;

    /// <summary>The most sections of a program.</summary>
    private const int MaxSections = 1_000;

    /// <summary>The longest name that is read.</summary>
    private const int MaxName = 1_024;

    private const uint DynamicSymbols = 11;

    private readonly Stream _stream;
    private readonly bool _is64;
    private readonly bool _isBigEndian;

    private ElfReader(Stream stream, bool is64, bool isBigEndian) => (_stream, _is64, _isBigEndian) = (stream, is64, isBigEndian);

    /// <summary>Adds them; false if the file is no readable ELF.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="facts">What is known of the program.</param>
    public static bool Read(Stream stream, string name, ProgramFacts facts)
    {
        Span<byte> start = stackalloc byte[16];
        stream.Position = 0;
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.StartsWith("\u007FELF"u8) || start[4] is not (1 or 2) || start[5] is not (1 or 2))
        {
            return false;
        }

        try
        {
            return new ElfReader(stream, start[4] == 2, start[5] == 2).Read(name, facts);
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    private bool Read(string name, ProgramFacts facts)
    {
        // e_shoff, e_shentsize, e_shnum; sh_type, sh_offset, sh_size, sh_link.
        var (headers, size, count) = _is64 ? (Number(40, 8), Number(58, 2), Number(60, 2)) : (Number(32, 4), Number(46, 2), Number(48, 2));
        if (count > MaxSections || size < (_is64 ? 64u : 40u))
        {
            return count == 0;
        }

        for (ulong i = 0; i < count; i++)
        {
            var at = headers + (i * size);
            if (Number(at + 4, 4) == DynamicSymbols)
            {
                var (offset, length, link) = Section(at);
                var (names, end, _) = link < count ? Section(headers + (link * size)) : default;
                Symbols(offset, length, names, end, name, facts);
                break;
            }
        }

        return true;
    }

    private (ulong Offset, ulong Length, ulong Link) Section(ulong at) =>
        _is64 ? (Number(at + 24, 8), Number(at + 32, 8), Number(at + 40, 4)) : (Number(at + 16, 4), Number(at + 20, 4), Number(at + 24, 4));

    private void Symbols(ulong offset, ulong length, ulong names, ulong namesLength, string file, ProgramFacts facts)
    {
        var size = _is64 ? 24u : 16u;
        for (ulong i = 0, count = Math.Min(length / size, MaxSymbols); i < count; i++)
        {
            var at = offset + (i * size);
            var name = Number(at, 4);
            if (Number(at + (_is64 ? 6u : 14u), 2) == 0 && name != 0 && name < namesLength && Name(names + name) is { Length: > 0 } text)
            {
                facts.Uses.TryAdd(text, file);
            }
        }
    }

    private string Name(ulong at)
    {
        Span<byte> bytes = stackalloc byte[MaxName];
        Seek(at);
        var read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = bytes[..read].IndexOf((byte)0);
        return end < 0 ? "" : Encoding.UTF8.GetString(bytes[..end]);
    }

    private ulong Number(ulong at, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        var number = bytes[..size];
        Seek(at);
        _stream.ReadExactly(number);
        return size switch
        {
            2 => _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(number) : BinaryPrimitives.ReadUInt16LittleEndian(number),
            4 => _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(number) : BinaryPrimitives.ReadUInt32LittleEndian(number),
            _ => _isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(number) : BinaryPrimitives.ReadUInt64LittleEndian(number),
        };
    }

    private void Seek(ulong at)
    {
        if (at >= (ulong)_stream.Length)
        {
            throw new EndOfStreamException();
        }

        _stream.Position = (long)at;
    }
}

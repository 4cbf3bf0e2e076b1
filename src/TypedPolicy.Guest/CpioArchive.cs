using System.Globalization;
using System.Text;

namespace TypedPolicy.Guest;

/// <summary>An archive in the form that the kernel unpacks into its first file system: cpio, "newc" (Documentation/driver-api/early-userspace/buffer-format.rst of Linux).</summary>
internal sealed class CpioArchive
{
    private const uint Directory = 0x41ed;
    private const uint RegularFile = 0x81a4;
    private const uint Program = 0x81ed;
    private const uint SymbolicLink = 0xa1ff;
    private readonly MemoryStream _bytes = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void AddDirectory(string path)
    {
        if (path.Length > 1 && _names.Add(path))
        {
            AddDirectory(Path.GetDirectoryName(path)!);
            Write(path, Directory, []);
        }
    }

    public void AddFile(string path, ReadOnlySpan<byte> content, bool program = false) => Add(path, program ? Program : RegularFile, content);

    public void AddSymbolicLink(string path, string target) => Add(path, SymbolicLink, Encoding.UTF8.GetBytes(target));

    public byte[] ToArray()
    {
        Write("/TRAILER!!!", 0, []);
        return _bytes.ToArray();
    }

    private void Add(string path, uint mode, ReadOnlySpan<byte> content)
    {
        if (_names.Add(path))
        {
            AddDirectory(Path.GetDirectoryName(path)!);
            Write(path, mode, content);
        }
    }

    private void Write(string path, uint mode, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(path[1..] + "\0");

        // inode, mode, owner, group, links, time, size, device (2), device that it stands for (2), size of the name, checksum
        uint[] fields = [(uint)_names.Count, mode, 0, 0, 1, 0, (uint)content.Length, 0, 0, 0, 0, (uint)name.Length, 0];
        _bytes.Write(Encoding.ASCII.GetBytes("070701" + string.Concat(fields.Select(f => f.ToString("x8", CultureInfo.InvariantCulture)))));
        _bytes.Write(name);
        Align();
        _bytes.Write(content);
        Align();
    }

    private void Align()
    {
        while (_bytes.Length % 4 != 0)
        {
            _bytes.WriteByte(0);
        }
    }
}

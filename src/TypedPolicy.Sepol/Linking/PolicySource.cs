using System.Buffers.Binary;
using TypedPolicy.Files;

namespace TypedPolicy.Sepol.Linking;

/// <summary>One file of policy: CIL, a policy package or a kernel policy; each may be packed by bzip2.</summary>
public sealed class PolicySource
{
    /// <summary>How many bytes the files that are linked together may have, unpacked. All of Debian's modules have some 20 MB.</summary>
    internal const long MaxBytes = 256 << 20;

    // SELINUX_MOD_PACKAGE, a package; SELINUX_MAGIC, a kernel policy
    private const uint PackageMagic = 0xf97cff8f;
    private const uint KernelMagic = 0xf97cff8c;

    /// <summary>A source of some bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="content">The bytes, packed or not.</param>
    /// <exception cref="SepolException">The content begins as bzip2 does, and is not.</exception>
    public PolicySource(string name, ReadOnlyMemory<byte> content)
        : this(name, content, MaxBytes)
    {
    }

    private PolicySource(string name, ReadOnlyMemory<byte> content, long maxBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Content = Bzip2.IsPacked(content.Span) ? Bzip2.Unpack(name, content, maxBytes) : content;
        var magic = Content.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(Content.Span);
        Kind = magic switch
        {
            PackageMagic => PolicySourceKind.Package,
            KernelMagic => PolicySourceKind.Kernel,
            _ => PolicySourceKind.Cil,
        };
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The bytes, unpacked.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>What it is written in.</summary>
    public PolicySourceKind Kind { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It is missing, not a regular file, or larger than <see cref="MaxBytes"/>.</exception>
    /// <exception cref="SepolException">It begins as bzip2 does, and is not, or unpacks to more.</exception>
    public static PolicySource FromFile(string path) => new(path, RegularFile.ReadAllBytes(path, MaxBytes));

    /// <summary>Reads files that are linked together: all of them have one limit.</summary>
    /// <param name="files">What messages call each, and its path.</param>
    /// <param name="left">How many bytes they may have together.</param>
    internal static IReadOnlyList<PolicySource> FromFiles(IEnumerable<(string Name, string Path)> files, long left)
    {
        var sources = new List<PolicySource>();
        foreach (var (name, path) in files)
        {
            var content = RegularFile.ReadAllBytes(path, MaxBytes);
            CheckLeft(left - content.Length, name);
            var source = new PolicySource(name, content, left);
            left -= source.Content.Length;
            sources.Add(source);
        }

        return sources;
    }

    /// <summary>Whether something is left of <see cref="MaxBytes"/>.</summary>
    /// <exception cref="SepolException">Nothing is.</exception>
    internal static void CheckLeft(long left, string name)
    {
        if (left < 0)
        {
            throw new SepolException($"The policy has more than {MaxBytes >> 20} MB with '{name}', all files together.");
        }
    }
}

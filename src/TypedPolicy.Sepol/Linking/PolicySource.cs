using System.Buffers.Binary;

namespace TypedPolicy.Sepol.Linking;

/// <summary>One file of policy: CIL, a policy package or a kernel policy; each may be packed by bzip2.</summary>
public sealed class PolicySource
{
    // SELINUX_MOD_PACKAGE, a package; SELINUX_MAGIC, a kernel policy
    private const uint PackageMagic = 0xf97cff8f;
    private const uint KernelMagic = 0xf97cff8c;

    /// <summary>A source of some bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="content">The bytes, packed or not.</param>
    /// <exception cref="SepolException">The content begins as bzip2 does, and is not.</exception>
    public PolicySource(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Content = Bzip2.IsPacked(content.Span) ? Bzip2.Unpack(name, content) : content;
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
    public static PolicySource FromFile(string path) => new(path, File.ReadAllBytes(path));
}

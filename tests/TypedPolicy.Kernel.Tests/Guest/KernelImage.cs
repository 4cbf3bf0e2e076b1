namespace TypedPolicy.Testing.Kernel;

/// <summary>A Linux kernel to boot: Debian's for virtual machines, which has SELinux and needs no module here.</summary>
public sealed class KernelImage
{
    private KernelImage(string path) => Path = path;

    /// <summary>The compressed kernel.</summary>
    public string Path { get; }

    /// <summary>The newest kernel in a folder: <c>vmlinuz-*</c>, as a package of Debian's has it in /boot.</summary>
    /// <exception cref="GuestException">There is no kernel in the folder.</exception>
    public static KernelImage Newest(string folder)
    {
        var kernels = Directory.Exists(folder) ? Directory.GetFiles(folder, "vmlinuz-*") : [];
        return kernels.Length > 0
            ? new(kernels.OrderBy(File.GetLastWriteTimeUtc).ThenBy(k => k, StringComparer.Ordinal).Last())
            : throw new GuestException($"{folder} has no kernel. './test' fetches Debian's; by hand: unpack the package that linux-image-cloud-amd64 depends on, and put its boot/vmlinuz-* there.");
    }
}

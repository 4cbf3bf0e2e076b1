namespace TypedPolicy.Guest;

/// <summary>A Linux kernel to boot. Those of distributions have SELinux, and no module is needed here.</summary>
public sealed class KernelImage
{
    /// <summary>The environment variable that names a kernel, or a folder of them.</summary>
    public const string Variable = "TYPEDPOLICY_KERNEL";

    /// <summary>The setting of a project that does: <c>TypedPolicyKernel</c>, which its build hands over.</summary>
    public const string Setting = "TypedPolicyKernel";

    private const string Boot = "/boot";

    private KernelImage(string path) => Path = path;

    /// <summary>The compressed kernel.</summary>
    public string Path { get; }

    /// <summary>The kernel of the environment variable, of the project's setting, or the newest in /boot.</summary>
    /// <exception cref="GuestException">There is none that can be read.</exception>
    public static KernelImage Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : AppContext.GetData(Setting) as string;
        return named is { Length: > 0 } ? File.Exists(named) ? new(named) : Newest(named) : Newest(Boot);
    }

    /// <summary>A kernel by its path.</summary>
    public static KernelImage Of(string path) => new(path);

    /// <summary>The newest kernel in a folder: <c>vmlinuz-*</c>, as packages of distributions have it in /boot.</summary>
    /// <exception cref="GuestException">There is no kernel in the folder that can be read.</exception>
    public static KernelImage Newest(string folder)
    {
        var kernels = Directory.Exists(folder) ? Directory.GetFiles(folder, "vmlinuz-*").Where(k => !k.Contains("-rescue-", StringComparison.Ordinal)).ToArray() : [];
        var found = kernels.Where(CanRead).OrderBy(File.GetLastWriteTimeUtc).ThenBy(k => k, StringComparer.Ordinal).LastOrDefault();
        return found is not null ? new(found)
            : kernels.Length > 0 ? throw new GuestException($"{kernels[0]} cannot be read by this user. Name a copy that can: {Variable}=PATH, or <{Setting}>PATH</{Setting}> in the project.")
            : throw new GuestException($"{folder} has no kernel. Install one (apt-get install linux-image-cloud-amd64), or unpack such a package and name its boot/vmlinuz-*: {Variable}=PATH, or <{Setting}>PATH</{Setting}> in the project.");
    }

    private static bool CanRead(string path)
    {
        try
        {
            using (File.OpenRead(path))
            {
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

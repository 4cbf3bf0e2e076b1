using TypedPolicy.Tool.Installing;

namespace TypedPolicy.Tool.Packaging;

/// <summary>An archive with an installer, for systems of which nothing more is known than that they have a POSIX shell and SELinux's tools.</summary>
internal static class TarPackage
{
    private const string Arguments = """
        root='' action=install
        usage() { echo "usage: $0 [install|remove] [--root FOLDER] [--store NAME] [--priority NUMBER]" >&2; exit 2; }
        while [ "$#" -gt 0 ]; do
            case "$1" in
                install | remove) action=$1; shift; continue ;;
                --root | --store | --priority) if [ -z "${2:-}" ]; then usage; fi ;;
                *) usage ;;
            esac
            case "$1" in
                --root) root=$(cd "$2" && pwd) || exit 2; [ "$root" != / ] || root='' ;;
                --store) store=$2 ;;
                --priority) priority=$2 ;;
            esac
            shift 2
        done
        """;

    private const string Action = """
        if ! has_store; then
            echo "There is no policy store $root/var/lib/selinux/$store, or no semodule. Name another with --store." >&2
            exit 4
        fi
        if [ "$action" = install ]; then
            install_modules "$(cd "$(dirname "$0")" && pwd)"
        else
            remove_modules
        fi
        """;

    /// <summary>The file's name.</summary>
    public static string FileName(PackageFacts package) => $"{Folder(package)}.tar.gz";

    /// <summary>The file.</summary>
    public static byte[] Write(PackageFacts package)
    {
        var files = package.Modules.ToDictionary(m => $"{Folder(package)}/{ChosenModules.NameOf(m)}.cil", m => new PackedFile(m.Content.ToArray()), StringComparer.Ordinal);
        files.Add($"{Folder(package)}/install.sh", PackedFile.Text(PackageScript.Write(package, $"Installs the policy {package.Name} {package.Version}: sh install.sh; removes it: sh install.sh remove", Arguments, Action), isProgram: true));
        return TarFile.Gzip(files);
    }

    private static string Folder(PackageFacts package) => $"{package.Name}-{package.Version}";
}

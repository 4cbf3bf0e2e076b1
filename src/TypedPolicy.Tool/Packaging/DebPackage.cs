using System.Globalization;
using System.Text;
using TypedPolicy.Model.Languages;
using TypedPolicy.Tool.Installing;

namespace TypedPolicy.Tool.Packaging;

/// <summary>
/// A package of dpkg. Its scripts do nothing where the system has no such policy yet: a trigger on the folder of the distribution's modules has them run again when it comes. Without a kernel
/// that enforces the policy, as in a chroot, modules are installed and files are not labelled.
/// </summary>
internal static class DebPackage
{
    /// <summary>The file's name.</summary>
    public static string FileName(PackageFacts package) => $"{package.Name}_{package.Version}_all.deb";

    /// <summary>The file.</summary>
    public static byte[] Write(PackageFacts package)
    {
        var data = package.Modules.ToDictionary(m => $"{package.Folder}/{ChosenModules.NameOf(m)}.cil", m => new PackedFile(m.Content.ToArray()), StringComparer.Ordinal);
        var documents = $"usr/share/doc/{package.Name}";
        data.Add($"{documents}/copyright", PackedFile.Text(Copyright(package)));
        data.Add($"{documents}/changelog.gz", new(Gzip(Changelog(package))));
        var control = new Dictionary<string, PackedFile>(StringComparer.Ordinal)
        {
            ["control"] = PackedFile.Text(Control(package, data.Values.Sum(f => (f.Content.Length + 1023L) / 1024))),
            ["md5sums"] = PackedFile.Text(string.Concat(data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{Sum(d.Value.Content)}  {d.Key}\n"))),
            ["triggers"] = PackedFile.Text($"interest-noawait /usr/share/selinux/{package.Store}\n"),
            ["postinst"] = PackedFile.Text(Script(package, "Installs the modules.", $"case \"$1\" in\n    configure | triggered) install_modules \"$root/{package.Folder}\" ;;\nesac"), isProgram: true),
            ["prerm"] = PackedFile.Text(Script(package, "Removes the modules.", "case \"$1\" in\n    remove) remove_modules ;;\nesac"), isProgram: true),
        };
        return ArFile.Write(("debian-binary", "2.0\n"u8.ToArray()), ("control.tar.gz", TarFile.Gzip(control, "./")), ("data.tar.gz", TarFile.Gzip(data, "./")));
    }

    // dpkg --force-script-chrootless runs the scripts outside of the root and names it so (dpkg(1)).
    private static string Script(PackageFacts package, string purpose, string action) => PackageScript.Write(package, $"{package.Name}: {purpose}", "root=${DPKG_ROOT:-}", action);

    private static string Control(PackageFacts package, long kilobytes) => new StringBuilder()
        .Append("Package: ").Append(ControlText.Line(package.Name)).Append('\n')
        .Append("Version: ").Append(ControlText.Line(package.Version)).Append('\n')
        .Append("Architecture: all\n")
        .Append("Maintainer: ").Append(ControlText.Line(package.Maintainer)).Append('\n')
        .Append(CultureInfo.InvariantCulture, $"Installed-Size: {Math.Max(1, kilobytes)}\n")
        .Append("Depends: ").AppendJoin(", ", new[] { "policycoreutils", "selinux-utils" }.Concat(package.Needs)).Append('\n')
        .Append(CultureInfo.InvariantCulture, $"Recommends: selinux-policy-{package.Store}\n")
        .Append("Section: admin\nPriority: optional\n")
        .Append(package.Homepage.Length == 0 ? "" : $"Homepage: {ControlText.Line(package.Homepage)}\n")
        .Append("Description: ").Append(ControlText.Line(package.Summary)).Append('\n')
        .Append(ControlText.Description(package.Description)).Append('\n').ToString();

    private static string Copyright(PackageFacts package) =>
        $"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: {ControlText.Line(package.Name)}\n\nFiles: *\nCopyright: {ControlText.Line(package.Copyright)}\nLicense: {ControlText.Line(package.License)}\n";

    private static string Changelog(PackageFacts package) =>
        $"{package.Name} ({package.Version}) unstable; urgency=medium\n\n  * Policy modules: {string.Join(", ", package.ModuleNames)}.\n\n -- {ControlText.Line(package.Maintainer)}  {PackageFacts.Time.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\n";

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    // dpkg --verify knows no other; it guards against nobody.
#pragma warning disable CA5351
    private static string Sum(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(content));
#pragma warning restore CA5351
}

using System.Globalization;
using System.Text;
using TypedPolicy.Model.Languages;
using TypedPolicy.Tool.Installing;

namespace TypedPolicy.Tool.Packaging;

/// <summary>
/// A package of RPM as Fedora's guideline for independent policy has it: the macros of selinux-policy-devel install modules at priority 200 and label, in <c>%posttrans</c>, what changed.
/// The source files are a spec, the modules, and macros of the same names for machines that build packages and have none.
/// </summary>
internal static class RpmPackage
{
    private const string Macros = "macros.selinux";

    /// <summary>The name of the spec.</summary>
    public static string SpecName(PackageFacts package) => $"{package.Name}.spec";

    /// <summary>The spec and its sources, by their names.</summary>
    public static IReadOnlyDictionary<string, PackedFile> Sources(PackageFacts package)
    {
        var files = package.Modules.ToDictionary(m => $"{ChosenModules.NameOf(m)}.cil", m => new PackedFile(m.Content.ToArray()), StringComparer.Ordinal);
        files.Add(SpecName(package), PackedFile.Text(Spec(package)));
        files.Add(Macros, PackedFile.Text(Resource()));
        return files;
    }

    /// <summary>Has rpmbuild make the package of the sources in a folder; why that failed, or null.</summary>
    /// <param name="package">The package.</param>
    /// <param name="sources">The folder of the spec and its sources.</param>
    /// <param name="output">Where the package goes.</param>
    /// <param name="top">A folder for what rpmbuild makes meanwhile.</param>
    public static ToolOutcome Build(PackageFacts package, string sources, string output, string top) => SystemTool.Run(SystemTool.Find("rpmbuild")!,
    [
        // A machine of another distribution has none of what the spec asks for; nothing of it is run to build the package.
        "-bb", "--nodeps", "--target", "noarch",
        .. Definitions(sources, output, top).SelectMany(d => new[] { "--define", d }),
        Path.Combine(sources, SpecName(package)),
    ]);

    // A value is a macro's body: a path may have a sign in it that begins one.
    private static IEnumerable<string> Definitions(string sources, string output, string top) =>
    [
        $"_topdir {SpecText.Line(top)}", $"_sourcedir {SpecText.Line(sources)}", $"_rpmdir {SpecText.Line(output)}", "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
        "_buildhost reproducible", "use_source_date_epoch_as_buildtime 1", "source_date_epoch_from_changelog 1", "clamp_mtime_to_source_date_epoch 1", "_binary_payload w6.gzdio",
        "_datadir /usr/share", "_sharedstatedir /var/lib",
    ];

    private static string Spec(PackageFacts package)
    {
        var store = package.Store;
        var folder = $"%{{_datadir}}/selinux/packages/{store}";
        var text = new StringBuilder();
        Lines(
            $"# Made by TypedPolicy. Fedora's guideline for independent policy: https://fedoraproject.org/wiki/SELinux/IndependentPolicy",
            "",
            $"Name: {SpecText.Line(package.Name)}",
            $"Version: {SpecText.Line(package.Version)}",
            "Release: 1%{?dist}",
            $"Summary: {SpecText.Line(package.Summary)}",
            $"License: {SpecText.Line(package.License)}");
        if (package.Homepage.Length > 0)
        {
            Lines($"URL: {SpecText.Word(package.Homepage)}");
        }

        var number = 0;
        foreach (var module in package.ModuleNames)
        {
            Lines(string.Create(CultureInfo.InvariantCulture, $"Source{number++}: {module}.cil"));
        }

        Lines(
            string.Create(CultureInfo.InvariantCulture, $"Source{number}: {Macros}"),
            "BuildArch: noarch",
            string.Create(CultureInfo.InvariantCulture, $"%{{!?selinux_relabel_pre:%{{load:%{{SOURCE{number}}}}}}}"),
            "%{?selinux_requires}");
        foreach (var need in package.Needs)
        {
            Lines($"Requires: {SpecText.Line(need)}", $"Requires(post): {SpecText.Line(need)}");
        }

        Lines("", "%description");
        foreach (var line in PlainText.Lines(package.Description).Split('\n'))
        {
            Lines(SpecText.Paragraph(line));
        }

        var files = string.Join(' ', package.ModuleNames.Select(m => $"{folder}/{m}.cil"));
        Lines(
            "",
            "%prep",
            "",
            "%build",
            "",
            "%install",
            $"install -d -m 0755 %{{buildroot}}{folder}");
        Lines([.. package.ModuleNames.Select((m, i) => string.Create(CultureInfo.InvariantCulture, $"install -p -m 0644 %{{SOURCE{i}}} %{{buildroot}}{folder}/{m}.cil"))]);
        Lines(
            "",
            "%pre",
            $"%selinux_relabel_pre -s {store}",
            "",
            "%post",
            $"%selinux_modules_install -s {store} -p {PackageFacts.Priority} {files}",
            "",
            "%postun",
            "if [ $1 -eq 0 ]; then",
            $"%selinux_modules_uninstall -s {store} -p {PackageFacts.Priority} {string.Join(' ', package.ModuleNames.Reverse())}",
            $"%selinux_relabel_post -s {store}",
            "fi",
            "",
            "%posttrans",
            $"%selinux_relabel_post -s {store}",
            "",
            "%files");
        Lines([.. package.ModuleNames.Select(m => $"{folder}/{m}.cil")]);
        Lines([.. package.ModuleNames.Select(m => $"%ghost %verify(not mode mtime) %dir %attr(0700, root, root) %{{_sharedstatedir}}/selinux/{store}/active/modules/{PackageFacts.Priority}/{m}")]);
        Lines(
            "",
            "%changelog",
            $"* {PackageFacts.Time.ToString("ddd MMM dd yyyy", CultureInfo.InvariantCulture)} {SpecText.Line(package.Maintainer)} - {SpecText.Line(package.Version)}-1",
            $"- Policy modules: {string.Join(", ", package.ModuleNames)}.");
        return text.ToString();

        void Lines(params string[] lines) => Array.ForEach(lines, line => text.Append(line).Append('\n'));
    }

    private static string Resource()
    {
        using var reader = new StreamReader(typeof(RpmPackage).Assembly.GetManifestResourceStream(Macros)!);
        return reader.ReadToEnd();
    }
}

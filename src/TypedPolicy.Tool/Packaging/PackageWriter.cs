using TypedPolicy.Caching;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Packaging;

/// <summary>Writes the packages of a policy into a folder.</summary>
internal static class PackageWriter
{
    /// <summary>Writes those of some kinds, as far as the target has package managers of that kind.</summary>
    /// <param name="package">The package.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="notes">What was not made, and why.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(PackageFacts package, PackageKinds kinds, string folder, ICollection<string> notes)
    {
        var written = new List<string>();
        if (kinds.HasFlag(PackageKinds.Tar))
        {
            Add(TarPackage.FileName(package), TarPackage.Write(package));
        }

        if (kinds.HasFlag(PackageKinds.Deb) && package.IsForDpkg)
        {
            Add(DebPackage.FileName(package), DebPackage.Write(package));
        }

        if (kinds.HasFlag(PackageKinds.Rpm) && package.IsForRpm)
        {
            var sources = Path.Combine(folder, "rpm");
            foreach (var (name, file) in RpmPackage.Sources(package).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Add(Path.Combine("rpm", name), file.Content);
            }

            if (SystemTool.Find("rpmbuild") is null)
            {
                notes.Add($"rpmbuild is missing, so '{sources}' has what an RPM is built from: rpmbuild -bb --define '_sourcedir {sources}' {RpmPackage.SpecName(package)}.");
            }
            else
            {
                Build(sources);
            }
        }

        return written;

        void Add(string name, byte[] content)
        {
            var path = Path.Combine(folder, name);
            OutputFile.Write(path, stream => stream.Write(content));
            written.Add(path);
        }

        void Build(string sources)
        {
            using var top = TemporaryFolder.Create();
            var output = top.At("RPMS");

            // rpmbuild gives paths to a shell, and reads macros in them: those of a temporary folder have neither.
            var copied = Directory.CreateDirectory(top.At("SOURCES")).FullName;
            foreach (var name in RpmPackage.Sources(package).Keys)
            {
                File.Copy(Path.Combine(sources, name), Path.Combine(copied, name));
            }

            var run = RpmPackage.Build(package, copied, output, top.Path);
            var made = Directory.Exists(output) ? Directory.GetFiles(output, "*.rpm") : [];
            if (run.Code != 0 || made.Length == 0)
            {
                throw new IOException($"rpmbuild did not build '{Path.Combine(sources, RpmPackage.SpecName(package))}': {string.Join(' ', run.Lines.TakeLast(3))}");
            }

            Array.ForEach(made, m => Add(Path.GetFileName(m), File.ReadAllBytes(m)));
        }
    }
}

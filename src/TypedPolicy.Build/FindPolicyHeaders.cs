using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TypedPolicy.Caching;
using TypedPolicy.Files;
using TypedPolicy.Targets;

namespace TypedPolicy.Build;

/// <summary>
/// Finds the bindings of a base policy in the cache: by the content of its headers, of the command that reads them, and of what they are compiled
/// against. What is there is whole: both the sources and the assembly come by renaming.
/// </summary>
public sealed class FindPolicyHeaders : Microsoft.Build.Utilities.Task
{
    private const int MaxHeaders = 5_000;
    private const int MaxEntries = 50_000;
    private const long MaxHeader = 64 << 20;

    /// <summary>The folders of headers; one.</summary>
    [Required]
    public ITaskItem[] PolicyHeaders { get; set; } = [];

    /// <summary>What a base is called that has no metadata <c>Name</c>.</summary>
    [Required]
    public string DefaultName { get; set; } = "";

    /// <summary>The assembly of the command.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>What the bindings are compiled against: the framework's assemblies and the library's.</summary>
    [Required]
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The cache; nothing for the user's.</summary>
    public string? CacheDirectory { get; set; }

    /// <summary>The cache of a user who has none.</summary>
    [Required]
    public string FallbackDirectory { get; set; } = "";

    /// <summary>Bindings that lie beside the projects that the project references.</summary>
    public ITaskItem[] BindingsOfProjects { get; set; } = [];

    /// <summary>Whether this is a build. An editor's reports nothing about headers of the machine.</summary>
    public bool IsBuild { get; set; }

    /// <summary>The project, whose error it is.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Whether nobody named the headers: they are those of the machine, and a project does without them where they cannot be used.</summary>
    [Output]
    public bool IsOfMachine { get; set; }

    /// <summary>The folder of the headers.</summary>
    [Output]
    public string Headers { get; set; } = "";

    /// <summary>The root of the installed policy, where the project names one.</summary>
    [Output]
    public string Installed { get; set; } = "";

    /// <summary>What m4 is told beside what the headers' own Makefile tells it, sorted.</summary>
    [Output]
    public string[] Definitions { get; set; } = [];

    /// <summary>What the base is called.</summary>
    [Output]
    public string Name { get; set; } = "";

    /// <summary>The folder that the sources are in, or belong in.</summary>
    [Output]
    public string SourceFolder { get; set; } = "";

    /// <summary>The path of the index, whether it is there or not.</summary>
    [Output]
    public string Index { get; set; } = "";

    /// <summary>The path of the assembly, whether it is there or not.</summary>
    [Output]
    public string Assembly { get; set; } = "";

    /// <summary>Where to make the assembly, so that <see cref="KeepBindings"/> can put it in its place.</summary>
    [Output]
    public string PartialAssembly { get; set; } = "";

    /// <summary>The references that matter: one of each, the library among them.</summary>
    [Output]
    public ITaskItem[] CompileReferences { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        IsOfMachine = PolicyHeaders.All(h => h.GetMetadata("IsOfMachine") == "true");
        var isFound = Find();
        if (IsOfMachine && (!isFound || HasOthers()))
        {
            (SourceFolder, Index, Assembly, PartialAssembly) = ("", "", "", "");
        }

        return isFound || IsOfMachine;
    }

    /// <summary>Whether a project that is referenced has bindings of this name that are others: those that it made of the same headers are in the cache.</summary>
    private bool HasOthers() => BindingsOfProjects.Select(b => b.ItemSpec).Any(b => Path.GetFileName(b) == Path.GetFileName(Assembly) && !IsSame(b));

    private bool IsSame(string bindings)
    {
        try
        {
            return File.Exists(Assembly) && new FileInfo(Assembly).Length == new FileInfo(bindings).Length && File.ReadAllBytes(Assembly).SequenceEqual(File.ReadAllBytes(bindings));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool Find()
    {
        if (PolicyHeaders.Length != 1)
        {
            return Refuse($"A project can have only one PolicyHeaders item, because the bindings of two bases would have the same names. Remove all but one of {string.Join(", ", PolicyHeaders.Select(b => b.ItemSpec))}.");
        }

        Headers = PolicyHeaders[0].GetMetadata("FullPath");
        Name = PolicyHeaders[0].GetMetadata("Name") is { Length: > 0 } name ? name : DefaultName;
        Installed = PolicyHeaders[0].GetMetadata("Installed");
        Definitions = HeaderDefinitions.Parse(PolicyHeaders[0].GetMetadata("Define"));
        if (Definitions.FirstOrDefault(d => !HeaderDefinitions.IsDefinition(d)) is { } wrong)
        {
            Log.Error(ErrorIds.UnknownSetting, $"Invalid value '{wrong}' for Define of PolicyHeaders. Write NAME or NAME=VALUE, several with ';' between them: a name has letters, digits and '_', and does not begin with a digit.", ProjectFile);
            return false;
        }

        if (!Name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_') || Name.Length is 0 or > 64)
        {
            return Refuse($"'{Name}' cannot name a base. A name has letters, digits, '-' and '_'.");
        }

        if (!Directory.Exists(Headers))
        {
            return Refuse($"There are no headers in '{Headers}'.{NearPath.Proposal(Headers)} Install selinux-policy-dev (Debian) or selinux-policy-devel (Fedora, Enterprise Linux), or reference a package that 'typedpolicy import --pack' made on a machine that has them.");
        }

        if (!File.Exists(Tool))
        {
            return Refuse($"'{Tool}' is missing. Restore the TypedPolicy package again.");
        }

        try
        {
            CompileReferences = [.. References.Where(r => File.Exists(r.ItemSpec)).GroupBy(r => r.ItemSpec, StringComparer.Ordinal).Select(g => g.First())];
            if (Cache() is not { } cache)
            {
                return false;
            }

            SourceFolder = Path.Combine(cache, $"{Name}-{Key(HeaderFiles().Concat(ToolFiles()), InstalledFiles(), Definitions)}");
            Index = Path.Combine(SourceFolder, $"{Name}.sepolidx");
            Assembly = Path.Combine(SourceFolder, Key([], CompileReferences.Select(r => r.ItemSpec).OrderBy(r => r, StringComparer.Ordinal)), $"TypedPolicy.Base.{Name}.dll");
            PartialAssembly = Path.Combine($"{Path.GetDirectoryName(Assembly)}.{Guid.NewGuid():N}.partial", Path.GetFileName(Assembly));
            CachePruning.Touch(SourceFolder);
            CachePruning.Touch(Path.GetDirectoryName(Assembly)!);
            return IsTrusted(SourceFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }
    }

    private bool Refuse(string why)
    {
        if (IsOfMachine)
        {
            Log.Message(IsBuild ? MessageImportance.High : MessageImportance.Low, $"The headers installed in {Headers} are left out: {why}");
        }
        else
        {
            Log.Error(ErrorIds.HeadersNotReadable, why, ProjectFile);
        }

        return false;
    }

    private List<string> HeaderFiles()
    {
        var files = RegularFile.Below(Headers, MaxEntries).Select(f => f.FullName)
            .Where(f => f.EndsWith(".if", StringComparison.Ordinal) || f.EndsWith(".spt", StringComparison.Ordinal) || Path.GetFileName(f) is "build.conf" or "Makefile")
            .Take(MaxHeaders + 1)
            .OrderBy(f => f, StringComparer.Ordinal)
            .ToList();
        return files.Count is > 0 and <= MaxHeaders ? files : throw new IOException(files.Count == 0 ? $"'{Headers}' holds no headers (*.if, *.spt)." : $"'{Headers}' holds more than {MaxHeaders} headers.");
    }

    /// <summary>The parts of the command that make the bindings.</summary>
    private IEnumerable<string> ToolFiles() =>
        new[] { Path.GetFileName(Tool), "TypedPolicy.Conversion.dll", "TypedPolicy.Model.dll", "TypedPolicy.Refpolicy.dll", "TypedPolicy.Sepol.dll" }.Select(f => Path.Combine(Path.GetDirectoryName(Tool)!, f)).Where(File.Exists);

    /// <summary>The files of installed policies, which the index comes from. Only where the command would look: for the headers of this machine, or where the project asks for it.</summary>
    private IEnumerable<string> InstalledFiles() =>
        Headers.TrimEnd('/') != BaseIdentity.Headers && Installed.Length == 0
            ? []
            : Listed(Installed.Length > 0 ? Installed : "/etc/selinux", _ => true).Concat(Listed("/usr/share/selinux", n => n.Contains(".pp"))).Concat(Listed("/var/lib/selinux", n => n == "cil"));

    private static IEnumerable<string> Listed(string folder, Func<string, bool> matches)
    {
        try
        {
            return Directory.Exists(folder) ? [.. RegularFile.Below(folder, MaxEntries).Where(f => matches(f.Name)).Select(f => f.FullName).OrderBy(f => f, StringComparer.Ordinal)] : [];
        }
        catch (UnauthorizedAccessException)
        {
            // A store is for root alone; the command does not read it either.
            return [];
        }
    }

    /// <summary>A key of files: of some by their content and their names below the headers, of other files by their paths, sizes and times; and of what m4 is told.</summary>
    private string Key(IEnumerable<string> byContent, IEnumerable<string> byTime, params string[] definitions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var definition in definitions)
        {
            Add($"{definition}\n");
        }

        foreach (var file in byContent)
        {
            var content = RegularFile.ReadAllBytes(file, MaxHeader);
            Add($"{(file.StartsWith(Headers, StringComparison.Ordinal) ? file.Substring(Headers.Length) : Path.GetFileName(file))}\n{content.Length}\n");
            hash.AppendData(content);
        }

        foreach (var file in byTime.Select(f => new FileInfo(f)))
        {
            Add($"{file.FullName}\n{file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        return string.Concat(hash.GetHashAndReset().Take(8).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

        void Add(FormattableString text) => hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));
    }

    // Never a folder that others can write to: what lies in the cache is compiled and loaded.
    private string? Cache()
    {
        if (!string.IsNullOrEmpty(CacheDirectory))
        {
            var folder = Path.GetFullPath(CacheDirectory);
            FileOwner.CreateFolder(folder);
            return FileOwner.Problem(folder) is not { } problem
                ? folder
                : Refused($"'{folder}' cannot be the cache of bindings, since {problem}, and what lies there becomes part of the policy. Set TypedPolicyBaseCache to a folder of your own, or remove the permission: chmod go-w.");
        }

        if (UserCache.Folder("base") is { } own)
        {
            return own;
        }

        Log.Message(MessageImportance.High, $"The bindings are kept in {FallbackDirectory}: the user has no cache, or none that only this user can write to ({UserCache.Root ?? "no home"}).");
        return Path.GetFullPath(FallbackDirectory);
    }

    private string? Refused(string why)
    {
        Refuse(why);
        return null;
    }

    // An entry comes by renaming a folder that is this user's alone. One that is not so was put there by somebody else.
    private bool IsTrusted(string entry) => !Directory.Exists(entry) || FileOwner.ProblemOfAll(entry) is not { } problem
        || Refuse($"'{entry}' in the cache of bindings cannot be used: {problem}. What lies there becomes part of the policy. Delete it.");
}

using System.CommandLine;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Sources;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Packaging;

/// <summary>What a command line says of packages. The build names most of it by the project's properties.</summary>
internal sealed class PackageOptions
{
    private static readonly string[] AllKinds = ["deb", "rpm", "tar"];

    private readonly Option<string?> _project = new("--project") { Description = "The project whose build to pack: its name, file or folder (default: the one in the current folder, or the only one below it).", HelpName = "PROJECT" };
    private readonly Option<string?> _configuration = new("--configuration", "-c") { Description = "The configuration whose build to pack (default: the one that was built last).", HelpName = "CONFIGURATION" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The folder that the packages go to; with several targets, a folder in it for each (default: package beside the policy).", HelpName = "FOLDER" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of the package (default: that of the module, or of the project where there are several modules, with -selinux).", HelpName = "NAME" };
    private readonly Option<string?> _version = new("--version") { Description = "The version of the package (default: that of the first module).", HelpName = "VERSION" };
    private readonly Option<string?> _summary = new("--summary") { Description = "What it is, on one line.", HelpName = "TEXT" };
    private readonly Option<string?> _description = new("--description") { Description = "What it is, in a paragraph.", HelpName = "TEXT" };
    private readonly Option<string?> _maintainer = new("--maintainer") { Description = "A name and an address: 'Jane Doe <jane@example.org>'.", HelpName = "NAME" };
    private readonly Option<string?> _copyright = new("--copyright") { Description = "Years and holder of the copyright: '2026 Jane Doe'.", HelpName = "TEXT" };
    private readonly Option<string?> _license = new("--license") { Description = "The licence, as SPDX has it.", HelpName = "LICENCE" };
    private readonly Option<string?> _homepage = new("--homepage") { Description = "Where more is to be read.", HelpName = "ADDRESS" };
    private readonly Option<string?> _kinds = new("--kinds") { Description = "The kinds of packages: deb, rpm, tar; several with commas (default: all that the targets have).", HelpName = "KINDS" };

    public PackageOptions() => _kinds.Validators.Add(result =>
    {
        foreach (var word in Words(result.Tokens is [var token] ? token.Value : "").Where(w => !AllKinds.Contains(w)))
        {
            result.AddError($"'{word}' is not a kind of package.{(Similar.To(word, AllKinds) is { } near ? $" Did you mean '{near}'?" : "")} Write one of {string.Join(", ", AllKinds)}.");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _project, _configuration, _output, _kinds, _name, _version, _summary, _description, _maintainer, _copyright, _license, _homepage })
        {
            command.Add(option);
        }
    }

    /// <summary>The kinds.</summary>
    public PackageKinds Kinds(ParseResult parsed) =>
        Words(parsed.GetValue(_kinds) ?? string.Join(',', AllKinds)).Select(w => Enum.Parse<PackageKinds>(w, ignoreCase: true)).Aggregate(PackageKinds.None, (all, kind) => all | kind);

    /// <summary>The packages, one for each target of the build, and the folder of each.</summary>
    /// <exception cref="SepolException">There is no build.</exception>
    public IEnumerable<(PackageFacts Package, string Folder)> Packages(ParseResult parsed)
    {
        var (project, configuration) = (parsed.GetValue(_project), parsed.GetValue(_configuration));
        var first = BuiltPolicy.Find(Directory.GetCurrentDirectory(), project, configuration, null, firstTarget: true);
        var targets = first.Record.Targets.Select(Target.TryGet).OfType<Target>().ToList();
        foreach (var target in targets)
        {
            var build = BuiltPolicy.Find(Directory.GetCurrentDirectory(), project, configuration, target);
            var folder = parsed.GetValue(_output) is { } output ? Path.GetFullPath(output) : Path.Combine(Path.GetDirectoryName(build.Record.Policy)!, "package");
            yield return (Package(parsed, build), targets.Count == 1 ? folder : Path.Combine(folder, target.Name));
        }
    }

    private PackageFacts Package(ParseResult parsed, BuiltPolicy build)
    {
        var all = ModuleFacts.DependenciesFirst(PolicyBase.From([build.Folder]).Read());
        var ownNames = build.Record.OwnFiles.Select(f => PolicyBase.ModuleName(f)).ToHashSet(StringComparer.Ordinal);
        var own = all.Where(m => ownNames.Contains(ChosenModules.NameOf(m))).ToList();
        if (own.Count == 0)
        {
            throw new SepolException($"{build.Record.Display} has no policy of its own: only that of what it references.");
        }

        var names = own.ConvertAll(ChosenModules.NameOf);
        var name = PackageFacts.NameOf(Given(_name) ?? (names is [var only] ? only : build.Record.Name));
        var version = PackageFacts.VersionOf(Given(_version) ?? InstalledModule.VersionOf(own[0]) ?? "1.0.0");
        var maintainer = Given(_maintainer) ?? $"{build.Record.Name} <root@localhost>";
        var summary = Given(_summary) ?? $"SELinux policy: {string.Join(", ", names)}";
        return new(name, version, build.Target, PackageFacts.StoreOf(build.Target), own, [.. all.Except(own).Select(m => PackageFacts.NameOf(ChosenModules.NameOf(m))).Order(StringComparer.Ordinal)])
        {
            Summary = summary,
            Description = Given(_description) ?? $"Policy modules of SELinux for {build.Target.Title}: {string.Join(", ", names)}.",
            Maintainer = maintainer,
            Copyright = Given(_copyright) ?? maintainer,
            License = Given(_license) ?? "LicenseRef-Unknown",
            Homepage = Given(_homepage) ?? "",
        };

        // A property of a project without a value is an empty text.
        string? Given(Option<string?> option) => parsed.GetValue(option) is { Length: > 0 } value ? value : null;
    }

    private static string[] Words(string list) => list.ToLowerInvariant().Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
}

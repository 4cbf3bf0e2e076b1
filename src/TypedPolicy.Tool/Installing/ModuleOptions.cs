using System.CommandLine;
using System.Globalization;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Installing;

/// <summary>Which modules a command is about: files that are named, or what <c>dotnet build</c> left, in its form for the system.</summary>
internal sealed class ModuleOptions
{
    private readonly Option<string?> _project = new("--project") { Description = "The project whose build to take: its name, file or folder (default: the one in the current folder, or the only one below it).", HelpName = "PROJECT" };

    private readonly Option<string?> _configuration = new("--configuration", "-c") { Description = "The configuration whose build to take (default: the one that was built last).", HelpName = "CONFIGURATION" };

    private readonly Option<Target?> _target = CommonOptions.Target($"The form to take where a build has one for each target: {string.Join(", ", Target.All)} (default: that of the system, by its os-release and policy).");

    /// <summary>Adds the options that choose a build.</summary>
    public void AddTo(Command command)
    {
        command.Add(_project);
        command.Add(_configuration);
        command.Add(_target);
    }

    /// <summary>Those that a command line means.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="paths">The files and folders that it names.</param>
    /// <param name="host">The system that they are for.</param>
    /// <exception cref="SepolException">There are none, or none for the system.</exception>
    public ChosenModules Read(ParseResult parsed, IReadOnlyList<string> paths, PolicyHost host)
    {
        var target = parsed.GetValue(_target);
        if (paths.Count > 0)
        {
            return new(Ordered([.. paths.Select(p => OfTarget(p, target, host))]), null, []);
        }

        var build = BuiltPolicy.Find(Directory.GetCurrentDirectory(), parsed.GetValue(_project), parsed.GetValue(_configuration), target, firstTarget: true);
        var form = target ?? Form(build.Record.Targets, build.Record.Display, host);
        build = form == build.Target ? build : BuiltPolicy.Find(Directory.GetCurrentDirectory(), parsed.GetValue(_project), parsed.GetValue(_configuration), form);
        var built = $"note: taken from {build.Record.Display} for {form.Name}, built {build.Record.Started.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}";
        return new(Ordered([build.Folder]), build.Record.Folder, build.Newer is { } names ? [built, $"warning: changed since that build: {names}. This is the old policy; run 'dotnet build'."] : [built]);
    }

    /// <summary>The form of a build that is for a system.</summary>
    /// <param name="targets">The targets that there is a form for.</param>
    /// <param name="what">What there is, as messages name it.</param>
    /// <param name="host">The system.</param>
    /// <exception cref="SepolException">None is.</exception>
    internal static Target Form(IReadOnlyList<string> targets, string what, PolicyHost host)
    {
        var known = host.Targets;
        return known.FirstOrDefault(targets.Contains) is { } name ? Target.TryGet(name)!
            : known.Count == 0 && targets is [var only] && Target.TryGet(only) is { } single ? single
            : throw new SepolException(known.Count == 0
                ? $"Nothing in '{host.Root}' tells which of {string.Join(", ", targets)} it is. Choose the form of {what} with --target."
                : $"{what} is for {string.Join(", ", targets)}, and this system is {string.Join(" or ", known)}, whose names and paths may differ. Add {known[0]} to TypedPolicyTargets and build again, or choose a form all the same with --target.");
    }

    private static IReadOnlyList<PolicySource> Ordered(IReadOnlyList<string> paths)
    {
        var sources = ModuleFacts.DependenciesFirst(PolicyBase.From(paths).Read());
        return sources.GroupBy(ChosenModules.NameOf, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new SepolException($"Two files are a module '{twice.Key}': {string.Join(" and ", twice.Take(2).Select(s => s.Name))}. Leave one out.")
            : sources;
    }

    // The policy folder of a build for several targets has one folder for each.
    private static string OfTarget(string path, Target? target, PolicyHost host)
    {
        var targets = Directory.Exists(path) && !Directory.EnumerateFiles(path, "*.cil").Any()
            ? Target.All.Select(t => t.Name).Where(t => Directory.Exists(Path.Combine(path, t))).ToList()
            : [];
        return targets.Count == 0 ? path : Path.Combine(path, target is null ? Form(targets, $"'{path}'", host).Name : target.Name);
    }
}

using System.CommandLine;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Policies;

/// <summary>Which policy a question is about: what <c>dotnet build</c> made, or any files, linked with a base.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string[]> _policy = new("--policy")
    {
        Description = "The policy: files (.cil, .pp, .pp.bz2, a kernel policy), folders of them, or a policy store. Repeatable (default: the last build of the project in the current folder, see --project).",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _base = CommonOptions.Base(orOf: "what the build verified with");

    private readonly Option<string?> _project = new("--project") { Description = "The project whose build to ask about: its name, file or folder (default: the one in the current folder, or the only one below it).", HelpName = "PROJECT" };

    private readonly Option<string?> _configuration = new("--configuration", "-c") { Description = "The configuration whose build to ask about (default: the one that was built last).", HelpName = "CONFIGURATION" };

    private readonly Option<Target?> _target = CommonOptions.Target($"The target whose policy is asked about, and whose spelling of paths is used: {string.Join(", ", Target.All)} (default: the only one that the project is built for; with --policy, the one that its folder is named after, else {Target.Default}).");

    private readonly Option<string[]> _on = new("--on") { Description = "A boolean to treat as on, whatever its default is. Repeatable.", HelpName = "BOOLEAN" };

    private readonly Option<string[]> _off = new("--off") { Description = "A boolean to treat as off, whatever its default is. Repeatable.", HelpName = "BOOLEAN" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withBooleans = false)
    {
        command.Add(_policy);
        command.Add(_base);
        command.Add(_target);
        command.Add(_project);
        command.Add(_configuration);
        if (withBooleans)
        {
            command.Add(_on);
            command.Add(_off);
        }
    }

    /// <summary>The policy that a command line asks about.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="more">Further files to link with it.</param>
    /// <exception cref="SepolException">There is none, or it does not link.</exception>
    public AskedPolicy Read(ParseResult parsed, params string[] more) => Read(parsed, null, false, more);

    /// <summary>The policy of a command that is content with one target of several.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="project">A project that it names without an option.</param>
    /// <exception cref="SepolException">There is none, or it does not link.</exception>
    public AskedPolicy ReadOneTarget(ParseResult parsed, string? project = null) => Read(parsed, project, true, []);

    private AskedPolicy Read(ParseResult parsed, string? project, bool firstTarget, string[] more)
    {
        var target = parsed.GetValue(_target);
        var (paths, bases) = (parsed.GetValue(_policy) ?? [], parsed.GetValue(_base) ?? []);
        var booleans = Booleans(_on, true).Concat(Booleans(_off, false));
        if (paths.Length == 0)
        {
            var build = BuiltPolicy.Find(Directory.GetCurrentDirectory(), project ?? parsed.GetValue(_project), parsed.GetValue(_configuration), target, firstTarget);
            var policyBase = PolicyBase.From(bases.Length > 0 ? bases : build.Bases);
            foreach (var note in build.Notes(policyBase.ToString()))
            {
                parsed.InvocationConfiguration.Error.WriteLine(note);
            }

            return AskedPolicy.Of([build.Folder, .. more], policyBase, build.Target, booleans, build);
        }

        target ??= paths.Select(p => Target.TryGet(Path.GetFileName(Path.TrimEndingDirectorySeparator(p)))).FirstOrDefault(t => t is not null) ?? Target.Default;
        return AskedPolicy.Of([.. paths, .. more], PolicyBase.From(bases), target, booleans);

        IEnumerable<KeyValuePair<string, bool>> Booleans(Option<string[]> option, bool value) =>
            (parsed.GetValue(option) ?? []).Select(b => KeyValuePair.Create(b, value));
    }
}

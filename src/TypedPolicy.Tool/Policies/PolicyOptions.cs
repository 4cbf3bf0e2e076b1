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
        Description = "The policy: files (.cil, .pp, .pp.bz2, a kernel policy), folders of them, or a policy store. What dotnet build made below this folder where none is given.",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _base = CommonOptions.Base();

    private readonly Option<Target?> _target = new("--target")
    {
        Description = $"The target whose paths are meant, and whose policy is taken where a build made several: {string.Join(", ", Target.All)}.",
        HelpName = "NAME",
        CustomParser = result =>
        {
            var name = result.Tokens is [var token] ? token.Value : "";
            if (Target.TryGet(name) is not { } target)
            {
                result.AddError($"'{name}' is no target. Write one of {string.Join(", ", Target.All)}.");
                return null;
            }

            return target;
        },
    };

    private readonly Option<string[]> _on = new("--on") { Description = "A boolean to take as set.", HelpName = "BOOLEAN" };

    private readonly Option<string[]> _off = new("--off") { Description = "A boolean to take as not set.", HelpName = "BOOLEAN" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withBooleans = false)
    {
        command.Add(_policy);
        command.Add(_base);
        command.Add(_target);
        if (withBooleans)
        {
            command.Add(_on);
            command.Add(_off);
        }
    }

    /// <summary>The policy that a command line asks about.</summary>
    /// <exception cref="SepolException">There is none, or it does not link.</exception>
    public AskedPolicy Read(ParseResult parsed)
    {
        var target = parsed.GetValue(_target);
        var paths = parsed.GetValue(_policy) ?? [];
        if (paths.Length == 0)
        {
            (var folder, target) = BuiltPolicy.Find(Directory.GetCurrentDirectory(), target);
            paths = [folder];
        }

        target ??= paths.Select(p => Target.TryGet(Path.GetFileName(Path.TrimEndingDirectorySeparator(p)))).FirstOrDefault(t => t is not null) ?? Target.Default;
        return AskedPolicy.Of(paths, PolicyBase.From(parsed.GetValue(_base) ?? []), target, Booleans(_on, true).Concat(Booleans(_off, false)));

        IEnumerable<KeyValuePair<string, bool>> Booleans(Option<string[]> option, bool value) =>
            (parsed.GetValue(option) ?? []).Select(b => KeyValuePair.Create(b, value));
    }
}

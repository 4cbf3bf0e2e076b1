using System.CommandLine;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Verification;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy verify</c>: whether libsepol accepts a policy, with neverallow rules checked.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var modules = new Argument<string[]>("policy") { Description = "Policy files (.cil, .pp, .pp.bz2), or folders of them.", Arity = ArgumentArity.ZeroOrMore };
        var own = new Option<string[]>("--policy") { Description = "The same as the argument, for a file whose name could be taken for an option. Repeatable.", HelpName = "PATH" };
        var bases = CommonOptions.Base();
        var foreign = new Option<string[]>("--upstream") { Description = "A policy file or folder that another project made: its line marks do not name files of this project. Repeatable.", HelpName = "PATH" };
        var project = new Option<string?>("--project-directory") { Description = "The folder that line marks are relative to, so that errors name whole paths.", HelpName = "FOLDER" };
        var cache = new Option<string?>("--cache") { Description = "A file to keep the result in: unchanged policy is not linked again.", HelpName = "FILE" };
        var target = CommonOptions.Target($"The target that the policy is for: {string.Join(", ", Target.All)}. Where its semodule does not check neverallow rules, breaking one of the base is a warning (default: none, so it is always an error).");
        var format = CommonOptions.Format(OutputFormat.MSBuild);
        var command = new Command("verify", "Links policy with a base, checks neverallow rules and bounds, and reports errors at the C# lines.")
        {
            modules, own, bases, foreign, project, cache, target, format,
        };
        command.SetAction(parsed =>
        {
            if (!PolicyLinker.IsAvailable)
            {
                parsed.InvocationConfiguration.Error.Line($"error: {PolicyLinker.HowToInstall}");
                return ExitCode.NotDone;
            }

            if (!ChildWatch.IsChild)
            {
                return RepeatedCommand.Run(parsed);
            }

            var upstream = PolicyBase.From(parsed.GetValue(foreign) ?? []).Read();
            var read = PolicyBase.From([.. parsed.GetValue(modules) ?? [], .. parsed.GetValue(own) ?? []]).Read(upstream);
            VerifiedModule[] all = [.. upstream.Select(s => new VerifiedModule(s, IsOwn: false)), .. read.Select(s => new VerifiedModule(s, IsOwn: true))];
            if (all.Length == 0)
            {
                parsed.InvocationConfiguration.Error.Line("error: Nothing to verify: write the path of a policy file or of a folder of them.");
                return ExitCode.Usage;
            }

            var policyBase = PolicyBase.From(parsed.GetValue(bases) ?? []).Replacing(all.Select(m => PolicyBase.ModuleName(m.Source.Name)));
            var findings = VerificationCache.Get(parsed.GetValue(cache), all, policyBase, broken => PolicyVerifier.Verify(all, policyBase, broken));
            var writer = new FindingWriter(parsed.InvocationConfiguration.Output, parsed.GetValue(project), parsed.GetValue(target));
            writer.Write(findings, parsed.GetValue(format));
            return findings.Any(writer.IsError) ? ExitCode.No : ExitCode.Success;
        });
        return command;
    }
}

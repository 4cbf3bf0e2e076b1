using System.CommandLine;
using TypedPolicy.Caching;
using TypedPolicy.Files;
using TypedPolicy.Guest;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Trying;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy try</c>: a kernel that enforces the policy, and a prompt to try things in its domains.</summary>
internal static class TryCommand
{
    private const long MaxScriptSize = 16 << 20;

    public static Command Create()
    {
        var script = new Option<string?>("--script") { Description = "A file of lines to run, instead of a prompt. '-' is standard input.", HelpName = "FILE" };
        var kernel = new Option<string?>("--kernel") { Description = $"The kernel to boot: a file, or a folder of vmlinuz-* (default: {KernelImage.Variable}, otherwise /boot).", HelpName = "PATH" };
        var options = new PolicyOptions();
        var command = new Command("try", "Boots a kernel that enforces the policy in a virtual machine, and tries what its domains may do.") { script, kernel };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                // What is missing is told before anything takes time.
                var image = parsed.GetValue(kernel) is not { } path ? KernelImage.Find() : File.Exists(path) ? KernelImage.Of(path) : KernelImage.Newest(path);
                using var folder = TemporaryFolder.Create();
                var agent = folder.At(GuestContent.AgentPolicy.Name);
                File.WriteAllBytes(agent, GuestContent.AgentPolicy.Content.Span);
                var policy = options.Read(parsed, agent);
                using var lines = parsed.GetValue(script) is null or "-" ? StandardStreams.Input() : new StreamReader(RegularFile.OpenRead(parsed.GetValue(script)!, MaxScriptSize));
                using var guest = Progress.Run("Booting", () => KernelGuest.Boot(image, new GuestContent(policy.Binary, policy.Labels, policy.Target.Equivalences)));
                var session = new TrySession(guest, policy, output);
                return session.Run(lines, isPrompt: parsed.GetValue(script) is null && !Console.IsInputRedirected);
            }
            catch (GuestException e)
            {
                error.Line($"error: {e.Message}");
                return ExitCode.NotDone;
            }
        });
        return command;
    }
}

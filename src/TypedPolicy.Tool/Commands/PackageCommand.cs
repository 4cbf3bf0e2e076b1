using System.CommandLine;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Packaging;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy package</c>: the modules of a build as packages of a distribution.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var options = new PackageOptions();
        var command = new Command("package", "Makes packages of the last build that install its modules: RPM, .deb, and a tar archive with an installer.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var notes = new List<string>();
            var any = false;
            foreach (var (package, folder) in options.Packages(parsed))
            {
                foreach (var file in PackageWriter.Write(package, options.Kinds(parsed), folder, notes))
                {
                    output.Line(file);
                    any = true;
                }
            }

            foreach (var note in notes)
            {
                error.Line($"note: {note}");
            }

            return any ? ExitCode.Success : throw new SepolException("No package was made: .deb is for Debian's targets, RPM for Fedora's and Enterprise Linux's. Add tar, or another target.");
        });
        return command;
    }
}

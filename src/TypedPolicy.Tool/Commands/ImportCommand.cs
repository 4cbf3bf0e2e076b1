using System.CommandLine;
using TypedPolicy.Caching;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Importing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy import</c>: a distribution's base policy as C#, from its headers.</summary>
internal static class ImportCommand
{
    private const int MaxProblems = 100;

    public static Command Create()
    {
        var headers = new Argument<string>("headers") { Description = "The folder of the headers.", DefaultValueFactory = _ => HeaderFolder.Usual };
        var name = new Option<string?>("--name") { Description = "The name of the base: the package is TypedPolicy.Base.NAME (default: the distribution, such as debian12).", HelpName = "NAME" };
        var version = new Option<string>("--package-version") { Description = "The version of the package.", HelpName = "VERSION", DefaultValueFactory = _ => "1.0.0" };
        var installed = new Option<string?>("--installed") { Description = "The root of the installed policy that the headers belong to, for labels, memberships and neverallow rules (default: this machine's policy, for its own headers).", HelpName = "FOLDER" };
        var pack = new Option<bool>("--pack") { Description = "Make a NuGet package, for machines without the headers. Requires the .NET SDK." };
        var output = new Option<string?>("--output", "-o") { Description = "The folder for the package (default: the current one), or for the project of the bindings (default: TypedPolicy.Base.NAME).", HelpName = "FOLDER" };
        var missing = new Option<bool>("--if-missing") { Description = "Leave the project as it is if its folder already exists." };
        var define = CommonOptions.Define();
        var format = CommonOptions.Format();
        var command = new Command("import", "Generates C# bindings from a base policy's headers: every type, and every interface as an attribute. As a project, or as a package.")
        {
            headers, name, version, define, installed, pack, output, missing, format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is { } given && !BaseName.IsValid(given))
            {
                result.AddError($"'{given}' cannot name a base. A name has letters, digits, '-' and '_', and begins with a letter or digit.");
            }
        });
        command.SetAction(parsed =>
        {
            ImportedBase Read() => Progress.Run("Reading the base policy", () => ImportedBase.Read(parsed.GetValue(headers)!, parsed.GetValue(name), parsed.GetValue(version)!, parsed.GetValue(installed), CommonOptions.Definitions(parsed, define)));
            var shell = parsed.InvocationConfiguration;
            if (parsed.GetValue(pack))
            {
                return Pack(Read(), parsed.GetValue(output) ?? ".", parsed.GetValue(version)!, shell.Output, shell.Error, parsed.GetValue(format));
            }

            // The name of the folder may be that of the base, which only its headers tell.
            var read = parsed.GetValue(output) is null ? Read() : null;
            var folder = parsed.GetValue(output) ?? BaseProject.Prefix + read!.Name;
            var written = ImportedBase.WriteOnce(folder, parsed.GetValue(missing), () => read ??= Read());
            if (!written && !parsed.GetValue(missing))
            {
                shell.Error.Line($"error: {folder} already exists. Delete it, or name another folder with --output.");
                return ExitCode.Failure;
            }

            HeaderProblems.Report(read?.Problems ?? [], shell.Error, MaxProblems);
            Report(read, folder, shell.Output, parsed.GetValue(format));
            return ExitCode.Success;
        });
        return command;
    }

    private static int Pack(ImportedBase imported, string output, string version, TextWriter answer, TextWriter error, OutputFormat format)
    {
        using (var project = TemporaryFolder.Create())
        {
            imported.Write(project.Path);
            if (!Progress.Run("Compiling the bindings", () => BasePackage.Pack(project.Path, Path.GetFullPath(output), error.Write)))
            {
                error.Line("error: The package could not be made: 'dotnet pack' failed.");
                return ExitCode.Failure;
            }
        }

        HeaderProblems.Report(imported.Problems, error, MaxProblems);
        Report(imported, Path.Combine(output, $"{BaseProject.Prefix}{imported.Name}.{version}.nupkg"), answer, format);
        return ExitCode.Success;
    }

    private static void Report(ImportedBase? imported, string path, TextWriter output, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { name = imported?.Name, interfaces = imported?.Interfaces, path, problems = imported?.Problems ?? [] });
        }
        else if (imported is not null)
        {
            output.Line(FormattableString.Invariant($"{imported.Name}: {imported.Interfaces} interfaces and templates in {path}"));
        }
    }
}

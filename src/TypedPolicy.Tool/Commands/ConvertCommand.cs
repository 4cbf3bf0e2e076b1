using System.CommandLine;
using TypedPolicy.Conversion;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Converting;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Tool.Converting;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Importing;
using TypedPolicy.Tool.Projects;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy convert</c>: a module of the kernel policy language as C#.</summary>
internal static class ConvertCommand
{
    private static readonly string[] Endings = [".te", ".if", ".fc"];

    public static Command Create()
    {
        var sources = new Argument<string[]>("source") { Description = "The files of one module: NAME.te, and where it has them NAME.if and NAME.fc.", Arity = new ArgumentArity(1, 3) };
        var headersOption = new Option<string>("--headers") { Description = "The headers that the module is compiled with.", HelpName = "FOLDER", DefaultValueFactory = _ => HeaderFolder.Usual };
        var output = new Option<string?>("--output", "-o") { Description = "The folder to write the files to (default: a new one named after the namespace).", HelpName = "FOLDER" };
        var space = new Option<string?>("--namespace") { Description = "The namespace of the classes (default: the module's name and 'Policy', such as GreeterPolicy).", HelpName = "NAME" };
        var force = new Option<bool>("--force") { Description = "Replace files that already exist." };
        var define = CommonOptions.Define();
        var format = CommonOptions.Format();
        var command = new Command("convert", "Turns a policy module (.te, .if, .fc) into a project of policy classes in C#. What C# cannot express is marked in place, and the exit code is 1 then.")
        {
            sources, headersOption, define, output, space, force, format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(space) is { } given && !given.Split('.').All(part => CSharpText.IsIdentifier(part)))
            {
                result.AddError($"'{given}' is not a namespace. A namespace consists of identifiers (letters, digits and '_') separated by '.'.");
            }
        });
        command.SetAction(parsed =>
        {
            var files = parsed.GetValue(sources)!.Select(path => new HeaderFile(Path.GetFileName(path), HeaderFolder.ReadText(path))).ToList();
            if (Problem(files) is { } problem)
            {
                parsed.InvocationConfiguration.Error.Line($"error: {problem}");
                return ExitCode.Usage;
            }

            var headers = parsed.GetValue(headersOption)!;
            var definitions = CommonOptions.Definitions(parsed, define);
            var (converted, target) = Progress.Run("Converting", () => Convert(headers, definitions, files, parsed.GetValue(space)));
            var folder = parsed.GetValue(output) ?? converted.Namespace;
            if (!parsed.GetValue(force) && ProjectFolder.Present(converted.Files, folder) is { } present)
            {
                parsed.InvocationConfiguration.Error.Line($"error: {present}");
                return ExitCode.Failure;
            }

            if (ConvertedProject.For(converted, folder, headers, definitions, target) is { } project)
            {
                converted = converted with { Files = converted.Files.Add(project) };
                if (CentralVersions.Advice(folder) is { } advice)
                {
                    converted = converted with { Notes = converted.Notes.Add(new ConversionNote(null, advice)) };
                }
            }

            ProjectFolder.Write(converted.Files, folder);
            Report(converted, folder, parsed.InvocationConfiguration.Output, parsed.GetValue(format));
            return converted.IsComplete ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static string? Problem(List<HeaderFile> files)
    {
        foreach (var file in files)
        {
            if (!Endings.Contains(Path.GetExtension(file.Path)))
            {
                return $"{file.Path} is not a source of a module: those end in .te, .if or .fc.";
            }
        }

        return files.DistinctBy(f => Path.GetExtension(f.Path)).Count() != files.Count ? "One module has one .te file, and at most one .if and one .fc file." : null;
    }

    private static (ConvertedModule Module, Target Target) Convert(string headers, IReadOnlyCollection<KeyValuePair<string, string>> definitions, List<HeaderFile> files, string? space)
    {
        var (tree, read) = HeaderFolder.ReadTree(headers, definitions);
        var macros = SupportMacros.Read(read);
        var module = ModuleConverter.Convert(tree, macros, new HeaderBase(tree, BindingNames.Of(tree)), files, space);
        return (module, HeaderTarget.Of(headers, BaseName.Of(headers, tree.Settings), InstalledFolder.Of(headers), macros));
    }

    private static void Report(ConvertedModule converted, string folder, TextWriter output, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new
            {
                module = converted.Name,
                @namespace = converted.Namespace,
                folder,
                files = converted.Files.Select(f => f.Name),
                notes = converted.Notes.Select(n => new { file = n.Place?.File, line = n.Place?.Line, column = n.Place?.Column, message = n.Message, loss = n.IsLoss }),
            });
            return;
        }

        output.Line($"{converted.Name}: {converted.Files.Length} files in {folder}");
        foreach (var note in converted.Notes)
        {
            output.Line(note.Place is null ? note.Message : $"{note.Place}: {note.Message}");
        }
    }
}

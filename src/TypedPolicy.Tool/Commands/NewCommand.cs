using System.CommandLine;
using TypedPolicy.Conversion;
using TypedPolicy.Evidence;
using TypedPolicy.Evidence.Needs;
using TypedPolicy.Evidence.Programs;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tool.Importing;
using TypedPolicy.Tool.Projects;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Starting;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy new</c>: a first policy of what describes a service.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var unit = new Option<string[]>("--unit") { Description = "The systemd unit of the service. Its drop-ins, sockets, timers, path units, tmpfiles.d, sysusers.d and D-Bus service files are read where they lie beside it or where they are installed; others are named by giving the option again.", HelpName = "FILE" };
        var container = new Option<string?>("--container") { Description = "In place of a unit, what describes a container: what podman, docker, nerdctl or crictl inspect prints, a Pod of Kubernetes or what makes Pods, or a Compose file; '-' for standard input.", HelpName = "FILE" };
        var service = new Option<string?>("--service") { Description = "Which container of the file, where it describes several.", HelpName = "NAME" };
        var program = new Option<string?>("--program") { Description = "The program of the service: machine code, an assembly of .NET or its host, a script. It is read, and never run: what it imports, and the addresses in appsettings*.json beside it. With --unit, what it shows is added.", HelpName = "FILE" };
        var installed = new Option<string?>("--installed-at") { Description = "Where the program will be on the host, for one that is not there yet (default: where it is).", HelpName = "PATH" };
        var package = new Option<string?>("--from-package") { Description = "An installed package, of dpkg or rpm: its unit, and the directories that are its own.", HelpName = "NAME" };
        var paths = new Option<string[]>("--path") { Description = "A file of the service, or a directory with a slash at its end; the option may be repeated.", HelpName = "PATH" };
        var ports = new Option<string[]>("--port") { Description = "A port that the service listens on, such as tcp/7070; the option may be repeated.", HelpName = "PORT" };
        var output = new Option<string?>("--output", "-o") { Description = "The folder to write the project to (default: a new one named after it).", HelpName = "FOLDER" };
        var name = new Option<string?>("--name") { Description = "The name of the domain's class (default: as the unit, the program or the container).", HelpName = "NAME" };
        var target = new Option<string?>("--target") { Description = $"What the policy is for: {string.Join(", ", Target.All.Select(t => t.Name))} (default: this machine, where it is one of them, else {Target.Default.Name}).", HelpName = "NAME" };
        var permissive = new Option<bool>("--permissive") { Description = "Lets the domain do everything at first, and log what it may not." };
        var force = new Option<bool>("--force") { Description = "Replace files that already exist." };
        var format = CommonOptions.Format();
        var command = new Command("new", "Makes the project of a first policy for a service, by its systemd unit, its program or its package, or for a container, by what its engine knows of it. A comment above each rule tells where it is from; what no rule was made of is listed, and the exit code is 0 all the same.")
        {
            unit, program, installed, package, container, service, paths, ports, output, name, target, permissive, force, format,
        };
        command.Validators.Add(result =>
        {
            var (hasUnit, hasProgram, hasPackage, hasContainer) = (result.GetValue(unit) is { Length: > 0 }, result.GetValue(program) is not null, result.GetValue(package) is not null, result.GetValue(container) is not null);
            if (!hasUnit && !hasProgram && !hasPackage && !hasContainer)
            {
                result.AddError("Name what describes the service: --unit FILE, --program FILE, --from-package NAME or --container FILE.");
            }

            if (hasContainer && (hasUnit || hasProgram || hasPackage || result.GetValue(paths) is { Length: > 0 } || result.GetValue(ports) is { Length: > 0 }))
            {
                result.AddError("A container is described by --container alone.");
            }

            if (result.GetValue(installed) is { } at && (!hasProgram || !at.StartsWith('/')))
            {
                result.AddError("--installed-at is the absolute path of --program on the host.");
            }

            foreach (var port in (result.GetValue(ports) ?? []).Where(p => PortOf(p) is null))
            {
                result.AddError($"'{port}' is not a port. Write one such as tcp/7070 or udp/514.");
            }

            foreach (var path in (result.GetValue(paths) ?? []).Where(p => !p.StartsWith('/')))
            {
                result.AddError($"'{path}' is not an absolute path.");
            }

            if (result.GetValue(service) is not null && result.GetValue(container) is null)
            {
                result.AddError("--service chooses a container of --container. Remove it.");
            }

            if (result.GetValue(name) is { } given && (!CSharpText.IsIdentifier(given) || !char.IsAsciiLetterUpper(given[0])))
            {
                result.AddError($"'{given}' is not a name of a class. Write letters and digits that begin with a capital, such as {NameOf.Pascal("greeter")}.");
            }

            if (result.GetValue(target) is { } word && Target.TryGet(word) is null)
            {
                var near = Similar.To(word, Target.All.Select(t => t.Name));
                result.AddError($"'{word}' is not a target.{(near is null ? "" : $" Did you mean '{near}'?")} Write one of {string.Join(", ", Target.All.Select(t => t.Name))}.");
            }
        });
        command.SetAction(parsed =>
        {
            var of = parsed.GetValue(target) is { } word ? Target.TryGet(word)! : OfMachine();
            var error = parsed.InvocationConfiguration.Error;
            var (made, read, problem) = parsed.GetValue(container) is { } file
                ? OfContainer(file, parsed.GetValue(service), of, parsed.GetValue(name), parsed.GetValue(permissive))
                : OfService(parsed.GetValue(unit) ?? [], parsed.GetValue(program), parsed.GetValue(installed), parsed.GetValue(package), new NamedEvidence(parsed.GetValue(paths) ?? [], [.. (parsed.GetValue(ports) ?? []).Select(p => PortOf(p)!.Value)]), of, parsed.GetValue(name), parsed.GetValue(permissive));
            if (made is not { } policy)
            {
                error.Line($"error: {problem}");
                return ExitCode.Failure;
            }

            var folder = parsed.GetValue(output) ?? policy.Namespace;
            if (!parsed.GetValue(force) && ProjectFolder.Present(policy.Files, folder) is { } present)
            {
                error.Line($"error: {present}");
                return ExitCode.Failure;
            }

            if (!ProjectFolder.HasProject(folder))
            {
                policy = policy with { Files = policy.Files.Add(NewProject.For(policy, folder, of)) };
                if (CentralVersions.Advice(folder) is { } advice)
                {
                    policy = policy with { Notes = policy.Notes.Add(new("", advice)) };
                }
            }

            // The policy of a machine of another target tells nothing of this one.
            policy = policy with { Notes = [.. policy.Notes, .. of == OfMachine() ? InstalledLabels.Notes(policy) : []] };
            ProjectFolder.Write(policy.Files, folder);
            Report(policy, of, folder, read, parsed.InvocationConfiguration.Output, parsed.GetValue(format));
            return ExitCode.Success;
        });
        return command;
    }

    private static (string Protocol, int Number)? PortOf(string text) =>
        text.Split('/') is ["tcp" or "udp", var number] parts && PortReader.Number(number) is { } port ? (parts[0], port) : null;

    private static (ServicePolicy? Policy, IReadOnlyList<string> Read, string? Problem) OfService(string[] units, string? file, string? installed, string? package, NamedEvidence named, Target target, string? name, bool isPermissive)
    {
        if (package is not null)
        {
            if (PackageFiles.Of(package, out var unknown) is not { } packaged)
            {
                return (null, [], unknown);
            }

            named = named with { Paths = [.. named.Paths, .. packaged.Paths] };
            if (units.Length == 0 && file is null)
            {
                if (packaged.Units is not [var only])
                {
                    return (null, [], packaged.Units.Count == 0 ? $"The package {package} has no service of systemd. Name its program with --program." : $"The package {package} has several services: {string.Join(", ", packaged.Units)}. Name one with --unit.");
                }

                units = [only];
            }
        }

        ProgramFacts? program = null;
        if (file is not null && (program = ProgramOfHost.Read(file, installed, out var problem)) is null)
        {
            return (null, [], problem);
        }

        return units.Length == 0 ? (ServicePolicy.OfProgram(program!, named, target, name, isPermissive), [file!], null) : OfUnits(units, named, program, target, name, isPermissive);
    }

    private static (ServicePolicy? Policy, IReadOnlyList<string> Read, string? Problem) OfUnits(string[] units, NamedEvidence named, ProgramFacts? program, Target target, string? name, bool isPermissive)
    {
        var main = units.FirstOrDefault(u => u.EndsWith(".service", StringComparison.Ordinal)) ?? units[0];
        IReadOnlyList<string> beside = [.. UnitFolder.Beside(main), .. units.Where(u => u != main)];
        var policy = ServicePolicy.OfUnit(UnitFolder.Read(main), [.. beside.Select(UnitFolder.Read)], named, program, target, name, isPermissive, out var problem);
        return (policy, [main, .. beside], problem);
    }

    private static (ServicePolicy? Policy, IReadOnlyList<string> Read, string? Problem) OfContainer(string file, string? service, Target target, string? name, bool isPermissive)
    {
        // The labels of a machine of another target say nothing of this one.
        var policy = ServicePolicy.OfContainer(ContainerFile.Read(file), service, target, target == OfMachine() ? InstalledLabels.Read() : null, name, isPermissive, out var problem);
        return (policy, [file == "-" ? "standard input" : file], problem);
    }

    /// <summary>The target that this machine is, or the one of a project that names none.</summary>
    private static Target OfMachine() => Target.TryGet(BaseName.TargetOf(BaseName.OfRelease("/") ?? "") ?? "") ?? Target.Default;

    private static void Report(ServicePolicy policy, Target target, string folder, IReadOnlyList<string> read, TextWriter output, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new
            {
                module = policy.Name,
                @namespace = policy.Namespace,
                domain = policy.Domain,
                target = target.Name,
                folder,
                read,
                files = policy.Files.Select(f => f.Name),
                notes = policy.Notes.Select(n => new { place = n.Place, message = n.Message, unknown = n.Directive }),
            });
            return;
        }

        output.Line($"{policy.Domain} for {target.Title}: {policy.Files.Length} files in {folder}");
        foreach (var path in read)
        {
            output.Line($"read {path}");
        }

        foreach (var note in policy.Notes)
        {
            output.Line(note.ToString());
        }
    }
}

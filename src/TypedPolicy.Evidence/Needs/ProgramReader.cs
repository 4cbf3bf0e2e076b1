using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>The programs that a unit starts.</summary>
internal static class ProgramReader
{
    private const int MaxWrappers = 8;

    /// <summary>The directives that have commands.</summary>
    public static IReadOnlySet<string> Commands { get; } = new HashSet<string>(StringComparer.Ordinal) { "ExecStart", "ExecStartPre", "ExecStartPost", "ExecCondition", "ExecReload", "ExecStop", "ExecStopPost" };

    /// <summary>Reads them.</summary>
    public static void Read(UnitSettings service, ServiceNeeds needs)
    {
        foreach (var directive in Commands)
        {
            foreach (var entry in service.List(directive))
            {
                if (UnitCommand.Read(entry.Value, service.Specifiers) is not { } commands)
                {
                    needs.Note(entry.Reason, $"{directive}= cannot be read: a quote has no end, or an escape has no meaning. systemd passes over it.");
                    continue;
                }

                foreach (var command in commands)
                {
                    Run(command.Program, command.Arguments, directive == "ExecStart", entry.Reason, needs);
                }
            }
        }

        if (!needs.Paths.Any(p => p.Use == FileUse.Exec))
        {
            var reason = service.List("ExecStart")[0].Reason;
            var launcher = $"/usr/libexec/{service.Name.Prefix}";
            needs.Note(reason, $"What it starts is shared with other services, and a label on it would be one for all of them. Put the command into a program of its own, such as {launcher}, with a first line that names its interpreter, and write ExecStart={launcher}. That path has the label here.");
            needs.Own(FileUse.Exec, launcher, isTree: false, reason, FileKind.File);
            Script(reason, needs);
        }
    }

    private static void Run(string program, IReadOnlyList<string> arguments, bool isMain, Reason reason, ServiceNeeds needs, int wrappers = 0)
    {
        if (!program.StartsWith('/'))
        {
            if (program.Contains('/', StringComparison.Ordinal) || program.StartsWith('$') || program.Length == 0)
            {
                needs.Note(reason, $"'{program}' is not a program that systemd can start. Write its path.");
                return;
            }

            program = $"/usr/bin/{program}";
        }

        switch (SharedPrograms.KindOf(program))
        {
            case ProgramKind.Own:
                needs.Own(FileUse.Exec, program, isTree: false, reason, FileKind.File);
                if (program.StartsWith("/opt/", StringComparison.Ordinal) || program.StartsWith("/srv/", StringComparison.Ordinal))
                {
                    Content(reason, needs);
                }

                break;
            case ProgramKind.Wrapper when wrappers < MaxWrappers && Wrapped(arguments) is { } at:
                Through(program, arguments[at], reason, needs, isMain);
                Run(arguments[at], [.. arguments.Skip(at + 1)], isMain, reason, needs, wrappers + 1);
                break;
            case ProgramKind.Shell when arguments is ["-c" or "-ec" or "-e" or "-lc", var text, ..]:
                if (InShell(text) is { } inner && SharedPrograms.KindOf(inner) == ProgramKind.Own)
                {
                    Through(program, inner, reason, needs, isMain);
                    Run(inner, [], isMain, reason, needs, wrappers + 1);
                }

                break;
            case ProgramKind.Shell or ProgramKind.Interpreter:
                Interpreted(program, arguments, isMain, reason, needs);
                break;
        }
    }

    /// <summary>Where the program of a wrapper is among its arguments.</summary>
    private static int? Wrapped(IReadOnlyList<string> arguments)
    {
        var at = arguments.ToList().FindIndex(a => a.StartsWith('/'));
        at = at >= 0 ? at : arguments.ToList().FindIndex(a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal) && a.Length > 0 && char.IsAsciiLetter(a[0]));
        return at >= 0 ? at : null;
    }

    /// <summary>The program of a command for a shell: the first word behind assignments and <c>exec</c>, where it is a path.</summary>
    private static string? InShell(string text) =>
        (UnitWords.Split(text) ?? []).SkipWhile(w => w == "exec" || (w.Contains('=', StringComparison.Ordinal) && !w.StartsWith('/'))).FirstOrDefault() is ['/', ..] first && first.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+@".Contains(c, StringComparison.Ordinal)) ? first : null;

    private static void Through(string wrapper, string program, Reason reason, ServiceNeeds needs, bool isMain)
    {
        if (isMain)
        {
            needs.Wrapper ??= reason;
            needs.Note(reason, $"systemd starts {wrapper} in {needs.Base.DomainOfTools}, and that starts {program}. Write ExecStart={program}, with Environment= and the like for what {wrapper} does; StartedByTools here can go then.");
        }
    }

    private static void Interpreted(string interpreter, IReadOnlyList<string> arguments, bool isMain, Reason reason, ServiceNeeds needs)
    {
        var name = interpreter[(interpreter.LastIndexOf('/') + 1)..];
        var path = arguments.FirstOrDefault(a => a.StartsWith('/'));
        if (path is null || !isMain)
        {
            return;
        }

        if (name is "dotnet" && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            var host = path[..^".dll".Length];
            needs.Note(reason, $"A label on {interpreter} would be one for every .NET program. Publish with the apphost, as UseAppHost does by default, and write ExecStart={host}. That path has the label here.");
            needs.Own(FileUse.Exec, host, isTree: false, reason, FileKind.File);
            Content(reason, needs);
            return;
        }

        if (name is "java" or "node" or "nodejs" or "mono" || path.EndsWith(".jar", StringComparison.Ordinal))
        {
            return; // the launcher, below
        }

        needs.Note(reason, $"A label on {interpreter} would be one for everything that it runs. Let {path} begin with '#!{interpreter}', make it executable, and write ExecStart={path}. That path has the label here.");
        if (needs.Own(FileUse.Exec, path, isTree: false, reason, FileKind.File))
        {
            Script(reason, needs);
        }
    }

    /// <summary>The kernel starts the interpreter of a script in the domain of the script.</summary>
    private static void Script(Reason reason, ServiceNeeds needs) => needs.Allow(Holder.Service, "bin_t", reason, "DirPerms.SearchSet", "FilePerms.MmapExec", "LnkFilePerms.ReadSet");

    /// <summary>What lies beside the program is its own.</summary>
    public static void Content(Reason reason, ServiceNeeds needs) => needs.Allow(Holder.Service, "usr_t", reason, "DirPerms.List", "FilePerms.ReadSet", "FilePerms.Map", "LnkFilePerms.ReadSet");
}

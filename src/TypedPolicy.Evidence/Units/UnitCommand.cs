namespace TypedPolicy.Evidence.Units;

/// <summary>A command of <c>ExecStart=</c> and its like (systemd.service(5), Command lines).</summary>
/// <param name="Program">The program, its path or a name that is looked for.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsPrivileged">Whether <c>+</c> or <c>!</c> is before it: it runs with more than the unit lets the others have.</param>
internal sealed record UnitCommand(string Program, IReadOnlyList<string> Arguments, bool IsPrivileged)
{
    private const string Prefixes = "@-:+!|";

    /// <summary>The commands of a value, which <c>;</c> separates; null if systemd cannot read it.</summary>
    public static IReadOnlyList<UnitCommand>? Read(string value, UnitSpecifiers specifiers)
    {
        if (UnitWords.Split(value) is not { } words)
        {
            return null;
        }

        var commands = new List<UnitCommand>();
        var rest = words.AsEnumerable();
        while (rest.Any())
        {
            var command = rest.TakeWhile(w => w != ";").Select(w => w == @"\;" ? ";" : w).ToList();
            rest = rest.Skip(command.Count + 1);
            if (command.Count == 0)
            {
                continue;
            }

            var program = command[0].TrimStart(Prefixes.ToCharArray());
            var prefix = command[0][..^program.Length];
            if (program.Length == 0 || prefix.Length > Prefixes.Length)
            {
                return null;
            }

            // Behind @ stands the name that the program sees as its own.
            var arguments = command.Skip(prefix.Contains('@', StringComparison.Ordinal) ? 2 : 1);
            commands.Add(new(specifiers.Expand(program), [.. arguments.Select(specifiers.Expand)], prefix.Contains('+', StringComparison.Ordinal) || prefix.Contains('!', StringComparison.Ordinal)));
        }

        return commands;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Tool.Shell;

/// <summary>What is wrong with a command line, with what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>The messages; none where the command line makes sense.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = UnknownOptions(parsed);
        if (command is RootCommand && parsed.UnmatchedTokens is [var word, ..] && !unknown.Contains(word))
        {
            return [$"There is no command '{word}'.{Proposal(word, command.Subcommands.Select(c => c.Name))}"];
        }

        if (unknown.Count > 0)
        {
            var names = command.Options.Concat(command is RootCommand ? [] : parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).SelectMany(o => o.Aliases.Prepend(o.Name)).ToList();
            return [.. unknown.Select(o => $"{(command is RootCommand ? "There is no option" : $"'{command.Name}' has no option")} '{o}'.{Proposal(o, names)}")];
        }

        if (parsed.UnmatchedTokens.Count > 0 && command is not RootCommand)
        {
            return [.. parsed.UnmatchedTokens.Select(t => $"'{t}' is one argument too many for '{command.Name}'.")];
        }

        return [.. parsed.Errors.Select(e => e.Message)];
    }

    private static string Proposal(string word, IEnumerable<string> names) => Similar.To(word, names) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>What looks like an option where an argument is taken; behind <c>--</c> nothing does.</summary>
    private static List<string> UnknownOptions(ParseResult parsed)
    {
        var rest = parsed.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value);
        return [.. arguments.Concat(parsed.UnmatchedTokens).Where(w => w.Length > 1 && w[0] == '-' && !rest.Contains(w)).Select(w => w.Split(['=', ':'], 2)[0]).Distinct(StringComparer.Ordinal)];
    }
}

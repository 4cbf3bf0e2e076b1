using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Comments;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// Finds the patterns among the macros of the support files: those that are rules about their arguments, such as <c>manage_files_pattern</c> and <c>can_exec</c>. They are called as
/// interfaces are. Comments of two forms give the names of their parameters: <c># 1. domain type</c> for all that follow, or <c># can_exec(domain,executable)</c>.
/// </summary>
internal static class PatternReader
{
    private const int MaxParameters = 9;

    // Macros that count call themselves until a number is reached, which a hole never is.
    private static readonly string[] Counting = ["incr(", "decr(", "shift(", "eval(", "pushdef(", "popdef("];

    /// <summary>The patterns, in the order of their names.</summary>
    public static ImmutableArray<HeaderInterface> Read(HeaderTree tree)
    {
        var patterns = ImmutableArray.CreateBuilder<HeaderInterface>();
        foreach (var name in tree.Symbols.Names.Where(n => HeaderNames.IsMacro(n) && tree.IsSupportMacro(n)).OrderBy(n => n, StringComparer.Ordinal))
        {
            var macro = tree.Symbols.Find(name)!;
            var last = macro.Parts.Where(p => p.Kind == MacroPartKind.Argument).Select(p => p.Argument).DefaultIfEmpty(0).Max();
            if (last is 0 or > MaxParameters || macro.Parts.Any(p => p.Kind is MacroPartKind.All or MacroPartKind.AllQuoted or MacroPartKind.Count)
                || Counting.Any(word => macro.Body!.Text.Contains(word)))
            {
                continue;
            }

            var position = macro.Body!.PositionOf(0);
            var pattern = new HeaderInterface(name, macro, tree.Sources, position, Describe(tree, name, position, last)) { Tree = tree };
            if (IsOfRules(pattern))
            {
                patterns.Add(pattern);
            }
        }

        return patterns.ToImmutable();
    }

    private static bool IsOfRules(HeaderInterface pattern) =>
        pattern.Signature is { Compiles: true, IsEmpty: false, DeclaresNames: false, Subject.Kind: InterfaceParameterKind.Type or InterfaceParameterKind.SingleType } signature
        && signature.Parameters.All(p => p.Kind is InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.Class or InterfaceParameterKind.FileName or InterfaceParameterKind.Unused)
        && pattern.Expand().Block is { Requires.IsEmpty: true } block
        && block.Statements.All(s => s is AccessRule or TypeRule);

    private static Documentation Describe(HeaderTree tree, string name, int position, int last)
    {
        if (tree.Sources.FileAt(position) is not { } file)
        {
            return Documentation.None;
        }

        var names = new string[last + 1];
        foreach (var line in file.Text.Substring(0, position - file.Start).Split('\n').Where(l => l.StartsWith("#", StringComparison.Ordinal)))
        {
            var text = line.TrimStart('#', ' ', '\t').TrimEnd();
            if (text.Length > 2 && text[0] is >= '1' and <= '9' && text[1] == '.')
            {
                // A list begins at 1, and holds until the next one.
                names = text[0] == '1' ? new string[last + 1] : names;
                Name(names, text[0] - '0', text.Substring(2));
            }
            else if (text.StartsWith(name + "(", StringComparison.Ordinal))
            {
                names = new string[last + 1];
                var listed = text.Substring(name.Length + 1).TrimEnd(')').Split(',');
                for (var i = 0; i < listed.Length; i++)
                {
                    Name(names, i + 1, listed[i]);
                }
            }
        }

        return Documentation.None with { Parameters = [.. names.Skip(1).Select(n => new DocumentedParameter(n ?? "", "", IsOptional: false, IsUnused: false))] };
    }

    private static void Name(string[] names, int number, string text)
    {
        if (number < names.Length)
        {
            names[number] = text.Trim();
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Verification;

/// <summary>
/// The neverallow rules of a base that the base itself breaks, as Fedora's does: what libsepol says of them is told apart from what the verified modules add.
/// </summary>
internal static class BaseAssertions
{
    /// <summary>What the names begin with that narrowed assertions have.</summary>
    public const string Added = "typedpolicy_added";

    // libsepol's own module for what old packages require: whoever stands there has joined nothing.
    private const string Required = "cil_gen_require";

    /// <summary>The places of the assertions of base files that rules of base files alone break.</summary>
    /// <param name="causes">libsepol's messages.</param>
    /// <param name="modules">The names of the verified modules.</param>
    public static ImmutableHashSet<(string File, int Line)> Broken(IEnumerable<LinkMessage> causes, IReadOnlySet<string> modules) =>
        [.. causes.Where(c => c.Places is [var assertion] && !modules.Contains(assertion.File) && c.Stacks.Any(s => IsOfBase(s, modules))).Select(c => (c.Places[0].File, c.Places[0].Line))];

    /// <summary>A message without the rules that the base has without the modules; nothing where none is left.</summary>
    public static LinkMessage? WithoutBase(LinkMessage message, IReadOnlySet<string> modules)
    {
        if (message.Stacks.IsEmpty || (message.Places is [var assertion, ..] && modules.Contains(assertion.File)))
        {
            return message;
        }

        var left = message.Stacks.RemoveAll(s => IsOfBase(s, modules));
        return left.IsEmpty ? null : message with { Stacks = left };
    }

    /// <summary>
    /// The sources with some assertions narrowed to what the modules add: the types that they declare, and those that they put into attributes of the base. Lines stay as they are.
    /// </summary>
    public static IReadOnlyList<PolicySource> Narrowed(IReadOnlyList<PolicySource> sources, IReadOnlySet<string> modules, IReadOnlySet<(string File, int Line)> assertions)
    {
        var count = 0;
        var narrowed = sources.Select(s => assertions.Any(a => a.File == s.Name) ? new PolicySource(s.Name, Rewritten(s)) : s).ToList();
        var types = string.Join(' ', AddedTypes(sources, modules));
        return [.. narrowed, new(Added, Encoding.UTF8.GetBytes($"(typeattribute {Added}){(types.Length == 0 ? "" : $"(typeattributeset {Added} ({types}))")}\n"))];

        byte[] Rewritten(PolicySource source)
        {
            var cil = source.Content.ToArray();
            var (text, at) = (new List<byte>(cil.Length + 1024), 0);
            foreach (var statement in CilText.Read(cil).SelectMany(Nested).Where(s => s.Keyword is "neverallow" or "neverallowx" && assertions.Contains((source.Name, s.Line))))
            {
                text.AddRange(cil[at..statement.Start]);
                text.AddRange(Encoding.UTF8.GetBytes(Halves(Encoding.UTF8.GetString(cil[statement.Start..statement.End]), statement, ++count)));
                at = statement.End;
            }

            text.AddRange(cil[at..]);
            return [.. text];
        }
    }

    // An assertion holds between two sides: once for sources, and once for targets, of which one is added.
    private static string Halves(string written, CilStatement statement, int number)
    {
        var (sources, targets) = (statement.TextAt(1), statement.TextAt(2));
        if (sources is null || targets is null)
        {
            return written;
        }

        var rest = string.Concat(statement.Items.Skip(3).Select(i => " " + OnOneLine(i)));
        var lines = string.Concat(written.Where(c => c == '\n'));
        var name = $"{Added}_{number}";
        var half = $"(typeattribute {name}_s)(typeattributeset {name}_s (and ({sources}) ({Added})))({statement.Keyword} {name}_s {targets}{rest})";
        return targets is "self" or "notself" or "other" ? half + lines : $"{half}(typeattribute {name}_t)(typeattributeset {name}_t (and ({targets}) ({Added})))({statement.Keyword} {sources} {name}_t{rest}){lines}";
    }

    private static string OnOneLine(CilStatement part) =>
        part.IsList ? $"({string.Join(' ', part.Items.Select(OnOneLine))})" : part.IsQuoted ? $"\"{part.Text}\"" : part.Text!;

    private static IEnumerable<string> AddedTypes(IEnumerable<PolicySource> sources, IReadOnlySet<string> modules)
    {
        var statements = sources.Where(s => modules.Contains(s.Name)).SelectMany(s => CilText.Read(s.Content.Span)).SelectMany(Nested).ToList();
        var attributes = statements.Where(s => s.Keyword == "typeattribute").Select(s => s.TextAt(1)).ToHashSet(StringComparer.Ordinal);
        var joined = statements.Where(s => s.Keyword == "typeattributeset" && s.TextAt(1) is { } attribute && attribute != Required && !attributes.Contains(attribute))
            .SelectMany(s => s.Items.Skip(2).SelectMany(i => i.IsList ? i.Items : [i]));
        return statements.Where(s => s.Keyword == "type").Select(s => s.TextAt(1)).Concat(joined.Select(i => i.Text)).OfType<string>()
            .Where(name => name is not ("and" or "or" or "xor" or "not" or "all") && !attributes.Contains(name))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static bool IsOfBase(ImmutableArray<MessagePlace> stack, IReadOnlySet<string> modules) => !stack.Any(p => modules.Contains(p.File));

    private static IEnumerable<CilStatement> Nested(CilStatement statement) =>
        statement.Keyword is "block" or "optional" or "in" ? statement.Items.Where(i => i.IsList).SelectMany(Nested) : [statement];
}

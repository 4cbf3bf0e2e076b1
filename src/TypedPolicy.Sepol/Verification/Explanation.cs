using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Classes;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Verification;

/// <summary>Turns libsepol's messages into findings: which place has to change, and what to do there.</summary>
internal sealed class Explanation(IReadOnlyList<PolicySource> sources, IReadOnlyList<VerifiedModule> modules)
{
    private readonly HashSet<string> _own = modules.Where(m => m.IsOwn).Select(m => m.Source.Name).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _verified = modules.Select(m => m.Source.Name).ToHashSet(StringComparer.Ordinal);
    private readonly Lazy<CilNames> _declared = new(() => new CilNames(sources.Select(s => CilText.Read(PolicyLinker.ToCil(s).Span))));

    private readonly StatementSearch _search = new(sources);
    private readonly Dictionary<string, IReadOnlyList<CilStatement>> _texts = new(StringComparer.Ordinal);

    /// <summary>The place of a statement of a file.</summary>
    public VerificationPlace PlaceOf(string file, CilStatement statement) => Main(new(statement.Keyword, file, statement.Line, statement.Marks));

    /// <summary>The findings of one message: one for each rule that breaks another.</summary>
    public IEnumerable<VerificationFinding> Of(LinkMessage message) => message switch
    {
        { Stacks.IsEmpty: false } => message.Stacks.Select(stack => OfStack(message, stack)),
        { Places.Length: > 1 } => [OfConflict(message)],
        { Places: [var place] } when OfReasons(message, Cause(message, place)) is { } finding => [finding],
        { Places: [var place] } => [new(Main(place), OfOne(message, place), [.. Others(place), .. message.Others.Select(Main)], message.Detail)],
        _ => [OfNone(message)],
    };

    // libsepol names no place: that of the statement which has the words of the message, if the verified modules have one.
    private VerificationFinding OfNone(LinkMessage message)
    {
        var reason = Sentence([message.Text, .. message.Reasons]);
        if (_search.Mentioned($"{message.Text} {string.Join(' ', message.Reasons)}", _verified) is not { } found)
        {
            return new(null, $"libsepol rejects the policy: {reason}.", [], message.Detail);
        }

        var place = new MessagePlace(found.Statement.Keyword, found.File, found.Statement.Line, found.Statement.Marks);
        return new(Main(place), $"libsepol rejects the policy: {reason}. {Written(found.Statement)} may be the cause.", [.. Others(place)], message.Detail);
    }

    // What is wrong with a user, role or type is reported at its declaration, though another statement of its own may say the wrong thing.
    private MessagePlace Cause(LinkMessage message, MessagePlace place)
    {
        if (message.Text.Split(' ') is not ["Invalid", ("user" or "role" or "type") and var kind] || StatementAt(place)?.Statement.TextAt(1) is not { } name)
        {
            return place;
        }

        var reason = string.Join(' ', message.Reasons);
        string[] keywords = reason.Contains("bounds", StringComparison.Ordinal) || reason.StartsWith("Bounds ", StringComparison.Ordinal) ? [$"{kind}bounds"]
            : kind == "user" && reason.Contains("Default level", StringComparison.OrdinalIgnoreCase) ? ["userlevel", "userrange"]
            : kind == "user" ? ["userrange", "userlevel"] : [];
        return keywords.Select(k => _search.WithOperand(k, name, _verified)).FirstOrDefault(f => f is not null) is { } found
            ? new(found.Statement.Keyword, found.File, found.Statement.Line, found.Statement.Marks)
            : place;
    }

    // A cause that libsepol gives on lines of their own.
    private VerificationFinding? OfReasons(LinkMessage message, MessagePlace place)
    {
        if (message.Reasons.IsEmpty)
        {
            return null;
        }

        var reason = Sentence(message.Reasons);
        var statement = StatementAt(place)?.Statement;
        var text = $"libsepol rejects {(statement is null ? "the policy" : Written(statement))}: {reason} ({message.Text}).";
        if (statement is not null && reason.Contains("onflicting", StringComparison.Ordinal) && _search.Contradicting(statement) is { } other)
        {
            var there = PlaceOf(other.File, other.Statement);
            return new(Main(place), $"{text} The other rule is {Written(other.Statement)} at {there}.", [there, .. Others(place)], message.Detail);
        }

        if (message.Others is [var before, ..])
        {
            text += $" It is declared at {Main(before)} too.";
        }

        return new(Main(place), text + Permission(message.Reasons, statement), [.. Others(place), .. message.Others.Select(Main)], message.Detail);
    }

    private static string Permission(IEnumerable<string> reasons, CilStatement? statement)
    {
        var name = reasons.Select(r => r.Split(' ') is ["Failed", "to", "resolve", "permission", var permission] ? permission : null).FirstOrDefault(p => p is not null);
        var known = statement?.Items.Select(i => i.Keyword).Select(c => ObjectClassTable.Classes.FirstOrDefault(k => k.Name == c)).FirstOrDefault(c => c is not null);
        return name is not null && known is not null && Similar.To(name, known.Permissions.Select(p => p.Name), 2) is { } near ? $" Did you mean '{near}'?" : "";
    }

    private static string Sentence(IEnumerable<string> reasons) => string.Join("; ", reasons.Select(r => r.Trim().TrimEnd('.', ':')).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal));

    private VerificationFinding OfStack(LinkMessage message, ImmutableArray<MessagePlace> stack)
    {
        var (joining, attribute) = stack.Any(p => _verified.Contains(p.File)) ? default : Joining(stack[^1]);
        var main = stack.FirstOrDefault(IsOwn) ?? joining ?? stack[0];
        var way = stack.SelectMany(p => Others(p).Prepend(Main(p))).Where(p => p != Main(main)).Distinct().ToImmutableArray();
        var rule = RuleAt(stack[^1]);
        var calls = stack.Count(p => p.Statement == "call");
        var through = calls == 0 ? "" : $" It comes through {calls} {(calls == 1 ? "call" : "calls")}: {string.Join(" → ", stack.Select(p => Main(p).ToString()))}.";
        if (message.Places is [var assertion, ..])
        {
            if (joining is null && IsOwn(assertion) && !stack.Any(p => _verified.Contains(p.File)))
            {
                var narrow = $"The base has {rule} at {Main(stack[^1])}, which this neverallow rule forbids.{through} Narrow the neverallow rule: leave out what the base grants.";
                return new(Main(assertion), narrow, [.. Others(assertion), Main(main), .. way.Where(p => p != Main(assertion))], message.Detail);
            }

            var joined = joining is null ? "" : $" {attribute} has that rule, and this policy joins it here.";
            var text = $"The policy has {rule}, and the neverallow rule at {Main(assertion)} forbids that.{through}{joined} Remove or narrow the rule; or, if the neverallow rule exempts the members of an attribute, add the type to it.";
            return new(Main(main), text, [.. way, Main(assertion), .. Others(assertion)], message.Detail, !_verified.Contains(assertion.File));
        }

        return new(Main(main), $"{message.Text}: the policy has {rule}, which the type that bounds it does not have.{through} Add the rule to the parent too, or remove it here.", way, message.Detail);
    }

    // A rule of the base for an attribute that a verified module puts a type into.
    private (MessagePlace? Place, string? Attribute) Joining(MessagePlace rule)
    {
        foreach (var name in StatementAt(rule)?.Statement.Items.Skip(1).Take(2).Select(i => i.Text).OfType<string>() ?? [])
        {
            if (_search.WithOperand("typeattributeset", name, _verified) is { } found)
            {
                return (new(found.Statement.Keyword, found.File, found.Statement.Line, found.Statement.Marks), name);
            }
        }

        return default;
    }

    private VerificationFinding OfConflict(LinkMessage message)
    {
        var main = message.Places.LastOrDefault(IsOwn) ?? message.Places[^1];
        ImmutableArray<VerificationPlace> others = [.. message.Places.Select(Main).Where(p => p != Main(main))];
        var kind = message.Text.Split(' ').FirstOrDefault(w => w.EndsWith("con", StringComparison.Ordinal)) ?? "label";
        var rule = RuleAt(main.Statement.Length > 0 ? main : main with { Statement = kind });
        return new(
            Main(main),
            $"{message.Text}: {rule} here contradicts the one {(others.IsEmpty ? "on its line" : $"at {string.Join(", ", others)}")}. Each {kind} can have only one context: remove one of them.",
            [.. others, .. Others(main)],
            message.Detail);
    }

    private string OfOne(LinkMessage message, MessagePlace place)
    {
        if (StatementAt(place) is not { } found)
        {
            return $"libsepol rejects the policy: {message.Text}.";
        }

        if (!message.Text.StartsWith("Failed to resolve", StringComparison.Ordinal))
        {
            return found.Statement.Keyword is "neverallow" or "neverallowx"
                ? $"libsepol rejects the policy: {message.Text}, since a rule allows what {Written(found.Statement)} forbids. Remove or narrow that rule."
                : $"libsepol rejects the policy: {message.Text}.";
        }

        // 'Failed to resolve NAME in call argument list' tells which; other messages name the statement alone.
        var said = message.Text.Split(' ') is [_, _, _, var name, "in", ..] ? name : null;
        var unknown = said is not null ? [said] : Unknown(found.Statement, found.Parameters);
        if (unknown.Length == 0)
        {
            return $"{message.Text}: this base does not accept {Written(found.Statement)}. Correct the statement, or put it into an [Optional] block.";
        }

        var names = string.Join(" and ", unknown.Select(u => $"'{u}'"));
        var meant = string.Concat(unknown.Select(u => Symbols.Proposal(u, _declared.Value.Declared)));
        return found.Statement.Names.Any(RequireRule.IsHelper) && CallOf(place, found.Statement) is { } call
            ? $"Neither this policy nor its base declares {names}, which {call} requires.{meant} Add the policy that declares it, or put the call into an [Optional] block. ({message.Text})"
            : $"Neither this policy nor its base declares {names}.{meant} Correct the name, add the policy that declares it, or put the rule into an [Optional] block. ({message.Text})";
    }

    // A statement that is not known by its operands, such as a call of a macro, is looked at word by word.
    private string[] Unknown(CilStatement statement, HashSet<string> parameters)
    {
        if (statement.Keyword == "in")
        {
            return statement.Items.Skip(1).TakeWhile(i => !i.IsList).LastOrDefault()?.Text is { } block ? [block] : [];
        }

        var used = statement.Keyword is "booleanif" or "tunableif" or "call" ? [] : CilNames.UsedBy(statement, parameters);
        return used.Count > 0
            ? [.. used.Where(n => !_declared.Value.IsDeclared(n))]
            : [.. NamesOf(statement).Where(n => !parameters.Contains(n) && IsUnknown(statement, n)).Distinct()];
    }

    /// <summary>The call of an interface that a statement comes from: our own CIL has it in a comment above.</summary>
    private string? CallOf(MessagePlace place, CilStatement statement)
    {
        var above = Encoding.UTF8.GetString(sources.First(s => s.Name == place.File).Content.Span[..statement.Start]).Split('\n');
        return above.Select(line => line.Trim()).LastOrDefault(line => line.StartsWith("; ", StringComparison.Ordinal)) is { } comment && comment.EndsWith(')')
            ? comment[2..]
            : null;
    }

    /// <summary>The names of a statement; of one with a condition those of the condition, since what holds under it has messages of its own.</summary>
    private static IEnumerable<string> NamesOf(CilStatement statement) =>
        statement.Keyword is "booleanif" or "tunableif" && statement.Items.Count > 1
            ? statement.Items[1] is { Text: { } boolean } ? [boolean] : statement.Items[1].Names
            : statement.Names.Skip(1);

    // Permissions are names too, of a class that is known; of one that is not, the class is what is missing.
    private bool IsUnknown(CilStatement statement, string name) =>
        !_declared.Value.IsDeclared(name)
        && NameRules.Problem(name, Model.Naming.EntityKind.Type) is null
        && statement.Items.Skip(1).Any(i => i.Text == name || (i.IsList && !_declared.Value.IsDeclared(NameKind.Class, i.Keyword) && (IsAccess(statement, i) ? i.Keyword == name : i.Names.Contains(name))));

    private static bool IsAccess(CilStatement statement, CilStatement part) =>
        statement.Keyword is "allow" or "auditallow" or "dontaudit" or "neverallow" && statement.Items.Count == 4 && ReferenceEquals(statement.Items[3], part);

    private string RuleAt(MessagePlace place) => StatementAt(place) is { } found ? Written(found.Statement) : place.Statement.Length > 0 ? $"an {place.Statement} rule" : "a rule";

    private static string Written(CilStatement statement)
    {
        var text = Text(statement);
        return text.Length <= 300 ? $"'{text}'" : $"'{text[..300]}…'";

        static string Text(CilStatement s) => s switch
        {
            { IsList: true } => $"({string.Join(' ', s.Items.Select(Text))})",
            { IsQuoted: true } => $"\"{s.Text}\"",
            _ => s.Text!,
        };
    }

    private (CilStatement Statement, HashSet<string> Parameters)? StatementAt(MessagePlace place)
    {
        if (sources.FirstOrDefault(s => s.Name == place.File) is not { } source)
        {
            return null;
        }

        var open = new Stack<(CilStatement Statement, HashSet<string> Parameters)>(TextOf(source).Reverse().Select(s => (s, new HashSet<string>())));
        while (open.TryPop(out var next))
        {
            var (statement, parameters) = next;
            if (statement.Line == place.Line && statement.Keyword.Length > 0 && (place.Statement.Length == 0 || statement.Keyword == place.Statement))
            {
                return next;
            }

            if (statement.Keyword == "macro")
            {
                parameters = [.. parameters, .. statement.Items.ElementAtOrDefault(2)?.Items.Select(p => p.TextAt(1) ?? "") ?? []];
            }

            for (var i = statement.Items.Count - 1; i >= 0; i--)
            {
                open.Push((statement.Items[i], parameters));
            }
        }

        return null;
    }

    // A packed module is converted as it is for linking, once: places are those of its CIL.
    private IReadOnlyList<CilStatement> TextOf(PolicySource source)
    {
        if (!_texts.TryGetValue(source.Name, out var text))
        {
            _texts.Add(source.Name, text = CilText.Read(PolicyLinker.ToCil(source).Span));
        }

        return text;
    }

    private bool IsOwn(MessagePlace place) => _own.Contains(place.File) && !place.Marks.IsEmpty;

    /// <summary>The C# line of it, if that is the project's own.</summary>
    private VerificationPlace Main(MessagePlace place) =>
        IsOwn(place) ? new(place.Marks[0].File, place.Marks[0].Line, true, place.Statement) : new(place.File, place.Line, false, place.Statement);

    /// <summary>The class that derives from a template, where a template's line is the first.</summary>
    private IEnumerable<VerificationPlace> Others(MessagePlace place) =>
        IsOwn(place) ? place.Marks.Skip(1).Select(m => new VerificationPlace(m.File, m.Line, true)) : [];
}

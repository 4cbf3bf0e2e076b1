using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>The macros of a source that hold statements, read without being expanded.</summary>
public sealed partial class PolicyParser
{
    private Statement? ParseBlockOrCall()
    {
        var call = ParseCall();
        if (call is null)
        {
            return null;
        }

        switch (call.Name)
        {
            case "optional_policy":
                return new MacroBlock(call.Name, "", Body(call, 0), Body(call, 1));
            case "tunable_policy" or "ifdef" or "ifndef" when call.Arguments.Length > 1:
                return new MacroBlock(call.Name, Unquoted(call, 0), Body(call, 1), Body(call, 2));
            case "interface" or "template" when call.Arguments.Length > 1:
                return new MacroBlock(call.Name, Unquoted(call, 0), Body(call, 1), []);
            case "gen_require":
                return new RequireBlock(Requirements(call, 0));
            case "gen_tunable" or "gen_bool" when call.Arguments.Length > 1:
                return new BooleanDeclaration(Unquoted(call, 0), Unquoted(call, 1) is "true" or "TRUE", IsTunable: call.Name == "gen_tunable");
            case "policy_module" when call.Arguments.Length > 0:
                return new ModuleHeader(Unquoted(call, 0), Unquoted(call, 1));
            default:
                return call;
        }
    }

    /// <summary>What m4 makes of an argument that is quoted once, or of one that is not quoted.</summary>
    private static string Unquoted(MacroCall call, int index) => index < call.Arguments.Length ? call.Arguments[index].Unquoted : "";

    private ImmutableArray<Statement> Body(MacroCall call, int index) =>
        Inner(call, index) is { } inner ? inner.ParseAll() : [];

    private ImmutableArray<Requirement> Requirements(MacroCall call, int index)
    {
        var items = ImmutableArray.CreateBuilder<Requirement>();
        if (Inner(call, index) is { } inner)
        {
            while (inner._tokens.Current.Kind != TokenKind.End)
            {
                inner.ParseRequirements(items);
                if (inner._failed)
                {
                    inner._failed = false;
                    inner.Recover(inner._tokens.Current.Start);
                }
            }
        }

        return items.ToImmutable();
    }

    /// <summary>Reads what is between an argument's quotes; no further than blocks may nest.</summary>
    private PolicyParser? Inner(MacroCall call, int index)
    {
        if (index >= call.Arguments.Length)
        {
            return null;
        }

        if (_depth >= MaxDepth)
        {
            return Fail<PolicyParser?>($"blocks are nested more than {MaxDepth} deep", null);
        }

        var argument = call.Arguments[index];
        var quotes = argument.IsQuoted ? 1 : 0;
        var start = argument.Start + quotes;
        var end = start + (argument.IsQuoted ? argument.Unquoted.Length : argument.Text.Length);
        return new PolicyParser(_source, start, end, _problems, _names, _comments, _depth + 1, _hasParameters);
    }

    /// <summary>A require block may hold a macro: a condition, whose requirements all count, or a word for many classes.</summary>
    private void ParseMacroInRequire(ImmutableArray<Requirement>.Builder into)
    {
        if (!_tokens.IsFollowedBy('('))
        {
            _tokens.Next();
            return;
        }

        var call = ParseCall();
        if (call?.Name is "ifdef" or "ifndef")
        {
            into.AddRange(Requirements(call, 1));
            into.AddRange(Requirements(call, 2));
        }
    }

    private void SkipLine(Token word)
    {
        var line = _source.Text.IndexOf('\n', word.End, _tokens.Limit - word.End);
        _tokens.MoveTo(line < 0 ? _tokens.Limit : line);
    }
}

using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>Calls of macros, by m4's rules for arguments: quotes nest, parentheses balance, a comment hides what is in it.</summary>
public sealed partial class PolicyParser
{
    private const int MaxEndlessCalls = 16;
    private int _endlessCalls;

    private MacroCall? ParseCall()
    {
        var name = Name("a macro");
        var text = _tokens.Text;
        var open = _tokens.Current.Start;
        var limit = _tokens.Limit;
        var arguments = ImmutableArray.CreateBuilder<MacroArgument>();
        var at = open + 1;
        while (true)
        {
            while (at < limit && text[at] is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
            {
                at++;
            }

            var start = at;
            at = MacroText.EndOfArgument(text, start, limit);
            if (at >= limit)
            {
                GiveUpCalls(limit);
                return Fail<MacroCall?>($"the arguments of {name} do not end", null);
            }

            arguments.Add(new MacroArgument(text.Substring(start, at - start), start));
            if (text[at++] == ')')
            {
                break;
            }
        }

        _tokens.MoveTo(at);
        return new MacroCall(name, arguments.Count == 1 && arguments[0].Text.Length == 0 ? [] : arguments.ToImmutable());
    }

    /// <summary>Each call that does not end is looked for to the end of the text, so a text that consists of such calls is not read on.</summary>
    private void GiveUpCalls(int limit)
    {
        if (++_endlessCalls > MaxEndlessCalls)
        {
            _tokens.MoveTo(limit);
        }
    }
}

using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Labels;

/// <summary>Reads lines of file contexts, one at a time: a line that is wrong costs no other.</summary>
internal sealed class FileContextParser(SourceFile file, ProblemList problems, List<Comment> comments, int start, int end, int depth)
{
    private readonly string _text = file.Text;
    private readonly ImmutableArray<FileContextItem>.Builder _items = ImmutableArray.CreateBuilder<FileContextItem>();
    private int _at = start;

    public ImmutableArray<FileContextItem> Parse()
    {
        while (true)
        {
            while (_at < end && IsBlank(_text[_at]))
            {
                _at++;
            }

            if (_at >= end)
            {
                return _items.ToImmutable();
            }

            var lineEnd = _text.IndexOf('\n', _at, end - _at) is var newline && newline < 0 ? end : newline;
            if (_text[_at] == '#')
            {
                comments.Add(new Comment(_at, lineEnd - _at));
                _at = lineEnd;
            }
            else if (StartsWith("dnl") && (_at + 3 == lineEnd || IsBlank(_text[_at + 3])))
            {
                _at = lineEnd;
            }
            else if (StartsWith("ifdef(") || StartsWith("ifndef("))
            {
                Block();
            }
            else
            {
                Line(lineEnd);
                _at = lineEnd;
            }
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private bool StartsWith(string word) => end - _at >= word.Length && string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private void Error(string message, int at) => problems.Error(message, file.Start + at, 0);

    private void Block()
    {
        var from = _at;
        var open = _text.IndexOf('(', _at);
        var name = _text.Substring(_at, open - _at);
        var arguments = new List<MacroArgument>();
        var at = open;
        do
        {
            at++;
            while (at < end && IsBlank(_text[at]))
            {
                at++;
            }

            var argument = at;
            at = MacroText.EndOfArgument(_text, at, end);
            if (at >= end)
            {
                Error($"the arguments of {name} do not end", from);
                _at = end;
                return;
            }

            arguments.Add(new MacroArgument(_text.Substring(argument, at - argument), argument));
        }
        while (_text[at] == ',');
        _at = at + 1;
        if (depth >= PolicyParser.MaxDepth)
        {
            Error($"blocks are nested more than {PolicyParser.MaxDepth} deep", from);
            return;
        }

        _items.Add(new FileContextBlock(name, arguments[0].Unquoted, Inner(arguments, 1), Inner(arguments, 2)) { Start = from });
    }

    private ImmutableArray<FileContextItem> Inner(List<MacroArgument> arguments, int index)
    {
        if (index >= arguments.Count)
        {
            return [];
        }

        var from = arguments[index].Start + (arguments[index].IsQuoted ? 1 : 0);
        return new FileContextParser(file, problems, comments, from, from + arguments[index].Unquoted.Length, depth + 1).Parse();
    }

    private void Line(int lineEnd)
    {
        var from = _at;
        var path = Word(lineEnd);
        var kindAt = _at;
        var kind = _at < lineEnd && _text[_at] == '-' ? Word(lineEnd) : "";
        if (kind.Length > 0 && kind is not ("--" or "-d" or "-l" or "-b" or "-c" or "-p" or "-s"))
        {
            Error($"'{kind}' is not a kind of file: write --, -d, -l, -b, -c, -p or -s", kindAt);
            return;
        }

        var context = _text.Substring(_at, lineEnd - _at);
        var hash = context.IndexOf(" #", StringComparison.Ordinal);
        context = (hash < 0 ? context : context.Substring(0, hash)).Trim();
        if (context == "<<none>>")
        {
            _items.Add(new FileContextLine(path, kind, null) { Start = from });
        }
        else if (Label(context) is { } label)
        {
            _items.Add(new FileContextLine(path, kind, label) { Start = from });
        }
        else
        {
            Error(context.Length == 0 ? "the label is missing" : "a label is gen_context(user:role:type,level), user:role:type:level or <<none>>", _at);
        }
    }

    private string Word(int lineEnd)
    {
        var from = _at;
        while (_at < lineEnd && !IsBlank(_text[_at]))
        {
            _at++;
        }

        var word = _text.Substring(from, _at - from);
        while (_at < lineEnd && IsBlank(_text[_at]))
        {
            _at++;
        }

        return word;
    }

    private static FileContextLabel? Label(string context)
    {
        const string Macro = "gen_context(";
        var isMacro = context.StartsWith(Macro, StringComparison.Ordinal) && context.EndsWith(")", StringComparison.Ordinal);
        var arguments = isMacro
            ? context.Substring(Macro.Length, context.Length - Macro.Length - 1).Split(',').Select(a => a.Trim(' ', '\t', '`', '\'')).ToArray()
            : [context];
        var parts = arguments[0].Split([':'], 4);
        if (parts.Length < 3 || parts.Any(p => p.Length == 0 || p.Any(char.IsWhiteSpace)) || (isMacro && parts.Length > 3))
        {
            return null;
        }

        var level = isMacro ? (arguments.Length > 1 ? arguments[1] : "") : (parts.Length > 3 ? parts[3] : "");
        return new FileContextLabel(parts[0], parts[1], parts[2], level, arguments.Length > 2 ? arguments[2] : "");
    }
}

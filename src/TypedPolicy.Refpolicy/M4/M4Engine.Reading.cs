using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>Tokens: words, strings, comments, and the characters between them.</summary>
public sealed partial class M4Engine
{
    private readonly MappedTextBuilder _word;
    private InputBlock[] _blocks = new InputBlock[32];
    private int _top = -1;

    internal M4Quotes Quotes { get; } = new();

    /// <summary>Skips to the end of the line, through everything that waits to be read.</summary>
    internal void SkipLine()
    {
        while (_top >= 0)
        {
            ref var block = ref _blocks[_top];
            if (block.Builtin is null)
            {
                var end = block.Text.IndexOf('\n', block.At);
                _work += (end < 0 ? block.Text.Length : end) - block.At;
                if (end >= 0)
                {
                    block.At = end + 1;
                    return;
                }
            }

            _top--;
        }
    }

    private void PushBlock(InputBlock block)
    {
        while (_top >= 0 && _blocks[_top].IsRead)
        {
            _top--;
        }

        if (_top + 1 >= Limits.Pending)
        {
            GiveUp(_blocks[_top].Position, _blocks[_top].FrameHere);
            return;
        }

        if (++_top == _blocks.Length)
        {
            Array.Resize(ref _blocks, _top * 2);
        }

        _blocks[_top] = block;
        if (!_keepsPlaces)
        {
            _blocks[_top].Segments = [];
        }
    }

    /// <summary>Reads one token, and does what it asks for.</summary>
    private void Step()
    {
        if (_top <= _watched)
        {
            EndWatch();
        }

        ref var block = ref _blocks[_top];
        if (block.IsRead)
        {
            _top--;
            return;
        }

        if (block.Builtin is not null)
        {
            HandOver(block.Builtin);
            return;
        }

        if (_work > Limits.Work || _output.Length > Limits.Output)
        {
            GiveUp(block.Position, block.FrameHere);
            return;
        }

        var text = block.Text;
        var start = block.At;
        var character = text[start];
        var kind = Quotes.KindOf(character);
        switch (kind)
        {
            case M4Character.Plain:
                var end = start + 1;
                while (end < text.Length && Quotes.KindOf(text[end]) == M4Character.Plain)
                {
                    end++;
                }

                Plain(ref block, end - start);
                break;
            case M4Character.Letter:
                ReadWord(ref block);
                break;
            case M4Character.Delimiter when Quotes.StartsComment(character) && Matches(Quotes.CommentStart):
                ReadComment();
                break;
            case M4Character.Delimiter when Quotes.StartsQuote(character) && Matches(Quotes.Left):
                ReadString();
                break;
            case M4Character.Delimiter when IsWordPart(character) && character is not (>= '0' and <= '9'):
                ReadWord(ref block);
                break;
            default:
                Single(ref block, character);
                break;
        }
    }

    private void Plain(ref InputBlock block, int count)
    {
        _work += count;
        if (_calls.Count > 0 && _calls[_calls.Count - 1].AtStart)
        {
            // Blanks before an argument are not part of it.
            var blanks = 0;
            while (blanks < count && IsBlank(block.Text[block.At + blanks]))
            {
                blanks++;
            }

            block.At += blanks;
            count -= blanks;
            _calls[_calls.Count - 1].AtStart = count == 0;
        }

        block.MoveTo(_sink, count);
    }

    private void Single(ref InputBlock block, char character)
    {
        if (_calls.Count == 0 || character is not ('(' or ',' or ')'))
        {
            Plain(ref block, 1);
            return;
        }

        var call = _calls[_calls.Count - 1];
        if (call.Parentheses == 0 && character != '(')
        {
            block.At++;
            _work++;
            call.EndArgument();
            if (character == ')')
            {
                Close(call);
            }

            return;
        }

        call.Parentheses += character == '(' ? 1 : character == ')' ? -1 : 0;
        Plain(ref block, 1);
    }

    private void ReadWord(ref InputBlock block)
    {
        var (text, start) = (block.Text, block.At);
        var end = start + 1;
        while (end < text.Length && IsWordPart(text[end]))
        {
            end++;
        }

        _work += end - start;
        var (position, frame) = (block.Position, block.FrameHere);
        if (end == text.Length && _top > 0 && GoesOn(_top - 1))
        {
            ReadLongWord(position, frame);
            return;
        }

        var macro = Symbols.Find(text, start, end - start);
        if (macro is null)
        {
            Begin();
            block.MoveTo(_sink, end - start);
            return;
        }

        block.At = end;
        var called = NextIsParenthesis();
        if (!called && macro.NeedsArguments)
        {
            Begin();
            _sink?.Append(text, start, end - start, position, frame);
            return;
        }

        Call(macro, called, position, frame);
    }

    /// <summary>A word that ends in another text than it starts in: the end of an expansion grows together with what follows it.</summary>
    private void ReadLongWord(int position, int frame)
    {
        _word.Clear();
        while (SkipRead() && _blocks[_top].Builtin is null && IsWordPart(_blocks[_top].Text[_blocks[_top].At]))
        {
            ref var block = ref _blocks[_top];
            var end = block.At;
            while (end < block.Text.Length && IsWordPart(block.Text[end]))
            {
                end++;
            }

            _work += end - block.At;
            block.MoveTo(_word, end - block.At);
        }

        var word = _word.ToText();
        var macro = Symbols.Find(word.Text);
        var called = macro is not null && NextIsParenthesis();
        if (macro is null || (!called && macro.NeedsArguments))
        {
            Begin();
            _sink?.Append(word);
            return;
        }

        Call(macro, called, position, frame);
    }

    private void ReadComment()
    {
        Begin();
        var (position, frame) = (_blocks[_top].Position, _blocks[_top].FrameHere);
        Take(Quotes.CommentStart.Length, _sink);
        while (SkipRead())
        {
            ref var block = ref _blocks[_top];
            if (block.Builtin is not null)
            {
                _top--;
                continue;
            }

            var end = block.Text.IndexOf(Quotes.CommentEnd[0], block.At);
            if (end < 0)
            {
                end = block.Text.Length;
            }

            _work += end - block.At + 1;
            block.MoveTo(_sink, end - block.At);
            if (!block.IsRead)
            {
                if (Matches(Quotes.CommentEnd))
                {
                    Take(Quotes.CommentEnd.Length, _sink);
                    return;
                }

                block.MoveTo(_sink, 1);
            }
        }

        Stop("a comment does not end", position, frame);
    }

    private void ReadString()
    {
        Begin();
        var (position, frame) = (_blocks[_top].Position, _blocks[_top].FrameHere);
        Take(Quotes.Left.Length, null);
        var depth = 1;
        while (SkipRead())
        {
            ref var block = ref _blocks[_top];
            if (block.Builtin is not null)
            {
                _top--;
                continue;
            }

            var end = block.Text.IndexOfAny(Quotes.QuoteCharacters, block.At);
            if (end < 0)
            {
                end = block.Text.Length;
            }

            _work += end - block.At + 1;
            block.MoveTo(_sink, end - block.At);
            if (block.IsRead)
            {
                continue;
            }

            // The right one first: with equal quotes a string ends where it could nest.
            if (Matches(Quotes.Right))
            {
                depth--;
                Take(Quotes.Right.Length, depth == 0 ? null : _sink);
                if (depth == 0)
                {
                    return;
                }
            }
            else if (Matches(Quotes.Left))
            {
                depth++;
                Take(Quotes.Left.Length, _sink);
            }
            else
            {
                block.MoveTo(_sink, 1);
            }
        }

        Stop("a quoted text does not end", position, frame);
    }

    private void HandOver(M4Macro builtin)
    {
        _top--;
        if (_calls.Count > 0)
        {
            var call = _calls[_calls.Count - 1];
            call.AtStart = false;
            call.Builtin = call.Text.Length == 0 ? builtin : null;
        }
    }

    /// <summary>The argument being read has begun, if with nothing: blanks belong to it from here on.</summary>
    private void Begin()
    {
        if (_calls.Count > 0)
        {
            _calls[_calls.Count - 1].AtStart = false;
        }
    }

    /// <summary>Leaves texts behind that are read; false where nothing is left.</summary>
    private bool SkipRead()
    {
        while (_top >= 0 && _blocks[_top].IsRead)
        {
            _top--;
        }

        return _top >= 0 && !_stopped;
    }

    private bool NextIsParenthesis() => SkipRead() && _blocks[_top].Builtin is null && _blocks[_top].Text[_blocks[_top].At] == '(';

    private bool GoesOn(int below)
    {
        while (below >= 0 && _blocks[below].IsRead)
        {
            below--;
        }

        return below >= 0 && _blocks[below].Builtin is null && IsWordPart(_blocks[below].Text[_blocks[below].At]);
    }

    /// <summary>Whether a text comes next, in one waiting text or across several.</summary>
    private bool Matches(string expected)
    {
        if (expected.Length == 0)
        {
            return false;
        }

        var (index, at) = (_top, _blocks[_top].At);
        foreach (var character in expected)
        {
            while (index >= 0 && _blocks[index].Builtin is null && at >= _blocks[index].Text.Length)
            {
                index--;
                at = index >= 0 ? _blocks[index].At : 0;
            }

            if (index < 0 || _blocks[index].Builtin is not null || _blocks[index].Text[at] != character)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private void Take(int count, MappedTextBuilder? sink)
    {
        _work += count;
        while (count > 0 && SkipRead())
        {
            ref var block = ref _blocks[_top];
            var here = Math.Min(count, block.Text.Length - block.At);
            block.MoveTo(sink, here);
            count -= here;
        }
    }

    private static bool IsWordPart(char character) =>
        character is (>= 'a' and <= 'z') or '_' or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\v' or '\f' or '\r';
}

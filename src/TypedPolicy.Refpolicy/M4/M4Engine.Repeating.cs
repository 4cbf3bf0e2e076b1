using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// Calls that amount to the same each time are not expanded again: those outside every argument whose text neither depends on what follows nor changes anything, while nothing is
/// defined beside what the engine was made with but what was pushed, and will be popped.
/// </summary>
public sealed partial class M4Engine
{
    private readonly RepeatedCalls? _repeated;
    private readonly Stack<Recording> _recordings = [];

    // Below what the innermost call that is watched was replaced by; less than every index where none is.
    private int _watched = int.MinValue;

    private bool IsUndisturbed => _calls.Count == 0 && Diversion == 0 && _diversions.Count == 0 && Symbols.State >= 0 && Quotes.AreUsual;

    /// <summary>Writes what a call expanded to before. Where that is not known, watches what it expands to.</summary>
    private bool IsRepeated(M4Call call)
    {
        if (_repeated is null || !IsUndisturbed || !SkipRead() || _blocks[_top].Builtin is not null || RepeatedCalls.Hash(call, Symbols.State) is not { } hash)
        {
            return false;
        }

        // The last word of an expansion grows together with letters that follow, and a parenthesis would be its arguments.
        ref var next = ref _blocks[_top];
        if (next.Text[next.At] is '(' || IsWordPart(next.Text[next.At]))
        {
            return false;
        }

        if (_repeated.Find(call, Symbols.State, hash) is { } known)
        {
            _work += known.Work;
            _output.Append(known.Text, SourceMap.Nowhere, 0);
            _inspected.AddRange(known.Inspected);
            return true;
        }

        if (_repeated.WasSeen(hash))
        {
            _recordings.Push(new Recording(call, Symbols.State, hash, _top, next.Text, next.At, _output.Length, _work, MessageText.Length, _inspected.Count));
            _watched = _top;
        }

        return false;
    }

    /// <summary>
    /// What was watched has been read: it is kept where reading goes on just behind the call, and nothing else has changed. Where anything was wrong before, nothing is kept: of
    /// many problems the last are not listed, so that one more would not show.
    /// </summary>
    private void EndWatch()
    {
        while (_recordings.Count > 0 && _top <= _recordings.Peek().Below)
        {
            var watched = _recordings.Pop();
            if (_top == watched.Below && ReferenceEquals(_blocks[_top].Text, watched.Next) && _blocks[_top].At == watched.At && IsUndisturbed && Symbols.State == watched.State
                && Problems.Problems.Count == 0 && MessageText.Length == watched.Messages)
            {
                _repeated!.Keep(watched.Call, watched.State, watched.Hash, new RepeatedText(_output.TextFrom(watched.Output), _work - watched.Work, [.. _inspected.Skip(watched.Inspected)]));
            }
        }

        _watched = _recordings.Count > 0 ? _recordings.Peek().Below : int.MinValue;
    }

    private void ForgetWatches()
    {
        _recordings.Clear();
        _watched = int.MinValue;
    }

    private readonly record struct Recording(M4Call Call, int State, int Hash, int Below, string Next, int At, int Output, long Work, int Messages, int Inspected);
}

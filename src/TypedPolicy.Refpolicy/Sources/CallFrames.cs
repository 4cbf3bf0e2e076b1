namespace TypedPolicy.Refpolicy.Sources;

/// <summary>The macro calls of an expansion. Frame 0 is the text itself, outside every call.</summary>
public sealed class CallFrames
{
    private readonly List<CallFrame> _frames = [new CallFrame("", SourceMap.Nowhere, 0)];

    /// <summary>How many there are.</summary>
    public int Count => _frames.Count;

    /// <summary>A call by its index.</summary>
    public CallFrame this[int index] => _frames[index];

    /// <summary>Forgets all calls.</summary>
    internal void Clear() => _frames.RemoveRange(1, _frames.Count - 1);

    internal int Add(string macro, int position, int parent)
    {
        _frames.Add(new CallFrame(macro, position, parent));
        return _frames.Count - 1;
    }
}

/// <summary>A macro call.</summary>
/// <param name="Macro">The macro's name.</param>
/// <param name="Position">Where its name stands.</param>
/// <param name="Parent">The call in whose text it stands; 0 for none.</param>
public readonly record struct CallFrame(string Macro, int Position, int Parent);

namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// Numbers the states of a table whose definitions are pushed and popped: the same pushes on the same state lead to the same number, and a pop leads back.
/// </summary>
internal sealed class M4States
{
    private const int Start = 0;
    private const int Unknown = -1;
    private const int MaxBodyLength = 64;
    private const int Max = 1_024;

    private readonly Dictionary<(int From, string Name, string Body), int> _numbers = [];
    private readonly Stack<(int From, string Name)> _pushed = [];

    /// <summary>The number of the state; negative where it has none.</summary>
    public int Current { get; private set; } = Start;

    /// <summary>The table has nothing of its own.</summary>
    public void Restart()
    {
        Current = Start;
        _pushed.Clear();
    }

    /// <summary>A definition was pushed.</summary>
    public void Push(string name, M4Macro macro)
    {
        if (Current == Unknown || macro.Body is not { Length: <= MaxBodyLength } body || _pushed.Count >= MaxBodyLength || _numbers.Count >= Max)
        {
            Leave();
            return;
        }

        _pushed.Push((Current, name));
        var key = (Current, name, body.Text);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _numbers.Count + 1);
        }

        Current = number;
    }

    /// <summary>A definition was popped.</summary>
    public void Pop(string name)
    {
        if (Current != Unknown && _pushed.Count > 0 && _pushed.Peek().Name == name)
        {
            Current = _pushed.Pop().From;
            return;
        }

        Leave();
    }

    /// <summary>Something else was done: the state has no number until the table has nothing of its own again.</summary>
    public void Leave() => Current = Unknown;
}

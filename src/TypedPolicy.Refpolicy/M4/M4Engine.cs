using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// The macro processor of policy sources: GNU m4 1.4.19 in everything that they use. It runs no program and opens no file; what would
/// do so is an error. Calls are kept on a list of their own, so that no input is too deep for the stack.
/// </summary>
public sealed partial class M4Engine
{
    private readonly List<OpenCall> _calls = [];
    private readonly Stack<OpenCall> _unused = [];
    private readonly SortedDictionary<int, MappedTextBuilder> _diversions = [];
    private readonly MappedTextBuilder _output;
    private readonly bool _keepsPlaces;
    private MappedTextBuilder? _sink;
    private bool _stopped;
    private long _work;

    /// <summary>The characters that were read, copied and compared since the last <see cref="Restart"/>.</summary>
    internal long Work => _work;

    /// <summary>Makes an engine.</summary>
    /// <param name="map">The sources, for places.</param>
    /// <param name="symbols">The definitions to start from, which stay as they are; nothing for m4's built-ins.</param>
    /// <param name="limits">How much a run may cost.</param>
    public M4Engine(SourceMap map, M4Symbols? symbols = null, M4Limits? limits = null)
        : this(map, symbols, limits, keepsPlaces: true)
    {
    }

    /// <summary>Makes an engine; for text that comes from no file, one may do without places, which cost as much as the rest of the work.</summary>
    internal M4Engine(SourceMap map, M4Symbols? symbols, M4Limits? limits, bool keepsPlaces)
    {
        _keepsPlaces = keepsPlaces;
        _repeated = keepsPlaces ? null : new RepeatedCalls();
        _output = new MappedTextBuilder(keepsPlaces);
        _word = new MappedTextBuilder(keepsPlaces);
        _expansion = new MappedTextBuilder(keepsPlaces);
        Map = map;
        Symbols = new M4Symbols(symbols ?? M4Builtins.Symbols);
        Limits = limits ?? M4Limits.Default;
        Problems = new ProblemList(map, Frames);
        _sink = _output;
    }

    /// <summary>The sources.</summary>
    public SourceMap Map { get; }

    /// <summary>The definitions as they are now.</summary>
    public M4Symbols Symbols { get; }

    /// <summary>How much a run may cost.</summary>
    public M4Limits Limits { get; }

    /// <summary>The calls of macros that were expanded.</summary>
    public CallFrames Frames { get; } = new();

    /// <summary>What is wrong.</summary>
    public ProblemList Problems { get; }

    /// <summary>What <c>errprint</c> wrote.</summary>
    public string Messages => MessageText.ToString();

    /// <summary>Whether a run was given up or ended by <c>m4exit</c>: nothing runs after that.</summary>
    public bool IsStopped => _stopped;

    /// <summary>Whether a run was given up because it cost more than <see cref="Limits"/> allow.</summary>
    public bool IsExhausted { get; private set; }

    internal System.Text.StringBuilder MessageText { get; } = new();

    internal int Diversion { get; private set; }

    /// <summary>Defines a name as text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="body">The text.</param>
    public void Define(string name, string body = "") => Symbols.Define(name, new M4Macro(name, MappedText.Of(body)));

    /// <summary>Defines a name as text that has places.</summary>
    /// <param name="name">The name.</param>
    /// <param name="body">The text.</param>
    public void Define(string name, MappedText body) => Symbols.Define(name, new M4Macro(name, body));

    /// <summary>Defines a name as something that the host does.</summary>
    /// <param name="name">The name.</param>
    /// <param name="builtin">What it does.</param>
    public void Define(string name, M4Builtin builtin) => Symbols.Define(name, new M4Macro(name, builtin, needsArguments: true));

    /// <summary>Forgets everything but the definitions that it was made with.</summary>
    internal void Restart()
    {
        Symbols.Clear();
        Quotes.Reset();
        Frames.Clear();
        Problems.Clear();
        MessageText.Clear();
        _output.Clear();
        _diversions.Clear();
        _calls.Clear();
        ForgetWatches();
        _inspected.Clear();
        (_top, _work, _stopped, _sink, Diversion) = (-1, 0, false, _output, 0);
        IsExhausted = false;
    }

    /// <summary>Reads a file; what it writes is added to what earlier files wrote.</summary>
    /// <param name="file">The file.</param>
    public void Run(SourceFile file) => Run(MappedText.Of(file));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    public void Run(MappedText text)
    {
        if (_stopped)
        {
            return;
        }

        Push(text);
        while (_top >= 0 && !_stopped)
        {
            Step();
        }

        if (_calls.Count > 0 && !_stopped)
        {
            // The innermost is the one whose parenthesis is missing, or whose quotes swallowed it.
            var open = _calls[_calls.Count - 1];
            Stop($"the arguments of {open.Macro.Name} do not end", open.Position, open.Frame);
        }

        _top = -1;
        _calls.Clear();
        ForgetWatches();
        _sink = Diverted();
    }

    /// <summary>What was written, diversions last; the engine forgets it.</summary>
    public MappedText TakeOutput()
    {
        foreach (var diversion in _diversions.Values)
        {
            _output.Append(diversion.ToText());
        }

        _diversions.Clear();
        var text = _output.ToText();
        _output.Clear();
        return text;
    }

    /// <summary>Gives text to m4, which reads it before anything else.</summary>
    /// <param name="text">The text.</param>
    public void Push(MappedText text)
    {
        if (text.Length > 0)
        {
            PushBlock(new InputBlock { Text = text.Text, Segments = text.Segments, Frame = -1 });
        }
    }

    internal void Push(string text, M4Call call) => Push(text.Length == 0 ? MappedText.Empty : new MappedText(text, [new Segment(0, call.Position, call.Frame)]));

    internal void Push(M4Macro builtin) => PushBlock(new InputBlock { Text = "", Segments = [], Builtin = builtin });

    internal void Error(string message, M4Call call) => Problems.Error(message, call.Position, call.Frame);

    internal void Warning(string message, M4Call call) => Problems.Warning(message, call.Position, call.Frame);

    internal void Stop() => _stopped = true;

    internal bool Spend(long work, M4Call call)
    {
        _work += work;
        if (_work > Limits.Work)
        {
            GiveUp(call.Position, call.Frame);
        }

        return !_stopped;
    }

    internal void Divert(int number)
    {
        Diversion = number;
        if (_calls.Count == 0)
        {
            _sink = Diverted();
        }
    }

    internal void Undivert(int number, M4Call call)
    {
        if (number != Diversion && number > 0 && _diversions.TryGetValue(number, out var diversion))
        {
            Spend(diversion.Length, call);
            _diversions.Remove(number);
            Diverted()?.Append(diversion.ToText());
        }
    }

    internal IEnumerable<int> Diversions => _diversions.Keys;

    private MappedTextBuilder? Diverted()
    {
        if (Diversion <= 0)
        {
            return Diversion == 0 ? _output : null;
        }

        if (!_diversions.TryGetValue(Diversion, out var builder))
        {
            _diversions.Add(Diversion, builder = new MappedTextBuilder(_keepsPlaces));
        }

        return builder;
    }

    private void GiveUp(int position, int frame)
    {
        IsExhausted = true;
        Stop("the macros do not end, or do too much", position, frame);
    }

    private void Stop(string message, int position, int frame)
    {
        if (!_stopped)
        {
            Problems.Error(message, position, frame);
            _stopped = true;
        }
    }
}

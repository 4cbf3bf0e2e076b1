using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>Calls: from the name to the text that replaces it.</summary>
public sealed partial class M4Engine
{
    private readonly MappedTextBuilder _expansion;

    internal void Expand(M4Macro macro, M4Call call)
    {
        if (macro.Builtin is not null)
        {
            macro.Builtin(this, call);
            return;
        }

        if (IsRepeated(call))
        {
            return;
        }

        var frame = Frames.Add(macro.Name, call.Position, call.Frame);
        var body = macro.Body!;
        if (macro.Parts.Length == 0)
        {
            if (body.Length > 0)
            {
                PushBlock(new InputBlock { Text = body.Text, Segments = body.Segments, Frame = frame });
            }

            return;
        }

        _expansion.Clear();
        foreach (var part in macro.Parts)
        {
            switch (part.Kind)
            {
                case MacroPartKind.Text:
                    _expansion.Append(body.Text, part.Start, part.Length, body.Segments, body.Segments.Length, frame);
                    break;
                case MacroPartKind.Argument when part.Argument == 0:
                    _expansion.Append(call.Name, call.Position, frame);
                    break;
                case MacroPartKind.Argument when part.Argument <= call.Count:
                    _expansion.Append(call.Mapped(part.Argument));
                    break;
                case MacroPartKind.Count:
                    _expansion.Append(Decimal(call.Count), call.Position, frame);
                    break;
                case MacroPartKind.All or MacroPartKind.AllQuoted:
                    AppendArguments(_expansion, call, 1, part.Kind == MacroPartKind.AllQuoted);
                    break;
                default:
                    break;
            }

            // Before the text gets as long as a hostile body asks for.
            if (_work + _expansion.Length > Limits.Work)
            {
                GiveUp(call.Position, call.Frame);
                return;
            }
        }

        _work += _expansion.Length;
        Push(_expansion.ToText());
    }

    /// <summary>The arguments from one on, with commas between them.</summary>
    internal MappedText JoinArguments(M4Call call, int first, bool quoted)
    {
        _expansion.Clear();
        AppendArguments(_expansion, call, first, quoted);
        _work += _expansion.Length;
        return _expansion.ToText();
    }

    internal static string Decimal(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Call(M4Macro macro, bool hasArguments, int position, int frame)
    {
        Begin();
        _work += 8;
        if (!hasArguments)
        {
            Expand(macro, new M4Call(macro, [], position, frame));
            return;
        }

        if (_calls.Count >= Limits.Depth)
        {
            GiveUp(position, frame);
            return;
        }

        _blocks[_top].At++;
        var call = _unused.Count > 0 ? _unused.Pop() : new OpenCall(_keepsPlaces);
        call.Start(macro, position, frame);
        _calls.Add(call);
        _sink = call.Text;
    }

    private void Close(OpenCall open)
    {
        _calls.RemoveAt(_calls.Count - 1);
        _sink = _calls.Count > 0 ? _calls[_calls.Count - 1].Text : Diverted();
        _work += 8L * open.Arguments.Count;
        var call = open.ToCall();
        _unused.Push(open);
        Expand(call.Macro, call);
    }

    private void AppendArguments(MappedTextBuilder into, M4Call call, int first, bool quoted)
    {
        for (var i = first; i <= call.Count; i++)
        {
            if (i > first)
            {
                into.Append(",", SourceMap.Nowhere, call.Frame);
            }

            if (quoted)
            {
                into.Append(Quotes.Left, SourceMap.Nowhere, call.Frame);
            }

            into.Append(call.Mapped(i));
            if (quoted)
            {
                into.Append(Quotes.Right, SourceMap.Nowhere, call.Frame);
            }
        }
    }
}

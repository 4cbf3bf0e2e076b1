namespace TypedPolicy.Refpolicy.M4;

/// <summary>Quotes and comments, where output goes, messages.</summary>
internal static partial class M4Builtins
{
    private static void ChangeQuotes(M4Engine engine, M4Call call) =>
        engine.Quotes.SetQuotes(call.Count > 0 ? call[1] : null, call.Count > 1 ? call[2] : null);

    private static void ChangeComments(M4Engine engine, M4Call call) =>
        engine.Quotes.SetComments(call.Count > 0 ? call[1] : null, call.Count > 1 ? call[2] : null);

    private static void Divert(M4Engine engine, M4Call call)
    {
        if (call.Count == 0)
        {
            engine.Divert(0);
        }
        else if (TryNumber(engine, call, 1, out var number))
        {
            engine.Divert(number);
        }
    }

    private static void Undivert(M4Engine engine, M4Call call)
    {
        if (call.Count == 0)
        {
            foreach (var diversion in engine.Diversions.ToList())
            {
                engine.Undivert(diversion, call);
            }
        }

        for (var i = 1; i <= call.Count; i++)
        {
            if (call[i].Length == 0 || call[i].Any(c => c is < '0' or > '9'))
            {
                engine.Error($"undivert does not open the file '{call[i]}'", call);
            }
            else if (TryNumber(engine, call, i, out var number))
            {
                engine.Undivert(number, call);
            }
        }
    }

    private static void WriteMessage(M4Engine engine, M4Call call)
    {
        for (var i = 1; i <= call.Count; i++)
        {
            if (!engine.Spend(call[i].Length, call))
            {
                return;
            }

            engine.MessageText.Append(i > 1 ? " " : "").Append(call[i]);
        }
    }
}

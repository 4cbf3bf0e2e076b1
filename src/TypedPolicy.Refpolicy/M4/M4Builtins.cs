using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>The names that m4 knows by itself.</summary>
internal static partial class M4Builtins
{
    /// <summary>All of them; a table that is never changed.</summary>
    public static M4Symbols Symbols { get; } = Make();

    private static M4Symbols Make()
    {
        var symbols = new M4Symbols();
        void Define(string name, M4Builtin builtin, bool needsArguments = true) => symbols.Define(name, new M4Macro(name, builtin, needsArguments));

        Define("define", DefineMacro);
        Define("pushdef", PushDefinition);
        Define("popdef", PopDefinitions);
        Define("undefine", Undefine);
        Define("defn", Definitions);
        Define("builtin", CallBuiltin);
        Define("indir", CallIndirectly);

        Define("ifdef", IfDefined);
        Define("ifelse", IfElse);
        Define("shift", Shift);

        Define("incr", (engine, call) => Step(engine, call, 1));
        Define("decr", (engine, call) => Step(engine, call, -1));
        Define("eval", Evaluate);

        Define("len", Length);
        Define("index", Index);
        Define("substr", Substring);
        Define("translit", Transliterate);
        Define("regexp", Match);
        Define("patsubst", Replace);

        Define("dnl", (engine, _) => engine.SkipLine(), needsArguments: false);
        Define("changequote", ChangeQuotes, needsArguments: false);
        Define("changecom", ChangeComments, needsArguments: false);
        Define("divert", Divert, needsArguments: false);
        Define("undivert", Undivert, needsArguments: false);
        Define("divnum", (engine, call) => engine.Push(M4Engine.Decimal(engine.Diversion), call), needsArguments: false);
        Define("errprint", WriteMessage);
        Define("m4exit", (engine, _) => engine.Stop(), needsArguments: false);

        Define("__file__", (engine, call) => engine.Push(PlaceOf(engine, call)?.File ?? "", call), needsArguments: false);
        Define("__line__", (engine, call) => engine.Push(M4Engine.Decimal(PlaceOf(engine, call)?.Line ?? 0), call), needsArguments: false);
        Define("__program__", (engine, call) => engine.Push("m4", call), needsArguments: false);
        Define("__gnu__", (_, _) => { }, needsArguments: false);
        Define("__unix__", (_, _) => { }, needsArguments: false);

        foreach (var name in (string[])["syscmd", "esyscmd", "include", "sinclude", "maketemp", "mkstemp", "debugfile"])
        {
            Define(name, (engine, call) => engine.Error($"{call.Name} runs programs or opens files, which policy sources may not do", call));
        }

        foreach (var name in (string[])["format", "m4wrap"])
        {
            Define(name, (engine, call) => engine.Error($"{call.Name} is not for policy sources", call));
        }

        foreach (var name in (string[])["sysval", "debugmode", "traceon", "traceoff", "dumpdef"])
        {
            Define(name, (engine, call) => engine.Error($"{call.Name} is not for policy sources", call), needsArguments: false);
        }

        return symbols;
    }

    /// <summary>Whether there are too few arguments to do anything; too many are only worth a warning.</summary>
    private static bool LacksArguments(M4Engine engine, M4Call call, int least, int most)
    {
        if (call.Count < least)
        {
            engine.Warning($"{call.Name} has too few arguments", call);
            return true;
        }

        if (most >= 0 && call.Count > most)
        {
            engine.Warning($"{call.Name} has more arguments than it reads", call);
        }

        return false;
    }

    /// <summary>The place that m4 would name: where the outermost call is in its file.</summary>
    private static SourcePlace? PlaceOf(M4Engine engine, M4Call call)
    {
        var (position, frame) = (call.Position, call.Frame);
        while (frame != 0)
        {
            (position, frame) = (engine.Frames[frame].Position, engine.Frames[frame].Parent);
        }

        return engine.Map.PlaceOf(position);
    }
}

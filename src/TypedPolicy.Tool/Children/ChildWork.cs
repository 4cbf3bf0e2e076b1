namespace TypedPolicy.Tool.Children;

/// <summary>What a child does, for messages about its limits.</summary>
/// <param name="Name">What it is called at the beginning of a sentence.</param>
/// <param name="Advice">What to do where it takes too much.</param>
internal sealed record ChildWork(string Name, string Advice)
{
    private const string Raise = $"set {ChildLimits.SecondsVariable} or {ChildLimits.MegabytesVariable}.";

    private static readonly ChildWork Link = new("Linking", $"Look for attributes or macros that multiply; for a policy that is really this large, {Raise}");

    // Nothing is linked: the modules themselves are what is large.
    private static readonly ChildWork Convert = new("Reading the installed modules", $"If they are really this large, {Raise}");

    /// <summary>That of this process. Its first argument is the program.</summary>
    public static ChildWork OfThisProcess => Of(Environment.GetCommandLineArgs().ElementAtOrDefault(1));

    /// <summary>That of a command.</summary>
    public static ChildWork Of(string? command) => command == ModuleCil.Command ? Convert : Link;
}

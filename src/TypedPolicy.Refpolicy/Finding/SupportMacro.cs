using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>A macro of the support files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where its text stands.</param>
/// <param name="Text">What it is defined as.</param>
/// <param name="Expansion">What a call amounts to, with <c>$1</c> and its like for the arguments; one line for each statement.</param>
public sealed record SupportMacro(string Name, SourcePlace? Place, string Text, ImmutableArray<string> Expansion)
{
    private static readonly M4Limits Limits = new() { Work = 1 << 20, Output = 1 << 20, Depth = 64, Pending = 1_000 };

    /// <summary>The macro of a name; null if the support files have none.</summary>
    public static SupportMacro? Of(HeaderTree tree, string name)
    {
        if (!tree.IsSupportMacro(name) || tree.Symbols.Find(name) is not { Body: { } body } macro)
        {
            return null;
        }

        var arguments = macro.Parts.Where(p => p.Kind == MacroPartKind.Argument).Select(p => p.Argument).DefaultIfEmpty(0).Max();
        var call = arguments == 0 ? name : $"{name}({string.Join(",", Enumerable.Range(1, Math.Min(arguments, 9)).Select(a => $"`{Hole.Of(a)}'"))})";
        var engine = new M4Engine(tree.Sources, tree.Symbols, Limits);
        engine.Run(MappedText.Of(call));
        var text = engine.TakeOutput().Text;
        for (var argument = 1; argument <= arguments; argument++)
        {
            text = text.Replace(Hole.Of(argument), "$" + M4Engine.Decimal(argument));
        }

        var lines = text.Split('\n').Select(l => string.Join(" ", l.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0);
        return new SupportMacro(name, tree.Sources.PlaceOf(body.PositionOf(0)), body.Text.Trim('\n'), [.. lines]);
    }
}

using System.Text;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Expands interfaces by running their macros on holes, and reads what comes out.</summary>
internal sealed class InterfaceExpander(HeaderTree tree)
{
    // The largest of Debian's takes a hundredth of this.
    private static readonly M4Limits Limits = new() { Work = 32 << 20, Output = 8 << 20, Depth = 256, Pending = 10_000 };

    private readonly NameTable _names = new();

    public ExpandedInterface Expand(HeaderInterface item, int arguments)
    {
        var call = new StringBuilder(item.Name).Append('(');
        for (var i = 1; i <= arguments; i++)
        {
            call.Append(i > 1 ? ",`" : "`").Append(Hole.Of(i)).Append('\'');
        }

        var engine = new M4Engine(tree.Sources, tree.Symbols, Limits);
        engine.Run(MappedText.Of(call.Append(')').ToString()));
        var text = engine.TakeOutput();
        var statements = PolicyParser.Parse(text, engine.Problems, _names);
        var block = BlockBuilder.Build(statements);
        UnknownMacros.Report(block.Statements, text, engine.Problems);

        // The call itself stands in no file, so a mistake in it is the interface's.
        return new ExpandedInterface(item, arguments, block, [.. engine.Problems.Problems.Select(p => p.Place is null && p.Calls.IsEmpty ? p with { Place = item.Place } : p)]);
    }
}

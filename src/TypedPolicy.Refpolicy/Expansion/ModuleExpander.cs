using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Expands a module with the macros of a header tree, as the devel Makefile does.</summary>
internal static class ModuleExpander
{
    // The largest modules that distributions ship write less than a megabyte.
    private static readonly M4Limits Limits = new() { Work = 32 << 20, Output = 16 << 20 };

    public static ExpandedModule Expand(SourceMap sources, M4Symbols symbols, string name, string text)
    {
        var map = new SourceMap(sources);
        var engine = new M4Engine(map, symbols, Limits);
        engine.Run(map.Add(name, text));
        var expanded = engine.TakeOutput();
        var block = BlockBuilder.Build(PolicyParser.Parse(expanded, engine.Problems));
        UnknownMacros.Report(block.Statements, expanded, engine.Problems);
        var header = block.Statements.OfType<ModuleHeader>().FirstOrDefault();
        return new ExpandedModule(header?.Name ?? "", header?.Version ?? "", block, [.. engine.Problems.Problems]);
    }
}

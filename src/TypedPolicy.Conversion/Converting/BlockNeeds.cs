using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Converting;

/// <summary>
/// The modules of the base whose names a statement uses, since an optional block holds where all names in it are there. Those that the module needs outside of its optional blocks are there
/// wherever the module is, and count for nothing.
/// </summary>
internal sealed class BlockNeeds(NameBook names, CallRenderer calls, IBasePolicy basePolicy)
{
    private static readonly char[] Delimiters = [' ', '\t', '\r', '\n', '(', ')', '{', '}', ',', ';', ':', '-', '~', '`', '\'', '"'];

    private readonly HashSet<string> _always = new(StringComparer.Ordinal);

    /// <summary>Learns what a module needs in any case.</summary>
    public void Always(CommentedStatements source)
    {
        foreach (var statement in source.Statements.Where(s => s is not (OptionalBlock or Conditional)))
        {
            _always.UnionWith(Modules(statement, source));
        }
    }

    /// <summary>What a statement in a block needs beyond that: modules, and names of which no module is known.</summary>
    public IReadOnlyCollection<string> Of(Statement statement, CommentedStatements source) => [.. Modules(statement, source).Where(m => !_always.Contains(m)).Distinct()];

    private IEnumerable<string> Modules(Statement statement, CommentedStatements source)
    {
        var written = source.TextOf(statement).Split(Delimiters, StringSplitOptions.RemoveEmptyEntries);
        return (statement is MacroCall call && calls.Find(call.Name) is { } item ? item.Requires.Concat(written) : written)
            .Where(n => !names.IsOwn(n))
            .Select(n => names.Known(n) is { } kind ? (basePolicy.IsOptional(kind, n) ? null : basePolicy.ModuleOf(kind, n)) ?? n : null)
            .OfType<string>();
    }
}

using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// The headers of a reference policy: all interfaces and templates that a module may call. Reading cuts the files and no more; what
/// an interface does is worked out when it is asked for. Several threads may ask.
/// </summary>
public sealed class HeaderTree
{
    private readonly Dictionary<string, HeaderInterface> _byName;
    private readonly TreeBudget _budget = new();
    private readonly Lazy<InterfaceExpander> _expander;
    private readonly Lazy<ImmutableSortedDictionary<string, HeaderInterface>> _patterns;
    private readonly Lazy<ImmutableArray<HeaderPermissionSet>> _sets;

    private HeaderTree(BuildSettings settings, SourceMap sources, M4Symbols symbols, ImmutableArray<HeaderInterface> interfaces, HeaderTree? below, ProblemList problems)
    {
        (Settings, Sources, Symbols, Interfaces, Below, Problems) = (settings, sources, symbols, interfaces, below, problems.Problems);
        _expander = new(NewExpander);
        _patterns = new(() => Below is null ? PatternReader.Read(this).ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal) : ImmutableSortedDictionary<string, HeaderInterface>.Empty);
        _sets = new(() => Below is null ? [.. PermissionSetReader.Read(this)] : []);
        _byName = new Dictionary<string, HeaderInterface>(interfaces.Length, StringComparer.Ordinal);
        foreach (var item in interfaces)
        {
            _byName[item.Name] = item;
            item.Tree = this;
        }
    }

    /// <summary>How the policy was built.</summary>
    public BuildSettings Settings { get; }

    /// <summary>The interfaces and templates, by file and then in the order in which they are there; without those of <see cref="Below"/>.</summary>
    public ImmutableArray<HeaderInterface> Interfaces { get; }

    /// <summary>The macros of the support files that are rules about their arguments, in the order of their names; without those of <see cref="Below"/>.</summary>
    public IEnumerable<HeaderInterface> Patterns => _patterns.Value.Values;

    /// <summary>The permission sets of the support files, in the order of their names; without those of <see cref="Below"/>.</summary>
    public ImmutableArray<HeaderPermissionSet> PermissionSets => _sets.Value;

    /// <summary>The tree that this one is based on: the distribution's, below a module's own interfaces.</summary>
    public HeaderTree? Below { get; }

    /// <summary>What is wrong in the files themselves.</summary>
    public IReadOnlyList<SourceProblem> Problems { get; }

    internal SourceMap Sources { get; }

    internal M4Symbols Symbols { get; }

    internal InterfaceExpander Expander => _expander.Value;

    /// <summary>Reads a tree.</summary>
    /// <param name="files">Its files: <c>Makefile</c>, <c>build.conf</c>, <c>*.spt</c> and <c>*.if</c>; others are left alone. Their order does not matter.</param>
    /// <param name="below">The tree that it is based on, whose macros and settings hold here too.</param>
    /// <param name="settings">How the policy was built; null to read it from the tree's <c>Makefile</c> and <c>build.conf</c>.</param>
    public static HeaderTree Read(IEnumerable<HeaderFile> files, HeaderTree? below = null, BuildSettings? settings = null)
    {
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var build = settings ?? below?.Settings ?? BuildSettings.Read(Named("Makefile")?.Text, Named("build.conf")?.Text ?? "");
        HeaderFile? Named(string name) => sorted.FirstOrDefault(f => f.Path == name || f.EndsWith("/" + name));
        var map = new SourceMap(below?.Sources);
        var problems = new ProblemList(map, new CallFrames());
        var support = sorted.Where(f => f.EndsWith(".spt")).Select(f => map.Add(f.Path, f.Text)).ToList();

        // Which macros a module sees: those of the support files, read with the settings.
        var engine = new M4Engine(map, below?.Symbols);
        foreach (var definition in below is null ? build.Definitions : [])
        {
            engine.Define(definition.Key, definition.Value);
        }

        support.ForEach(engine.Run);
        problems.AddRange(engine.Problems.Problems);
        HeaderNames.RefuseMacros(engine.Symbols, below?.Symbols, problems);
        var symbols = new M4Symbols(engine.Symbols);
        var reader = new HeaderReader(map, support, symbols, below, problems);
        foreach (var file in sorted.Where(f => f.EndsWith(".if")))
        {
            reader.Read(file);
        }

        HeaderNames.RefuseMacros(symbols, engine.Symbols, problems);
        return new HeaderTree(build, map, symbols, reader.ToInterfaces(), below, problems);
    }

    /// <summary>An interface or template, also one of the trees below; null if there is none of that name.</summary>
    public HeaderInterface? Find(string name) => _byName.TryGetValue(name, out var found) ? found : Below?.Find(name);

    /// <summary>A pattern of the support files, also of the trees below; null if there is none of that name.</summary>
    public HeaderInterface? FindPattern(string name) => _patterns.Value.TryGetValue(name, out var found) ? found : Below?.FindPattern(name);

    /// <summary>Works out what all interfaces are called with, and so what their comments say, on all processors: for anyone who asks for most of them.</summary>
    /// <exception cref="IOException">They are too large together.</exception>
    public void Describe()
    {
        try
        {
            Parallel.ForEach(
                Interfaces,
                NewExpander,
                (item, state, expander) =>
                {
                    item.SignatureBy(expander);
                    return expander;
                },
                static _ => { });
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is IOException problem)
        {
            throw new IOException(problem.Message, e);
        }
    }

    /// <summary>What a module contains when everything that it calls is written out: the text that checkmodule would get, read.</summary>
    /// <param name="name">The name of its <c>.te</c> file, for places.</param>
    /// <param name="text">The text of the file.</param>
    public ExpandedModule Expand(string name, string text) => ModuleExpander.Expand(Sources, Symbols, name, text);

    /// <summary>Whether a name is a macro of the support files, such as <c>read_file_perms</c> or <c>manage_files_pattern</c>.</summary>
    public bool IsSupportMacro(string name) => Find(name) is null && Symbols.Find(name) is { Body: not null };

    private InterfaceExpander NewExpander() => new(Sources, Symbols, _budget);
}

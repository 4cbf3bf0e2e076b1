using System.Collections.Immutable;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>Reads headers one after the other and defines their interfaces as macros.</summary>
internal sealed class HeaderReader(SourceMap map, List<SourceFile> support, M4Symbols symbols, HeaderTree? below, ProblemList problems)
{
    // A header has nothing to compute.
    private static readonly M4Limits Limits = new() { Work = 64 << 20, Output = 16 << 20 };

    private readonly ImmutableArray<HeaderInterface>.Builder _interfaces = ImmutableArray.CreateBuilder<HeaderInterface>();
    private readonly Dictionary<string, HeaderInterface> _byName = new(StringComparer.Ordinal);
    private readonly List<ScannedInterface> _scanned = [];
    private M4Symbols? _firstStage;

    public ImmutableArray<HeaderInterface> ToInterfaces() => _interfaces.ToImmutable();

    public void Read(HeaderFile header)
    {
        var file = map.Add(header.Path, header.Text);
        if (HeaderNames.Problem(header) is { } problem)
        {
            problems.Error(problem, file.Start, 0);
            return;
        }

        _scanned.Clear();
        if (!new HeaderScanner(file).TryRead(_scanned))
        {
            _scanned.Clear();
            Run(file);
        }

        foreach (var item in _scanned)
        {
            Add(item, header, file);
        }
    }

    private void Add(ScannedInterface item, HeaderFile header, SourceFile file)
    {
        if (!HeaderNames.IsMacro(item.Name))
        {
            problems.Error(HeaderNames.Refusal(item.Name, item.IsTemplate ? "template" : "interface"), item.Position, 0);
            return;
        }

        var isRepeated = _byName.TryGetValue(item.Name, out var first);
        if (isRepeated && !LastDefinitionWins)
        {
            problems.Error($"{item.Name} is defined twice, first at {first.Place}; this definition is ignored", item.Position, 0);
            return;
        }

        // A comment at the end of the body must not take in what follows a call.
        var body = item.Body.Text.EndsWith("\n", StringComparison.Ordinal) ? item.Body : item.Body.WithNewLine();
        var macro = new M4Macro(item.Name, body);
        var read = new HeaderInterface(item.Name, item.IsTemplate, header.Module, header.Layer, macro, map, item.Position, file, item.DocumentationStart, item.DocumentationEnd);
        symbols.Define(item.Name, macro);
        _byName[item.Name] = read;
        if (isRepeated)
        {
            problems.Warning($"{item.Name} is defined twice, first at {first!.Place}; this definition replaces the first, as it does in a module of this distribution", item.Position, 0);
            _interfaces[_interfaces.IndexOf(first)] = read;
        }
        else
        {
            _interfaces.Add(read);
        }
    }

    /// <summary>Whether a second definition of an interface replaces the first, as on Fedora, where <c>interface</c> only warns of it. Debian's stops the build.</summary>
    private bool LastDefinitionWins =>
        symbols.Find("interface")?.Body?.Text is { } body && body.Contains("refpolicywarn(`duplicate");

    /// <summary>Runs a header that is not as simple as headers are, the way the devel Makefile makes all_interfaces.conf: without the settings.</summary>
    private void Run(SourceFile file)
    {
        var engine = new M4Engine(map, _firstStage ??= FirstStage(), Limits);
        void Collect(M4Engine _, M4Call call, bool isTemplate)
        {
            if (call[1].Length > 0)
            {
                var offset = call.Position - file.Start;
                var isHere = call.Position >= file.Start && call.Position <= file.End;
                _scanned.Add(new ScannedInterface(call[1], isTemplate, call.Mapped(2), call.Position, isHere ? CommentsBefore(file.Text, offset) : -1, offset));
            }
        }

        engine.Define("interface", (e, call) => Collect(e, call, isTemplate: false));
        engine.Define("template", (e, call) => Collect(e, call, isTemplate: true));
        engine.Run(file);
        problems.AddRange(engine.Problems.Problems);

        // What is left is read once more together with the modules; only its definitions stay.
        var second = new M4Engine(map, symbols, Limits);
        second.Run(engine.TakeOutput().WithoutFrames());
        problems.AddRange(second.Problems.Problems);
        second.Symbols.CopyTo(symbols);
    }

    private M4Symbols FirstStage()
    {
        var engine = new M4Engine(map, below?.Symbols);
        support.ForEach(engine.Run);
        return engine.Symbols;
    }

    private static int CommentsBefore(string text, int at)
    {
        var start = -1;
        for (var lineEnd = at; lineEnd > 0;)
        {
            var lineStart = text.LastIndexOf('\n', lineEnd - 1) is var newline && newline < 0 ? 0 : newline + 1;
            var first = lineStart;
            while (first < lineEnd && text[first] is ' ' or '\t')
            {
                first++;
            }

            // The line that the interface itself starts is empty up to it; another empty line ends the comments.
            if (first < lineEnd ? text[first] != '#' : lineEnd != at)
            {
                break;
            }

            start = first < lineEnd ? lineStart : start;
            lineEnd = lineStart - 1;
        }

        return start;
    }
}

using System.Collections.Immutable;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>Reads the sources of a module.</summary>
public sealed class ModuleReader
{
    private static readonly M4Limits Limits = new() { Work = 64 << 20, Output = 16 << 20, Depth = 256, Pending = 100_000 };

    private readonly SupportMacros _support;
    private readonly HeaderTree _headers;
    private readonly ImmutableArray<string>.Builder _labelComments = ImmutableArray.CreateBuilder<string>();
    private readonly List<SettingsRange> _conditions = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly ImmutableArray<LeftOutText>.Builder _leftOut = ImmutableArray.CreateBuilder<LeftOutText>();
    private readonly ImmutableArray<SourceProblem>.Builder _problems = ImmutableArray.CreateBuilder<SourceProblem>();

    private ModuleReader(HeaderTree headers, SupportMacros support) => (_headers, _support) = (headers, support);

    /// <summary>Reads a module.</summary>
    /// <param name="headers">The headers of the policy that it is for.</param>
    /// <param name="support">The support macros of that policy.</param>
    /// <param name="files">The module's files: one <c>.te</c>, and where it has them one <c>.if</c> and one <c>.fc</c>.</param>
    /// <param name="writeOut">Tells which of the module's own interfaces are written out where they are called.</param>
    public static ModuleSource Read(HeaderTree headers, SupportMacros support, IReadOnlyList<HeaderFile> files, Func<ModuleInterface, bool>? writeOut = null) =>
        new ModuleReader(headers, support).Read(files, writeOut ?? (_ => false));

    private ModuleSource Read(IReadOnlyList<HeaderFile> files, Func<ModuleInterface, bool> writeOut)
    {
        var interfaces = ReadInterfaces([.. files.Where(f => f.EndsWith(".if"))]);
        var inline = interfaces.Where(writeOut).ToList();
        var rules = files.FirstOrDefault(f => f.EndsWith(".te")) is { } te ? ReadRules(te, inline) : null;
        var labels = files.Where(f => f.EndsWith(".fc")).SelectMany(ReadLabels).ToImmutableArray();
        var header = rules?.Statements.OfType<ModuleHeader>().FirstOrDefault();
        return new ModuleSource(
            header?.Name ?? NameOf(files),
            header?.Version ?? "",
            rules ?? Parse(MappedText.Empty, new SourceMap(), new CallFrames(), new ProblemList(new SourceMap(), new CallFrames()), _ => false),
            interfaces,
            labels,
            _labelComments.ToImmutable(),
            _leftOut.ToImmutable(),
            _problems.ToImmutable());
    }

    private static string NameOf(IReadOnlyList<HeaderFile> files)
    {
        var name = files.Count == 0 ? "policy" : files[0].Path.Substring(files[0].Path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    private CommentedStatements ReadRules(HeaderFile te, List<ModuleInterface> inline)
    {
        var map = new SourceMap(_support.Sources);
        var engine = Engine(map);
        var file = map.Add(te.Path, te.Text);
        foreach (var own in inline.GroupBy(i => i.Header.Source))
        {
            var there = map.Add(own.Key.Name, own.Key.Text);
            foreach (var item in own)
            {
                engine.Define(item.Header.Name, item.Header.Macro.Body!.Moved(own.Key, there));
            }
        }

        engine.Run(file);
        return Parse(engine, map, position => position >= file.Start && position <= file.End, position => position >= file.Start);
    }

    private ImmutableArray<ModuleInterface> ReadInterfaces(IReadOnlyList<HeaderFile> files)
    {
        var own = HeaderTree.Read(files, _headers);
        _own.UnionWith(own.Interfaces.Select(i => i.Name));
        _problems.AddRange(own.Problems);
        var read = ImmutableArray.CreateBuilder<ModuleInterface>();
        foreach (var item in own.Interfaces)
        {
            var map = new SourceMap(own.Sources);
            var engine = Engine(map);
            engine.Symbols.Define(item.Name, item.Macro);
            engine.Run(MappedText.Of($"{item.Name}({string.Join(",", item.Signature.Parameters.Select(p => item.Signature.NeverGiven.Contains(p.Number) ? "`'" : $"`{Hole.Of(p.Number)}'"))})"));
            engine.Symbols.Undefine(item.Name);
            read.Add(new ModuleInterface(item, Parse(engine, map, position => position >= 0 && files.Any(f => f.Path == map.PlaceOf(position)?.File))));
        }

        return read.ToImmutable();
    }

    private IEnumerable<FileContextLine> ReadLabels(HeaderFile fc)
    {
        var map = new SourceMap(_support.Sources);
        var engine = Engine(map);
        engine.Run(map.Add(fc.Path, fc.Text));
        var text = engine.TakeOutput();
        _problems.AddRange(engine.Problems.Problems);
        List<SettingsRange> conditions = [.. _conditions];
        _conditions.Clear();
        var comments = ImmutableArray.CreateBuilder<string>();
        var (start, group, isFirst) = (0, 1, true);
        string? around = null;
        foreach (var line in text.Text.Split('\n'))
        {
            var position = text.PositionOf(Math.Min(start, Math.Max(0, text.Length - 1)));
            var place = map.PlaceOf(position);
            start += line.Length + 1;
            var words = FileContextWords.Split(line);
            if (words.Length > 0 && words[0][0] == '#')
            {
                if (CommentText.Of(line) is { Length: > 0 } comment)
                {
                    comments.Add(comment);
                }
            }
            else if (words.Length == 0)
            {
                group++;
                if (isFirst)
                {
                    // A comment at the top with a blank line below it is about the whole file.
                    _labelComments.AddRange(comments);
                    comments.Clear();
                }
            }
            else
            {
                isFirst = false;
                var condition = conditions.Where(c => c.Start <= position && position <= c.End).Select(c => c.Condition).FirstOrDefault();
                if (condition is not null && condition != around)
                {
                    comments.Insert(0, condition);
                }

                around = condition;
                if (Label(words, comments.ToImmutable(), place, group) is { } label)
                {
                    yield return label;
                }
                else if (_problems.Count < ProblemList.Max)
                {
                    _problems.Add(new SourceProblem(ProblemSeverity.Error, $"'{line.Trim()}' is not a file context: write a path, an optional kind of file, and a context", place, []));
                }

                comments.Clear();
            }
        }

        _labelComments.AddRange(comments);
    }

    private static FileContextLine? Label(string[] words, ImmutableArray<string> comments, SourcePlace? place, int group) =>
        FileContextWords.Read(words) is { } read && (read.Label is null || read.Context.Split(':').Length is >= 3 and <= 5)
            ? new FileContextLine(read.Pattern, read.Kind, read.Label, comments, place, group)
            : null;

    private M4Engine Engine(SourceMap map)
    {
        var engine = new M4Engine(map, _support.Written, Limits);
        engine.Define("ifdef", (e, call) =>
        {
            // The devel Makefile gives all interfaces to m4 before the module, so that one may ask whether the policy has an interface.
            var taken = e.Symbols.Find(call[1]) is null && _headers.Find(call[1]) is null && !_headers.IsSupportMacro(call[1]) && !_own.Contains(call[1]) ? 3 : 2;
            Leave(e, call, taken == 2 ? 3 : 2, $"ifdef({call[1]})");
            Take(call, taken, $"ifdef({call[1]})");
            e.Push(call.Mapped(taken));
        });
        return engine;
    }

    /// <summary>Notes what a choice of the module's author leaves out; choices inside of support macros are the policy's own.</summary>
    private void Leave(M4Engine engine, M4Call call, int argument, string condition)
    {
        if (call[argument].Trim().Length > 0 && call.Frame == 0 && call.Position >= 0)
        {
            _leftOut.Add(new LeftOutText(argument == 3 ? "the else branch of " + condition : condition, call[argument].Trim(), engine.Map.PlaceOf(call.Position)));
        }
    }

    /// <summary>Remembers what a choice of the module's author takes, which the settings of another policy may leave out.</summary>
    private void Take(M4Call call, int argument, string condition)
    {
        var text = call.Mapped(argument);
        var at = text.Length - text.Text.TrimStart().Length;
        if (call.Frame == 0 && call.Position >= 0 && at < text.Length && text.PositionOf(at) is >= 0 and var start && text.PositionOf(text.Length - 1) is var end && end >= start)
        {
            _conditions.Add(new SettingsRange(argument == 3 ? "the else branch of " + condition : condition, start, end));
        }
    }

    private CommentedStatements Parse(M4Engine engine, SourceMap map, Func<int, bool> isAuthors, Func<int, bool>? isModules = null)
    {
        var text = engine.TakeOutput();
        var parsed = Parse(text, map, engine.Frames, engine.Problems, isAuthors, isModules, [.. _conditions]);
        _conditions.Clear();
        _problems.AddRange(engine.Problems.Problems);
        return parsed;
    }

    private static CommentedStatements Parse(MappedText text, SourceMap map, CallFrames frames, ProblemList problems, Func<int, bool> isAuthors, Func<int, bool>? isModules = null, IReadOnlyList<SettingsRange>? conditions = null)
    {
        var comments = new List<Comment>();
        var statements = PolicyParser.ParseExpanded(text, problems, comments);
        return new CommentedStatements(text, map, frames, statements, comments, isAuthors, isModules, conditions);
    }
}

using Microsoft.CodeAnalysis;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>Whether what a rule says of a file context is so: the tools are asked, there is no list of what is known.</summary>
/// <param name="folder">Where files for the tools go.</param>
/// <param name="linked">The policy, and the file contexts in the order in which secilc writes them.</param>
/// <param name="equivalences">The file of equivalences.</param>
internal sealed class Confirmation(TemporaryFolder folder, LinkedPolicy linked, string equivalences)
{
    private readonly Lookups _lookups = new(folder);

    /// <summary>Nothing where the tools confirm a finding, or what they say instead.</summary>
    public string? Refutation(Diagnostic finding, CorpusSpec spec, CorpusSpec[] others)
    {
        var fixedSpec = RemedyProperties.Read(finding) is WriteText { Text: var text } ? Written(spec, text) : null;
        return DiagnosticIds.Parse(finding.Id) switch
        {
            DiagnosticId.UnescapedMetacharacter => MatchesTooMuch(spec, fixedSpec ?? throw new ArgumentException("TP4001 has a fix.")),
            DiagnosticId.PatternNeverMatches => NeverMatches(spec),
            DiagnosticId.PathUnderEquivalence => IsNeverConsulted(spec, fixedSpec),
            DiagnosticId.ConflictingLabels => Checked([spec, .. others], "Multiple different specifications"),
            DiagnosticId.RedundantLabel when others is [{ } other] && other.Path != spec.Path => NeverDecides(spec, other),
            DiagnosticId.RedundantLabel => Checked([spec, .. others], "Multiple same specifications"),
            DiagnosticId.LabelOfEveryAndOneKind => DependsOnOrder(spec, others),
            DiagnosticId.KindContradictsPattern => LeavesOutDirectory(spec),
            _ => $"there is no way to confirm {finding.Id} yet; add one",
        };
    }

    /// <summary>The spec labels a path that the spec as it was meant does not.</summary>
    private string? MatchesTooMuch(CorpusSpec spec, string meant)
    {
        var mode = Lookups.Mode(spec.Kind);
        var paths = ExamplePaths.Of(spec.Path);
        var answers = _lookups.Alone([.. paths.Select(p => (spec.Path, spec.Kind, p, mode)), .. paths.Select(p => (meant, spec.Kind, p, mode))]);
        var (asWritten, asMeant) = (answers[..paths.Length], answers[paths.Length..]);
        return asWritten.Zip(asMeant).Any(a => a is (true, false)) && asMeant.Any(a => a) && !asWritten.Zip(asMeant).Any(a => a is (false, true))
            ? null
            : $"{spec.Path} labels what {meant} does";
    }

    private string? NeverMatches(CorpusSpec spec)
    {
        var paths = ExamplePaths.Of(spec.Path);
        var answers = _lookups.Alone([.. paths.Select(p => (spec.Path, spec.Kind, p, Lookups.Mode(spec.Kind)))]);
        return Array.IndexOf(answers, true) is >= 0 and var found ? $"{paths[found]} is labelled" : null;
    }

    /// <summary>With the equivalences, paths that the spec is for have no label by it; without them they have, and so they have by the spec that the message names.</summary>
    private string? IsNeverConsulted(CorpusSpec spec, string? meant)
    {
        var paths = ExamplePaths.Of(spec.Path).Select(p => (Path: p, Mode: Lookups.Mode(spec.Kind))).Where(p => !p.Path.Contains("//", StringComparison.Ordinal)).ToArray();
        string[] Labels(string path, string substitutions) => _lookups.Labels([string.Join('\t', new[] { path, spec.Kind, Lookups.Label }.Where(part => part.Length > 0))], substitutions, paths);
        var (without, with) = (Labels(spec.Path, ""), Labels(spec.Path, equivalences));
        var dead = Enumerable.Range(0, paths.Length).Where(i => without[i] == Lookups.Label && with[i] != Lookups.Label).ToArray();
        if (dead.Length == 0)
        {
            return "each path has its label in spite of the equivalences";
        }

        if (meant is null)
        {
            return null;
        }

        var after = Labels(meant, equivalences);
        return dead.All(i => after[i] == Lookups.Label) ? null : $"{meant} does not label {paths[dead.First(i => after[i] != Lookups.Label)].Path} either";
    }

    private string? Checked(CorpusSpec[] specs, string expected)
    {
        var run = Tool.Setfiles.Run("-c", linked.Binary, folder.Write($"check{Guid.NewGuid():N}.fc", string.Concat(specs.Select(s => s.Line + "\n"))));
        return run.Error.Contains(expected, StringComparison.Ordinal) ? null : $"setfiles says: {run.Error}";
    }

    /// <summary>Where the two stand in secilc's order, no path gets the label of the first, though each does where the first is alone.</summary>
    private string? NeverDecides(CorpusSpec spec, CorpusSpec other)
    {
        var mode = Lookups.Mode(spec.Kind);
        var paths = ExamplePaths.Of(spec.Path);
        var alone = _lookups.Alone([.. paths.Select(p => (spec.Path, spec.Kind, p, mode))]);
        var both = _lookups.Labels(linked.FileContextLines.Where(line => line == spec.Line || line == other.Line), "", [.. paths.Select(p => (p, mode))]);
        var label = spec.Line.Split('\t')[^1];
        return !alone.Contains(true) ? "it matches nothing even alone"
            : Array.IndexOf(both, label) is >= 0 and var found ? $"{paths[found]} is {label}"
            : both.Where((_, i) => alone[i]).All(l => l == other.Line.Split('\t')[^1]) ? null
            : $"{other.Path} does not match all of {string.Join(' ', paths)}";
    }

    /// <summary>Which of two specs wins is decided by nothing but the line that comes last.</summary>
    private string? DependsOnOrder(CorpusSpec spec, CorpusSpec[] others)
    {
        var path = ExamplePaths.Of(spec.Path)[0];
        string[] Winner(IEnumerable<CorpusSpec> specs) => _lookups.Labels(specs.Select(s => s.Line), "", [(path, Lookups.Mode(spec.Kind))]);
        var (forth, back) = (Winner([spec, .. others]), Winner([.. others, spec]));
        return forth[0] != back[0] ? null : $"{path} is {forth[0]} either way";
    }

    /// <summary>What is in the directory can have the label, the directory itself cannot.</summary>
    private string? LeavesOutDirectory(CorpusSpec spec)
    {
        var paths = ExamplePaths.Of(spec.Path);
        var directory = spec.Kind.Length > 0 ? paths : [.. paths.Select(p => p[..p.LastIndexOf('/')]).Where(p => p.Length > 0)];
        var asDirectories = _lookups.Alone([.. directory.Select(p => (spec.Path, spec.Kind, p, "dir"))]);
        var asFiles = _lookups.Alone([.. paths.Select(p => (spec.Path, spec.Kind, p, Lookups.Mode(spec.Kind)))]);
        return asDirectories.Contains(false) && asFiles.Contains(true) ? null : "the directory has the label as well";
    }

    /// <summary>The text of a fix as it stands in file contexts.</summary>
    private static string Written(CorpusSpec spec, string text) => (spec.Form switch
    {
        PathForm.Literal => PathPattern.Literal(text),
        PathForm.Tree => PathPattern.Tree(text),
        _ => PathPattern.Parse(text),
    }).Text;
}

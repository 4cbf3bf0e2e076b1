using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>File contexts as the C# that an author would write for them: a class for each type, an attribute for each line.</summary>
internal sealed class CorpusPolicy
{
    private readonly ImmutableArray<(string Text, CorpusSpec? Spec)> _lines;

    public CorpusPolicy(IEnumerable<CorpusSpec> specs)
    {
        _lines = [.. Lines(specs)];
    }

    /// <summary>What every analyzer finds in it, with the spec at fault; nothing for a finding elsewhere.</summary>
    public ImmutableArray<(Diagnostic Diagnostic, CorpusSpec? Spec)> Analyze(string target)
    {
        var compilation = Policy.Compile([("Corpus.cs", string.Join('\n', _lines.Select(l => l.Text)))]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var found = Analysis.Of(compilation, target).GetAwaiter().GetResult();

        // The corpus is a base policy: that its names are those of one is no mistake of it.
        return [.. found.Where(d => d.Id != DiagnosticId.NameOfBasePolicy.Code()).Select(d => (d, _lines[d.Location.GetLineSpan().StartLinePosition.Line].Spec)).OrderBy(hit => hit.d.Id, StringComparer.Ordinal).ThenBy(hit => hit.d.Location.SourceSpan.Start)];
    }

    /// <summary>The spec that stands at a place.</summary>
    public CorpusSpec At(Location place) => _lines[place.GetLineSpan().StartLinePosition.Line].Spec ?? throw new ArgumentException("No spec stands there.");

    private static IEnumerable<(string, CorpusSpec?)> Lines(IEnumerable<CorpusSpec> specs)
    {
        yield return ("using TypedPolicy;", null);
        var types = 0;
        foreach (var type in specs.GroupBy(s => s.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (type.Key is not null)
            {
                yield return ($"[FileType(\"{type.Key}\")]", null);
            }

            foreach (var spec in type)
            {
                yield return ($"[{spec.Attribute}]", spec);
            }

            yield return (type.Key is null ? "public static class NoLabels;" : $"public sealed class Type{types++};", null);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Learning.Compiling;

/// <summary>A project's C#, compiled in memory, and the policy that it declares: the same reading, checks and texts as those of a build.</summary>
internal sealed class CompiledPolicy
{
    private CompiledPolicy(PolicySources sources, CSharpCompilation compilation, PolicyAnalysis analysis, ImmutableArray<string> problems, ImmutableArray<PolicySymbol> symbols) =>
        (Sources, Compilation, Analysis, Problems, Symbols) = (sources, compilation, analysis, problems, symbols);

    /// <summary>What it was compiled from.</summary>
    public PolicySources Sources { get; }

    /// <summary>The compilation.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The classes that stand for types and attributes.</summary>
    public ImmutableArray<PolicySymbol> Symbols { get; }

    /// <summary>Errors of the compiler, and what blocks the policy; a name that another source generator makes is an error here and none in a build.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>What keeps policy from being written; null if nothing does.</summary>
    public string? Blocking { get; private init; }

    /// <summary>The module's name.</summary>
    public string Module => Analysis.Model.Module.Name;

    private PolicyAnalysis Analysis { get; }

    /// <summary>The type that the project gives to a port; null if it gives none.</summary>
    /// <param name="class">The class of the socket: <c>tcp_socket</c>.</param>
    /// <param name="port">The port.</param>
    public string? PortType(string @class, int port) => Analysis.Model.Declarations.SelectMany(d => d.Rules).Concat(Analysis.Model.Rules).OfType<PortLabel>()
        .Where(l => @class == l.Protocol.ToLowerInvariant() + "_socket" && l.Low <= port && port <= l.High).MinBy(l => l.High - l.Low)?.Context.Type.Name;

    /// <summary>Compiles a project.</summary>
    public static CompiledPolicy Of(PolicySources sources, CancellationToken cancellation)
    {
        var compilation = sources.Compile();
        var bound = PolicyBinder.Bind(compilation, sources.Folder, cancellation);
        var analysis = new PolicyAnalysis(bound.Model, sources.Spelling);
        var errors = compilation.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => Text(d.Location, d.Id, d.GetMessage(CultureInfo.InvariantCulture)));
        var findings = PolicyChecks.Run(analysis, [sources.Target]).Where(f => RuleCatalogue.Get(f.Rule).IsBlocking)
            .Select(f => Text(f.Spot.Origin.Index < 0 ? null : bound.Locations[f.Spot.Origin.Index], f.Rule.Code(), f.Message)).ToList();
        return new(sources, compilation, analysis, [.. errors.Concat(findings)], PolicySymbols.Of(compilation, cancellation)) { Blocking = findings.FirstOrDefault() };

        string Text(Location? location, string id, string message) =>
            location?.GetLineSpan() is { Path.Length: > 0 } place ? $"{Path.GetRelativePath(sources.Folder, place.Path)}({place.StartLinePosition.Line + 1}): {id}: {message}" : $"{id}: {message}";
    }

    /// <summary>The attribute of an interface of the base, by its C# name and the number of its type arguments; null if no binding of it is referenced.</summary>
    public INamedTypeSymbol? Binding(string name, int arity) =>
        Compilation.GetTypeByMetadataName($"TypedPolicy.Base.{name.Replace('.', '+')}Attribute{(arity == 0 ? "" : "`" + arity.ToString(CultureInfo.InvariantCulture))}");

    /// <summary>What is wrong with this text and was not with that before: each problem counts without its line, which an edit moves.</summary>
    public IEnumerable<string> NewProblems(CompiledPolicy before)
    {
        var known = before.Problems.GroupBy(WithoutLine).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return Problems.GroupBy(WithoutLine).Where(g => g.Count() > known.GetValueOrDefault(g.Key)).Select(g => g.First());

        static string WithoutLine(string problem) => problem.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var at && problem.LastIndexOf('(', at) is >= 0 and var open ? problem[..open] + problem[at..] : problem;
    }

    /// <summary>The CIL and the file contexts of the project's own module.</summary>
    public (string Cil, string FileContexts) Write()
    {
        var document = PolicyLowering.Lower(Analysis);
        return (Join(CilWriter.Write(document, [Sources.Target], [])), Join(FileContextWriter.Write(Analysis, [Sources.Target], FileContextFormat.Plain)));
    }

    private static string Join(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}

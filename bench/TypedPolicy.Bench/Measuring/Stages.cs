using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Binding;
using TypedPolicy.Generators;
using TypedPolicy.Generators.Models;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Bench.Measuring;

/// <summary>The generator's work, step by step, over one synthetic policy.</summary>
internal sealed class Stages
{
    private readonly SyntheticCompilation _compilation;
    private readonly BoundPolicy _bound;
    private readonly CarriedPolicy _carried;
    private readonly CilDocument _written;
    private readonly Lazy<BoundPolicy> _again;

    public Stages(SyntheticCompilation compilation)
    {
        _compilation = compilation;
        _bound = Bind(compilation.Fresh());
        var findings = PolicyChecks.Run(Analyze(), Target.All).Where(f => RuleCatalogue.Get(f.Rule).IsBlocking).ToArray();
        if (findings.Length > 0)
        {
            throw new InvalidOperationException("The synthetic policy is wrong: " + findings[0].Message);
        }

        _again = new(() => Bind(compilation.Fresh()));
        _written = Lower();
        Cil = Write(_written, Target.All);
        _carried = new CarriedPolicy("synthetic", "1.0", Manifest.Write(_bound.Model), EquatableArrayOf(Cil));
    }

    /// <summary>The CIL for all targets, in parts.</summary>
    public ImmutableArray<TextPart> Cil { get; }

    /// <summary>The CIL for one target.</summary>
    public string CilFor(Target target) => string.Concat(Cil.Where(p => p.Targets.Contains(target.Name)).Select(p => p.Text));

    public CilDocument Lower() => PolicyLowering.Lower(Analyze());

    public ImmutableArray<TextPart> Write(CilDocument document, ImmutableArray<Target> targets) => CilWriter.Write(document, targets, _bound.Places);

    public IEnumerable<(string Name, Func<int, Sample> Measure)> All()
    {
        yield return ("the whole generator, warm", runs => Sample.Of(runs, _compilation.Fresh, c => SyntheticCompilation.Driver().RunGenerators(c)));
        yield return ("  attributes, bound by Roslyn", runs => Sample.Of(runs, _compilation.Fresh, c => BindAttributes(c.Assembly.GlobalNamespace)));
        yield return ("  the same on all cores (not done: no gain)", runs => Sample.Of(runs, _compilation.Fresh, c => Parallel.ForEach(Types(c.Assembly.GlobalNamespace), BindAttributes)));
        yield return ("  read (PolicyBinder.Bind), attributes bound", runs => Sample.Of(runs, BoundAttributes, c => Bind(c)));
        yield return ("  read, with them", runs => Sample.Of(runs, _compilation.Fresh, c => Bind(c)));
        yield return ("  checks (PolicyChecks.Run)", runs => Sample.Of(runs, () => PolicyChecks.Run(Analyze(), Target.All)));
        yield return ("  lowering (PolicyLowering.Lower)", runs => Sample.Of(runs, () => Lower()));
        yield return ("  CIL: labels for 6 targets, and its text", runs => Sample.Of(runs, Lower, d => Write(d, Target.All)));
        yield return ("  CIL text alone, 6 targets (CilWriter.Write)", runs => Sample.Of(runs, () => Write(_written, Target.All)));
        yield return ("  CIL text alone, 1 target", runs => Sample.Of(runs, () => Write(_written, [Target.Default])));
        yield return ("  file contexts, 6 targets", runs => Sample.Of(runs, () => FileContextWriter.Write(Analyze(), Target.All, FileContextFormat.Plain)));
        yield return ("  manifest", runs => Sample.Of(runs, () => Manifest.Write(_bound.Model)));
        yield return ("  C# that carries it (CarrierWriter)", runs => Sample.Of(runs, () => Emit()));
        yield return ("  comparing two equal models", runs => Sample.Of(runs, () => _again.Value, b => b.Model.Equals(_bound.Model)));
    }

    // A step by itself pays for what the generator works out once for all of them.
    private PolicyAnalysis Analyze() => new(_bound.Model, Target.Default);

    private static BoundPolicy Bind(Compilation compilation) =>
        PolicyBinder.Bind(compilation, SyntheticCompilation.ProjectDirectory, CancellationToken.None);

    private Compilation BoundAttributes()
    {
        var compilation = _compilation.Fresh();
        BindAttributes(compilation.Assembly.GlobalNamespace);
        return compilation;
    }

    private SourceText Emit()
    {
        var source = new StringBuilder();
        CarrierWriter.Write(_carried, source);
        using var reader = new BuiltTextReader(source);
        return SourceText.From(reader, source.Length, Encoding.UTF8);
    }

    private static Model.EquatableArray<Artifact> EquatableArrayOf(ImmutableArray<TextPart> cil) => ImmutableArray.Create(new Artifact("synthetic.cil", cil));

    /// <summary>What any generator that looks at every attribute pays, whatever it does with them.</summary>
    private static void BindAttributes(INamespaceOrTypeSymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            _ = attribute.ConstructorArguments;
        }

        foreach (var member in symbol.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            BindAttributes(member);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}

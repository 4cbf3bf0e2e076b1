using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.CodeAnalysis;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Binding;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Bench;

/// <summary>In this process, since the symbols of a compilation cannot be handed to another one; short, since each run is long.</summary>
public sealed class InProcess : ManualConfig
{
    public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1).WithIterationCount(7).WithWarmupCount(5));
}

/// <summary>The whole generator, and its reading, on symbols that nobody has looked at before.</summary>
[Config(typeof(InProcess)), MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private SyntheticCompilation _policy = null!;
    private Compilation _compilation = null!;
    private Compilation _edited = null!;
    private GeneratorDriver _driver = null!;

    [Params(100, 1_000, 10_000, 50_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Parse()
    {
        _policy = new SyntheticCompilation(Rules);
        _driver = SyntheticCompilation.Driver().RunGenerators(_policy.Fresh());
    }

    [IterationSetup]
    public void FreshSymbols()
    {
        _compilation = _policy.Fresh();
        _edited = SyntheticCompilation.EditOrdinary(_policy.Fresh());
    }

    [Benchmark(Baseline = true)]
    public object Generator() => SyntheticCompilation.Driver().RunGenerators(_compilation);

    [Benchmark]
    public object Read() => PolicyBinder.Bind(_compilation, SyntheticCompilation.ProjectDirectory, CancellationToken.None);

    [Benchmark]
    public object AfterAnEditWithoutPolicy() => _driver.RunGenerators(_edited);
}

/// <summary>CIL as text, from a document whose labels are made for every target.</summary>
[Config(typeof(InProcess)), MemoryDiagnoser]
public class CilWritingBenchmarks
{
    private Stages _stages = null!;
    private CilDocument _document = null!;

    [Params(1_000, 10_000, 50_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Lower()
    {
        _stages = new Stages(new SyntheticCompilation(Rules));
        _document = _stages.Lower();
        _stages.Write(_document, Target.All);
    }

    [Benchmark]
    public ImmutableArray<TextPart> AllTargets() => _stages.Write(_document, Target.All);

    [Benchmark]
    public ImmutableArray<TextPart> OneTarget() => _stages.Write(_document, [Target.Default]);
}

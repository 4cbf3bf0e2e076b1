using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TypedPolicy.Bench.Headers;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Bench;

/// <summary>In this process, since the headers are what is installed on this machine.</summary>
public sealed class OnThisMachine : ManualConfig
{
    public OnThisMachine() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(15).WithWarmupCount(5));
}

/// <summary>Reading a distribution's headers as far as bindings need, and expanding a module of 67 calls with them.</summary>
[Config(typeof(OnThisMachine)), MemoryDiagnoser]
public class HeaderBenchmarks
{
    private HeaderTree _tree = null!;
    private string _module = null!;

    [GlobalSetup]
    public void Read()
    {
        _tree = HeaderReading.Read();
        _module = HeaderReading.ModuleOfCalls(_tree);
    }

    [Benchmark]
    public void ReadAll() => HeaderReading.ReadOnce();

    [Benchmark]
    public object ExpandModule() => _tree.Expand("calls.te", _module);
}

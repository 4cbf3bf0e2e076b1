using System.Text;
using Microsoft.CodeAnalysis;
using TypedPolicy.Evidence.Programs;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tests.Support;
using Compiled = TypedPolicy.Tests.Support.Policy;

namespace TypedPolicy.Evidence.Tests.Services;

/// <summary>A policy made of a unit, compiled as a build does.</summary>
internal sealed class MadePolicy
{
    private readonly Compiled _compiled;
    private readonly Target _target;

    private MadePolicy(ServicePolicy policy, Target target)
    {
        (Policy, _target) = (policy, target);
        (string Path, string Source)[] files = [.. policy.Files.Select(f => (f.Name, f.Text))];
        _compiled = Compiled.Of(files, new() { ["TypedPolicyTargets"] = target.Name });
        Assert.True(_compiled.Problems.IsEmpty, string.Join('\n', _compiled.Problems) + Text);
        Compilation = Compiled.Compile(files);
    }

    public ServicePolicy Policy { get; }

    public Compilation Compilation { get; }

    public string Text => string.Join('\n', Policy.Files.Select(f => f.Text));

    public string Cil => _compiled.CilFor(_target.Name);

    public static MadePolicy Of(string unit, Target? target = null, string name = "greeter.service", params EvidenceFile[] beside) => TryOf(unit, target ?? Target.El9, name, out var problem, beside) ?? throw new InvalidOperationException(problem);

    public static MadePolicy? TryOf(string unit, Target target, string name, out string? problem, params EvidenceFile[] beside) =>
        ServicePolicy.OfUnit(new(name, unit), beside, target, null, isPermissive: false, out problem) is { } policy ? new MadePolicy(policy, target) : null;

    public static MadePolicy OfContainer(string text, Target? target = null, string? service = null, FileContexts? labels = null) =>
        new(ServicePolicy.OfContainer(new("container", text), service, target ?? Target.El9, labels, null, isPermissive: false, out var problem) ?? throw new InvalidOperationException(problem), target ?? Target.El9);

    internal static MadePolicy OfProgram(ProgramFacts program, Target? target = null, params (string Protocol, int Number)[] ports) =>
        new(ServicePolicy.OfProgram(program, new([], ports), target ?? Target.El9, null, isPermissive: false), target ?? Target.El9);

    /// <summary>What the compiler shows of it: no warning and no error.</summary>
    public async Task<MadePolicy> HasNoWarnings()
    {
        var found = (await Analysis.Of(Compilation, _target.Name)).Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found) + '\n' + Text);
        return this;
    }

    /// <summary>The policy linked with a base, neverallow rules checked.</summary>
    public KernelPolicy Link(PolicyBase? with = null, bool checks = true)
    {
        var result = PolicyLinker.Link((with ?? PolicyBase.Embedded).With([new($"{Policy.Name}.cil", Encoding.UTF8.GetBytes(Cil))]), new LinkOptions { CheckNeverAllow = checks });
        Assert.True(result.Succeeded, string.Join('\n', result.Causes) + '\n' + Text);
        Labels = FileContexts.ReadLinked(result.FileContexts!, _target.Equivalences);
        return KernelPolicy.Read(result.Policy!);
    }

    /// <summary>Its labels, once it is linked.</summary>
    public FileContexts LinkedLabels
    {
        get
        {
            Link();
            return Labels;
        }
    }

    public FileContexts Labels { get; private set; } = null!;
}

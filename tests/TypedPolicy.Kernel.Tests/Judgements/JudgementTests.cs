using TypedPolicy.Binding.Reuse;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Judgements;

/// <summary>What a rule says of a policy that loads, the kernel says too; and what does as the rule says, works.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class JudgementTests(DebianGuest guest)
{
    private static readonly DiagnosticId[] Proven = [DiagnosticId.UnreachableProgram, DiagnosticId.RoleMayNotRunDomain, DiagnosticId.UnreachableFiles, DiagnosticId.UnreachableLabels, DiagnosticId.IncompleteKernelLogAccess, DiagnosticId.CategoriesWithoutEffect, DiagnosticId.PortWithoutAddress, DiagnosticId.LowPortWithoutCapability];

    public static TheoryData<string> Cases => [.. JudgedCases.All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_service_does_not_do_its_job_before_the_remedy(string what) => Case(what).Before(guest, Case(what).NameOf(isFixed: false));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_service_does_its_job_after_the_remedy(string what) => Case(what).After(guest, Case(what).NameOf(isFixed: true));

    [Fact]
    public void The_rules_report_what_comes_before_the_remedy_and_nothing_after_it()
    {
        var policy = PolicyReading.Of(JudgedCases.Policy.Compilation, null, CancellationToken.None).Policy;
        var reported = BaseReview.Run(new PolicyAnalysis(policy.Model, Target.Debian12), new BaseKnowledge([], [Target.Debian12]))
            .Where(f => Proven.Contains(f.Rule))
            .Select(f => $"{f.Rule.Code()} {Path.GetFileName(policy.Locations[f.Spot.Origin.Index].GetLineSpan().Path)}");

        Assert.Equal(JudgedCases.All.Select(c => $"{c.Rule.Code()} {c.File(isFixed: false).Path}").Order(), reported.Order());
    }

    [Fact]
    public void Every_rule_that_only_a_kernel_proves_has_a_case() =>
        Assert.Empty(Proven.Concat(RuleCatalogue.All.Where(r => r.Scope == RuleScope.Base && r.Source.StartsWith("the kernel; secilc is silent", StringComparison.Ordinal)).Select(r => r.Id)).Except(JudgedCases.All.Select(c => c.Rule)));

    private static JudgedCase Case(string what) => JudgedCases.All.Single(c => c.ToString() == what);
}

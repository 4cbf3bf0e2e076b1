using System.Reflection;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Build.Tests;

/// <summary>The task ships without the model; what it knows of it by heart is compared here.</summary>
public class ModelAgreementTests
{
    [Fact]
    public void The_task_knows_the_targets_that_the_model_has_tables_for() =>
        Assert.Equal(Target.All.Select(target => target.Name).Order(StringComparer.Ordinal), KnownTargets.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_id_that_the_task_reports_is_in_the_table_of_what_a_build_says() =>
        Assert.Empty(typeof(ErrorIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)
            .Except(BuildRules.All.Select(r => r.Id))
            .Except(RuleCatalogue.All.Select(r => r.Id.Code())));
}

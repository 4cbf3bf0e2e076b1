using TypedPolicy.Model.Targets;

namespace TypedPolicy.Build.Tests;

/// <summary>The task ships without the model; what it knows of it by heart is compared here.</summary>
public class ModelAgreementTests
{
    [Fact]
    public void The_task_knows_the_targets_that_the_model_has_tables_for() =>
        Assert.Equal(Target.All.Select(target => target.Name).Order(StringComparer.Ordinal), KnownTargets.All.Order(StringComparer.Ordinal));
}

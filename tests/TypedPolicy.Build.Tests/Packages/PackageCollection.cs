namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The tests that share one packed TypedPolicy.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedTypedPolicy>
{
    public const string Name = "The package";
}

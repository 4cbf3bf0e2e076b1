namespace TypedPolicy.Build.Tests.Packages;

/// <summary>A project can have each build make packages of its policy.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
[Trait("Needs", "toolchain")]
public sealed class DistributionPackageTests(PackedTypedPolicy typedPolicy)
{
    [Fact]
    public void A_build_leaves_packages_for_each_target_and_reports_a_kind_that_there_is_not()
    {
        typedPolicy.WriteProject("packaged", new Carrier("packaged"), "<TypedPolicyPackage>rpm;deb;tar</TypedPolicyPackage><TypedPolicyTargets>el9;debian12</TypedPolicyTargets><Authors>Jane \"J\" Doe</Authors><Description>It's 100 % \"packaged\".</Description>", "");
        typedPolicy.Write("packaged/Policy.cs", """
            using TypedPolicy;
            [assembly: PolicyModule("packaged_policy", Version = "1.2.0-beta.1")]
            namespace Sky;
            [FileType, FileContext("/srv/packaged", FileKind.File)]
            public sealed class Packaged;

            """);

        typedPolicy.Run("packaged", "build").Succeeds();

        var folder = typedPolicy.PathOf("packaged/bin/Debug/net10.0/package");
        Assert.Equal(
            ["debian12/packaged-policy-selinux-1.2.0~beta.1.tar.gz", "debian12/packaged-policy-selinux_1.2.0~beta.1_all.deb", "el9/packaged-policy-selinux-1.2.0~beta.1-1.noarch.rpm", "el9/packaged-policy-selinux-1.2.0~beta.1.tar.gz"],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(f => !f.Contains("/rpm/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var refused = typedPolicy.Run("packaged", "build", "-p:TypedPolicyPackage=dep");
        Assert.Contains("TP9031", refused.Output, StringComparison.Ordinal);
        Assert.Contains("'dep' is not a kind of package. Did you mean 'deb'? Write one of deb, rpm, tar.", refused.Output, StringComparison.Ordinal);
    }
}

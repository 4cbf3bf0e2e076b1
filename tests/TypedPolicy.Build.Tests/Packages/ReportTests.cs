namespace TypedPolicy.Build.Tests.Packages;

/// <summary>A project can have each build write the report of its policy.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
[Trait("Needs", "toolchain")]
public sealed class ReportTests(PackedTypedPolicy typedPolicy)
{
    [Fact]
    public void A_build_leaves_a_report_of_each_target_beside_its_policy()
    {
        typedPolicy.WriteProject("reported", new Carrier("reported"), "<TypedPolicyReport>true</TypedPolicyReport><TypedPolicyTargets>el9;debian12</TypedPolicyTargets>", "");
        typedPolicy.Write("reported/Policy.cs", """
            using TypedPolicy;
            [assembly: PolicyModule("reported", Version = "1.0")]
            namespace Sky;
            [Domain, Role<SystemR>]
            [Allow<Self>(CapabilityPerms.SysAdmin)]
            [Justified("TP5003", "It mounts its disks.")]
            public sealed class Reported
            {
                [Entrypoint, FileContext("/usr/bin/reported", FileKind.File)]
                public sealed class Exec;
            }

            """);

        typedPolicy.Run("reported", "build").Succeeds();

        foreach (var target in new[] { "el9", "debian12" })
        {
            var page = File.ReadAllText(typedPolicy.PathOf($"reported/bin/Debug/net10.0/policy/{target}/report.html"));
            Assert.Contains("It mounts its disks.", page, StringComparison.Ordinal);
            Assert.Contains("CapabilityPerms.SysAdmin", page, StringComparison.Ordinal);
        }
    }
}

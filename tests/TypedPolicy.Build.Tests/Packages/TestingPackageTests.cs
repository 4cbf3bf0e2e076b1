using System.Xml.Linq;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>TypedPolicy.Testing as its users have it: a package from a feed, in a test project of their own.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
[Trait("Needs", "toolchain")]
public sealed class TestingPackageTests(PackedTypedPolicy typedPolicy)
{
    private const string Policy =
        """
        using TypedPolicy;
        namespace Greetings.Policy;
        [Domain, Role<SystemR>]
        [Allow<Notes>(FilePerms.Append)]
        public sealed class Greeter
        {
            [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)]
            public sealed class Exec;
        }
        [FileType, FileContextTree("/var/lib/greeter")]
        public sealed class Notes
        {
            [If<GreeterReads>, AllowFrom<Greeter>(FilePerms.Read)]
            private static class WhenReading;
        }
        [PolicyBoolean] public sealed class GreeterReads;

        """;

    private const string Tests =
        """
        using Greetings.Policy;
        using TypedPolicy;
        using TypedPolicy.Testing;
        using Xunit;

        public sealed class GreeterTests(PolicyFixture<Notes> fixture) : IClassFixture<PolicyFixture<Notes>>
        {
            [Fact]
            public void Notes_are_appended_to()
            {
                fixture.Policy.Allows<Greeter, Notes>(FilePerms.Append);
                fixture.Policy.With<GreeterReads>(true).Allows<Greeter, Notes>(FilePerms.Read);
                fixture.Policy.LabelOf("/var/lib/greeter/one", FileKind.File).Is<Notes>();
            }

            [Fact]
            public void Notes_are_read() => fixture.Policy.Allows<Greeter, Notes>(FilePerms.Read);
        }

        """;

    [Fact]
    public void A_fresh_xunit_project_tests_a_policy_and_is_told_why_an_assertion_fails()
    {
        typedPolicy.Pack("src/TypedPolicy.Testing");
        typedPolicy.WriteProject("tested/Greetings.Policy", new Carrier("greeter"));
        typedPolicy.Write("tested/Greetings.Policy/Policy.cs", Policy);
        typedPolicy.WriteProject(
            "tested/Greetings.Tests",
            items: $"""
            <ProjectReference Include="../Greetings.Policy/Greetings.Policy.csproj" />
            <PackageReference Include="TypedPolicy.Testing" Version="{typedPolicy.Version}" />
            {string.Concat(new[] { "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio" }.Select(p => $"""<PackageReference Include="{p}" Version="{VersionOf(p)}" />"""))}
            """);
        typedPolicy.Write("tested/Greetings.Tests/GreeterTests.cs", Tests);

        typedPolicy.Run("tested/Greetings.Tests", "test").Fails()
            .Says("Failed:     1, Passed:     1")
            .Says("greeter_t is not allowed read on notes_t (file). A rule would grant it, but greeter_reads is off:")
            .Says("allow greeter_t notes_t:file read; [ greeter_reads ] — Policy.cs:");
    }

    // The versions that this repository was restored with, which are here without a network.
    private static string VersionOf(string package) =>
        XDocument.Load(Path.Combine(PackedTypedPolicy.Repository, "Directory.Packages.props")).Descendants("PackageVersion").Single(p => (string?)p.Attribute("Include") == package).Attribute("Version")!.Value;
}

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Policy that builds on the policy of another package, from C# to files.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class PolicyPackageTests(PackedTypedPolicy typedPolicy)
{
    private const string Star =
        """
        using TypedPolicy;

        [assembly: PolicyModule("star", Version = "2.0.0")]

        namespace Star.Policy;

        /// <summary>What shines.</summary>
        [TypeAttribute]
        [Allow<Light>(FilePerms.ReadSet)]
        public interface IShining : IDomain;

        /// <summary>A body with a surface of its own.</summary>
        [Template]
        [Allow<BodyTemplate<Self>.Surface>(FilePerms.Manage)]
        public abstract class BodyTemplate<TSelf> : IShining
        {
            [Entrypoint] public sealed class Exec;
            [FileType] public sealed class Surface;

            [If<Eclipse>, Allow<Light>(FilePerms.Append)]
            private static class WhileDark;
        }

        /// <summary>What it sends out.</summary>
        [FileType, FileContextTree("/var/run/light"), FileContext("/usr/share/light.d/one.conf", FileKind.File)]
        public sealed class Light;

        [PolicyBoolean] public sealed class Eclipse;

        /// <summary>Sends signals.</summary>
        [PolicyInterface, Allow<Arg1>(ProcessPerms.Signal)]
        public sealed class SignalAttribute<TTarget> : PolicyInterfaceAttribute;

        [Domain, Role<SystemR>]
        [FileContext<Sun.Exec>("/usr/bin/sun", FileKind.File)]
        public sealed class Sun : BodyTemplate<Sun>;
        """;

    private const string Planet =
        """
        using Star.Policy;
        using TypedPolicy;

        [assembly: PolicyModule("planet")]

        namespace Planet.Policy;

        [Domain, Role<SystemR>]
        [Signal<Sun>, DomainTransition<Sun>]
        [FileContext<Earth.Exec>("/usr/bin/earth", FileKind.File)]
        [FileContext<Earth.Surface>("/run/earth", FileKind.Directory)]
        public sealed class Earth : BodyTemplate<Earth>
        {
            [If<Eclipse>, Signal<Sun>]
            private static class WhileDark;
        }

        [PolicyType] public sealed class Moon : IShining;
        """;

    [Fact]
    [Trait("Needs", "toolchain")]
    public void A_policy_uses_the_types_attribute_template_and_interface_of_a_package_and_ships_both()
    {
        var vocabulary = $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" />""";
        typedPolicy.WriteProject("a/StarPolicy", null, "<TypedPolicyTargets>el9;debian12</TypedPolicyTargets>", vocabulary);
        typedPolicy.Write("a/StarPolicy/Policy.cs", Star);
        typedPolicy.WriteProject(
            "b/PlanetPolicy", null, "<TypedPolicyTargets>debian12;el9</TypedPolicyTargets>", vocabulary + """<PackageReference Include="StarPolicy" Version="1.0.0" />""");
        typedPolicy.Write("b/PlanetPolicy/Policy.cs", Planet);

        typedPolicy.Run("a/StarPolicy", "pack", "-o", "../../feed").Succeeds();
        typedPolicy.Run("b/PlanetPolicy", "build").Succeeds();

        const string policy = "b/PlanetPolicy/bin/Debug/net10.0/policy";
        Assert.Equal(
            ["debian12/planet.cil", "debian12/planet.fc", "debian12/star.cil", "debian12/star.fc", "el9/planet.cil", "el9/planet.fc", "el9/star.cil", "el9/star.fc"],
            typedPolicy.Files(policy));

        var planet = typedPolicy.Read(policy + "/debian12/planet.cil");
        Assert.Contains("(type earth_surface_t)", planet, StringComparison.Ordinal);
        Assert.Contains("(typeattributeset shining (earth_t))", planet, StringComparison.Ordinal);
        Assert.Contains("(typeattributeset shining (moon_t))", planet, StringComparison.Ordinal);
        Assert.Contains("(call star_signal (earth_t sun_t))", planet, StringComparison.Ordinal);
        Assert.Contains("(allow earth_t earth_surface_t (file", planet, StringComparison.Ordinal);
        Assert.Contains("(booleanif eclipse", planet, StringComparison.Ordinal);
        Assert.DoesNotContain("(typeattribute shining)", planet, StringComparison.Ordinal);
        Assert.DoesNotContain("(macro star_signal", planet, StringComparison.Ordinal);

        // Each target's spelling for both: star was written for el9 first, planet for Debian.
        Assert.Contains("/run/light(/.*)?\tsystem_u:object_r:light_t:s0", typedPolicy.Read(policy + "/debian12/star.fc"), StringComparison.Ordinal);
        Assert.Contains("/var/run/light(/.*)?\tsystem_u:object_r:light_t:s0", typedPolicy.Read(policy + "/el9/star.fc"), StringComparison.Ordinal);
        Assert.Contains("/run/earth\t-d\tsystem_u:object_r:earth_surface_t:s0", typedPolicy.Read(policy + "/debian12/planet.fc"), StringComparison.Ordinal);
        Assert.Contains("/var/run/earth\t-d\tsystem_u:object_r:earth_surface_t:s0", typedPolicy.Read(policy + "/el9/planet.fc"), StringComparison.Ordinal);
        Assert.Contains("/usr/share/light\\.d/one\\.conf\t--\t", typedPolicy.Read(policy + "/el9/star.fc"), StringComparison.Ordinal);

        // Both forms of both policies link.
        Secilc.Links(typedPolicy.PathOf(policy + "/debian12"));
        Secilc.Links(typedPolicy.PathOf(policy + "/el9"));

        // A name that the package declares is taken.
        typedPolicy.Write("b/PlanetPolicy/Again.cs", "namespace Planet.Policy;\n\n[TypedPolicy.FileType] public sealed class Light;\n");
        typedPolicy.Run("b/PlanetPolicy", "build", "--no-restore").Fails().Says("Again.cs(3,44").Says("error TP1001: The type light_t").Says("StarPolicy");
        Assert.Equal(["debian12/star.cil", "debian12/star.fc", "el9/star.cil", "el9/star.fc"], typedPolicy.Files(policy));

        // The same without analyzers: these checks are the generator's in a build, and the analyzers' in an editor.
        typedPolicy.Run("b/PlanetPolicy", "build", "--no-restore", "-p:RunAnalyzers=false").Fails().Says("error TP1001: The type light_t");
    }

    [Fact]
    public void The_samples_build_from_packages_to_the_same_files_as_from_source()
    {
        foreach (var sample in new[] { "Gravity", "Workload" })
        {
            CopySources(Path.Combine(PackedTypedPolicy.Repository, "samples", sample), $"fresh/{sample}");
        }

        typedPolicy.Write("fresh/Directory.Build.props", "<Project><PropertyGroup><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><TypedPolicyUseInstalledPolicy>false</TypedPolicyUseInstalledPolicy></PropertyGroup></Project>");
        typedPolicy.Write("fresh/Directory.Build.targets", $"""<Project><ItemGroup><PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /></ItemGroup></Project>""");
        var workload = typedPolicy.Read("fresh/Workload/Workload.csproj");
        const string reference = """<ProjectReference Include="../Gravity/Gravity.csproj" />""";
        Assert.Contains(reference, workload, StringComparison.Ordinal);
        typedPolicy.Write("fresh/Workload/Workload.csproj", workload.Replace(reference, """<PackageReference Include="Gravitational.Policy" Version="7.0.0" />""", StringComparison.Ordinal));

        typedPolicy.Run("fresh/Gravity", "pack", "-p:NoWarn=NU5104", "-o", "../../feed").Succeeds();
        typedPolicy.Run("fresh/Workload", "pack", "-c", "Debug", "-p:NoWarn=NU5104", "-o", "../../feed").Succeeds();

        var built = Path.Combine(PackedTypedPolicy.Repository, "samples", "Workload", "bin", PackedTypedPolicy.Configuration, "net10.0", "policy");
        string[] files = [.. Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(built, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(files, typedPolicy.Files("fresh/Workload/bin/Debug/net10.0/policy"));
        Assert.Contains("debian12/gravity.cil", files);
        Assert.Contains("el9/inventory.fc", files);
        foreach (var file in files)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(built, file)), typedPolicy.Read($"fresh/Workload/bin/Debug/net10.0/policy/{file}"));
        }
    }

    [Fact]
    [Trait("Needs", "toolchain")]
    public void Gravity_on_the_interfaces_of_the_headers_links_with_all_of_Debian_and_starts_ping_in_its_own_domain()
    {
        foreach (var sample in new[] { "Gravity", "Container" })
        {
            CopySources(Path.Combine(PackedTypedPolicy.Repository, "samples", sample), $"imported/{sample}");
        }

        typedPolicy.Write("imported/Directory.Build.props", "<Project><PropertyGroup><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup></Project>");
        typedPolicy.Write(
            "imported/Directory.Build.targets",
            $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" />
                <PolicyBase Include="/usr/share/selinux/default" PolicyTarget="debian12" Condition="'$(MSBuildProjectName)' == 'Gravity'" />
              </ItemGroup>
            </Project>
            """);

        typedPolicy.Run("imported/Gravity", "build", "-p:GravityBase=imported", "-p:TypedPolicyVerify=true", "-p:TypedPolicyBaseCache=" + typedPolicy.PathOf("base-cache")).Succeeds();
        var cil = typedPolicy.Read("imported/Gravity/bin/Debug/net10.0/policy/debian12/gravity.cil");
        Assert.Contains("; netutils_domtrans_ping(gravity_domain)", cil, StringComparison.Ordinal);
        Assert.Contains("(typetransition gravity_domain ping_exec_t process ping_t)", cil, StringComparison.Ordinal);
        Assert.Contains("; kernel_read_messages(gravity_t)", cil, StringComparison.Ordinal);
        Assert.Contains("(typeattributeset can_receive_kernel_messages (gravity_t))", cil, StringComparison.Ordinal);
    }

    private void CopySources(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file).Replace('\\', '/');
            if (!relative.StartsWith("bin/", StringComparison.Ordinal) && !relative.StartsWith("obj/", StringComparison.Ordinal))
            {
                typedPolicy.Write($"{to}/{relative}", File.ReadAllText(file));
            }
        }
    }
}

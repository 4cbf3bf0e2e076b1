namespace TypedPolicy.Build.Tests.Packages;

/// <summary>A build has libsepol link the policy, and its errors are the build's, at the C# lines.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
[Trait("Needs", "toolchain")]
public sealed class VerificationTests(PackedTypedPolicy typedPolicy)
{
    private const string Bin = "bin/Debug/net10.0/policy";
    private static readonly string Base = Path.Combine(PackedTypedPolicy.Repository, "tests", "TypedPolicy.Toolchain.Tests", "Linking", "base.cil");
    private static readonly string WithBase = $"""<PolicyBase Include="{Base}" />""";

    // Lines count from the first of the text: the carrier puts nothing before it.
    private const string Greeter =
        """
        using TypedPolicy;
        namespace Sky;
        [External("guarded_t")] public sealed class Guarded;
        [PolicyInterface]
        [Allow<Guarded>(FilePerms.Write)]
        public sealed class InnerAttribute : PolicyInterfaceAttribute;
        [PolicyInterface]
        [Inner]
        public sealed class MiddleAttribute : PolicyInterfaceAttribute;
        [PolicyInterface]
        [Middle]
        public sealed class OuterAttribute : PolicyInterfaceAttribute;
        [External("bin_t")] public sealed class Bin;
        [Domain, Role<SystemR>]
        [Allow<Bin>(FilePerms.ReadSet)]
        public sealed class Greeter
        {
            [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)]
            public sealed class Exec;
        }

        """;

    [Fact]
    public void What_libsepol_rejects_is_an_error_at_the_line_of_the_binary_log()
    {
        typedPolicy.Write("wrong/labels.cil", """(filecon "/usr/bin/greeter" file (system_u object_r bin_t ((s0) (s0))))""" + "\n");
        Project("NeverAllowed", Greeter.Replace("[Allow<Bin>(FilePerms.ReadSet)]", "[Allow<Bin>(FilePerms.ReadSet), Outer]", StringComparison.Ordinal), WithBase, Checking);
        Project("Loaded", Greeter.Replace("[Allow<Bin>(FilePerms.ReadSet)]", "[Allow<Bin>(FilePerms.ReadSet), Outer]", StringComparison.Ordinal), WithBase);
        Project("Unresolved", Greeter.Replace("bin_t", "gone_t", StringComparison.Ordinal), WithBase);
        Project("Conflicting", Greeter, WithBase + $"""<PolicyBase Include="{typedPolicy.PathOf("wrong/labels.cil")}" />""");
        Project("Unbounded", Greeter + "[Domain, Role<SystemR>, Bounds<Greeter>, Entrypoint<Greeter.Exec>]\n[Allow<Guarded>(FilePerms.ReadSet)]\npublic sealed class Child;\n");
        typedPolicy.Write("wrong/breaking.cil", "(filecon \"/a\" any ())\n(filecon \"/a\" any (system_u object_r bin_t ((s0) (s0))))\n");
        Project("Breaking", Greeter, WithBase + $"""<PolicyBase Include="{typedPolicy.PathOf("wrong/breaking.cil")}" />""");
        Project("Right", Greeter, WithBase);
        typedPolicy.Write("wrong/all.slnx", "<Solution>" + string.Concat(Names.Select(n => $"<Project Path=\"{n}/{n}.csproj\" />")) + "</Solution>");

        typedPolicy.Run("wrong", "build", "all.slnx", "-bl:build.binlog").Fails();

        var log = BinaryLog.Read(typedPolicy.PathOf("wrong/build.binlog"));
        Assert.Equal([(Source("NeverAllowed"), 15, 2, "TP9001")], log.ErrorsOf("NeverAllowed"));
        log.Says("NeverAllowed", "It comes through 3 calls: Policy.cs(15) → Policy.cs(12) → Policy.cs(9) → Policy.cs(6).");
        log.Says("NeverAllowed", $"the neverallow rule at {Base}(");
        Assert.Empty(log.ErrorsOf("Loaded"));
        Assert.Contains(log.Warnings, w => w.Code == "TP9027" && w.File == Source("Loaded") && w.LineNumber == 15);
        Assert.Equal(["Loaded.cil", "Loaded.fc"], typedPolicy.Files($"wrong/Loaded/{Bin}"));
        Assert.Equal([(Source("Unresolved"), 15, 2, "TP9001")], log.ErrorsOf("Unresolved"));
        Assert.StartsWith("Neither this policy nor its base declares 'gone_t'.", log.MessageOf("Unresolved"), StringComparison.Ordinal);
        Assert.Equal([(Source("Conflicting"), 18, 6, "TP9001")], log.ErrorsOf("Conflicting"));
        log.Says("Conflicting", "labels.cil(1)");
        Assert.Equal([(Source("Unbounded"), 22, 2, "TP9001")], log.ErrorsOf("Unbounded"));
        Assert.StartsWith("Child type child_t exceeds bounds of parent greeter_t", log.MessageOf("Unbounded"), StringComparison.Ordinal);

        // libsepol 3.4 ends its process over this, and the build goes on to say so; a later one refuses it.
        Assert.Equal("TP9001", Assert.Single(log.ErrorsOf("Breaking")).Id);
        Assert.Empty(log.ErrorsOf("Right"));
        Assert.DoesNotContain(log.Warnings, w => w.Code.StartsWith("TP900", StringComparison.Ordinal));
        Assert.Equal(["Right.cil", "Right.fc"], typedPolicy.Files($"wrong/Right/{Bin}"));
        Assert.Empty(typedPolicy.Files($"wrong/NeverAllowed/{Bin}"));
    }

    [Fact]
    public void An_unchanged_policy_is_not_verified_again_and_a_rejected_one_is_until_it_is_right()
    {
        const string Wrong = "[Allow<Bin>(FilePerms.ReadSet), Outer]";
        Project("Cached", Greeter, WithBase, Checking);
        typedPolicy.Run("wrong/Cached", "build").Succeeds();
        typedPolicy.Run("wrong/Cached", "build", "--no-restore", "-v:n").Succeeds().Says("Skipping target \"TypedPolicyVerifyPolicy\"");
        typedPolicy.Write("wrong/Cached/Neutral.cs", "class Neutral;");
        typedPolicy.Run("wrong/Cached", "build", "--no-restore", "-v:n").Succeeds().Says("Skipping target \"TypedPolicyVerifyPolicy\"");

        Write(Greeter.Replace("[Allow<Bin>(FilePerms.ReadSet)]", Wrong, StringComparison.Ordinal));
        var error = $"{Source("Cached")}(15,2): error TP9001: ";
        typedPolicy.Run("wrong/Cached", "build", "--no-restore").Fails().Says(error);
        Assert.Empty(typedPolicy.Files($"wrong/Cached/{Bin}"));
        var linked = File.GetLastWriteTimeUtc(Result);
        typedPolicy.Run("wrong/Cached", "build", "--no-restore").Fails().Says(error);
        Assert.Equal(linked, File.GetLastWriteTimeUtc(Result));
        typedPolicy.Run("wrong/Cached", "build", "--no-restore", "-p:TypedPolicyVerify=false").Succeeds();

        Write(Greeter);
        typedPolicy.Run("wrong/Cached", "build", "--no-restore").Succeeds();
        Assert.Equal(["Cached.cil", "Cached.fc"], typedPolicy.Files($"wrong/Cached/{Bin}"));
        typedPolicy.Run("wrong/Cached", "clean").Succeeds();
        Assert.Empty(typedPolicy.Files("wrong/Cached/obj/Debug/net10.0/policy", hidden: true));
    }

    [Fact]
    public void A_base_that_is_missing_is_an_error_that_says_so()
    {
        Project("Baseless", Greeter, """<PolicyBase Include="no-such-base" />""");
        typedPolicy.Run("wrong/Baseless", "build").Fails().Says($"{typedPolicy.PathOf("wrong/Baseless/Baseless.csproj")} : error TP9010: The policy for el9 cannot be verified: '").Says("no-such-base' is missing. Write the path of");
    }

    [Fact]
    public void A_machine_without_libsepol_builds_and_says_once_what_was_not_checked()
    {
        var bare = new Dictionary<string, string> { ["TYPEDPOLICY_WITHOUT_LIBSEPOL"] = "1" };
        Project("Bare", Greeter, properties: "<TypedPolicyTargets>el9;debian12</TypedPolicyTargets>");
        Project("Barer", Greeter);
        Project("Barest", Greeter, properties: "<TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");
        typedPolicy.Write("wrong/bare.slnx", """<Solution><Project Path="Bare/Bare.csproj" /><Project Path="Barer/Barer.csproj" /><Project Path="Barest/Barest.csproj" /></Solution>""");

        typedPolicy.RunIn("wrong", bare, "build", "bare.slnx", "-bl:bare.binlog", "-m:3", "-warnaserror").Succeeds();

        var log = BinaryLog.Read(typedPolicy.PathOf("wrong/bare.binlog"));
        Assert.True(log.Nodes.Count > 1, "One node did it all, so nothing is shown of several.");
        var warning = Assert.Single(log.Warnings, w => w.Code == "TP9002");
        Assert.Contains("was not verified", warning.Message, StringComparison.Ordinal);
        Assert.Contains("package libsepol2", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["Barer.cil", "Barer.fc"], typedPolicy.Files($"wrong/Barer/{Bin}"));

        typedPolicy.RunIn("wrong/Barer", bare, "build", "--no-restore", "-p:NoWarn=TP9002").Succeeds().SaysNothingOf("TP9002");

        // Where the check is wanted, its absence is no success; what was not checked is checked as soon as it can be.
        typedPolicy.RunIn("wrong/Barer", bare, "build", "--no-restore", "-p:TypedPolicyVerify=true").Fails().Says("error TP9002");
        typedPolicy.Run("wrong/Barer", "build", "--no-restore", "-v:n").Succeeds().SaysNothingOf("Skipping target \"TypedPolicyVerifyPolicy\"").SaysNothingOf("TP9002");
    }

    [Fact]
    public void The_policy_of_the_machine_is_linked_with_and_a_module_takes_the_place_of_its_own_name()
    {
        const string store = "wrong/root/var/lib/selinux/targeted/active/modules/100";
        typedPolicy.Write("wrong/root/etc/os-release", "ID=rocky\nID_LIKE=\"rhel fedora\"\nVERSION_ID=9.4\n");
        typedPolicy.Write($"{store}/base/cil", File.ReadAllText(Base));
        typedPolicy.Write($"{store}/Hosted/cil", "(type greeter_t)\n");
        string[] build = ["build", "-p:TypedPolicyUseInstalledPolicy=true", $"-p:_TypedPolicySystemRoot={typedPolicy.PathOf("wrong/root")}"];
        Project("Hosted", Greeter);
        typedPolicy.Run("wrong/Hosted", build).Succeeds()
            .Says($"The policy is linked with the el9 policy that is installed in {typedPolicy.PathOf("wrong/root/var/lib/selinux/targeted")}. To leave it out, set TypedPolicyUseInstalledPolicy to false.")
            .SaysNothingOf("names no target");
        Assert.Contains($"{typedPolicy.PathOf("wrong/root/var/lib/selinux/targeted")}\"", typedPolicy.Read("wrong/Hosted/obj/typedpolicy/Debug_net10.0.json"), StringComparison.Ordinal);
        typedPolicy.Run("wrong/Hosted", [.. build, "-v:n"]).Succeeds().Says("Skipping target \"TypedPolicyVerifyPolicy\"").SaysNothingOf("is linked with");

        typedPolicy.Write("wrong/Hosted/Policy.cs", Greeter.Replace("bin_t", "bni_t", StringComparison.Ordinal));
        typedPolicy.Run("wrong/Hosted", build).Fails().Says($"{Source("Hosted")}(15,2): error TP9001: Neither this policy nor its base declares 'bni_t'");
        typedPolicy.Run("wrong/Hosted", "build", "-p:TypedPolicyUseInstalledPolicy=false").Succeeds().Says("""No policy of el9 was found to link with, so names and neverallow rules of the base policy are not checked. To check them, name its modules or policy store: <PolicyBase Include="PATH" />""");
    }

    [Fact]
    public void A_project_without_settings_is_for_the_headers_that_it_names()
    {
        typedPolicy.Write("wrong/include/build.conf", "DISTRO ?= debian\n");
        typedPolicy.Write("wrong/include/system/lamp.if", "## <summary>Lamps.</summary>\n");
        Project("Headed", Greeter + "[FileType, FileContext(\"/run/greeter.sock\", FileKind.Socket)] public sealed class Sock;\n", """<PolicyHeaders Include="../include" />""", $"<TypedPolicyBaseCache>{typedPolicy.PathOf("base-cache")}</TypedPolicyBaseCache>");
        typedPolicy.Run("wrong/Headed", "build").Succeeds().SaysNothingOf("TP4008");
        Assert.Contains("\"/run/greeter", typedPolicy.Read($"wrong/Headed/{Bin}/Headed.cil"), StringComparison.Ordinal);

        Assert.Contains(typedPolicy.PathOf("wrong/include"), typedPolicy.Read("wrong/Headed/obj/typedpolicy/Debug_net10.0.json"), StringComparison.Ordinal);

        typedPolicy.Run("wrong/Headed", "build", "-p:TypedPolicyTargets=el9", "-p:TreatWarningsAsErrors=false").Succeeds().Says("warning TP9016: TypedPolicyTargets is el9, but the headers in '../include' are of debian12.");
    }

    /// <summary>A target that refuses what breaks a neverallow rule of its base.</summary>
    private const string Checking = "<TypedPolicyTargets>refpolicy</TypedPolicyTargets>";

    private static string[] Names => ["NeverAllowed", "Loaded", "Unresolved", "Conflicting", "Unbounded", "Breaking", "Right"];

    private string Result => typedPolicy.PathOf("wrong/Cached/obj/Debug/net10.0/policy/.verified-refpolicy");

    private string Source(string project) => typedPolicy.PathOf($"wrong/{project}/Policy.cs");

    private void Write(string source) => typedPolicy.Write("wrong/Cached/Policy.cs", source);

    private void Project(string name, string source, string items = "", string properties = "")
    {
        typedPolicy.WriteProject($"wrong/{name}", new Carrier(name), properties, items);
        typedPolicy.Write($"wrong/{name}/Policy.cs", source);
    }
}

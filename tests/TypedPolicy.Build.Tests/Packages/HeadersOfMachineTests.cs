namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The headers that are installed on a machine, for a project that names no base where no policy is installed.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class HeadersOfMachineTests(PackedTypedPolicy typedPolicy)
{
    private const string Policy =
        """
        using TypedPolicy;
        using TypedPolicy.Base;

        [assembly: PolicyModule("reader")]

        namespace Reader.Policy;

        [PolicyType, Lamp.Switch]
        public sealed class Person;
        """;

    private const string Plain =
        """
        using TypedPolicy;

        [assembly: PolicyModule("reader")]

        namespace Reader.Policy;

        [PolicyType]
        public sealed class Person;
        """;

    private static readonly string Guest = Policy.Replace("Reader", "Hosted", StringComparison.Ordinal).Replace("Person", "Guest", StringComparison.Ordinal).Replace("\"reader\"", "\"guest\"", StringComparison.Ordinal);

    [Fact]
    public void They_are_used_as_if_the_project_named_them_and_that_is_said_once_in_a_build()
    {
        WriteMachine("machine/root", "getattr");
        WritePolicy("machine/OtherPolicy", Policy.Replace("Reader", "Other", StringComparison.Ordinal).Replace("\"reader\"", "\"other\"", StringComparison.Ordinal).Replace("Person", "Guest", StringComparison.Ordinal), "");
        WritePolicy("machine/ReaderPolicy", Policy, """<ProjectReference Include="../OtherPolicy/OtherPolicy.csproj" />""");
        string[] build = ["build", "-m:1", .. OfMachine("machine/root")];

        var first = typedPolicy.Run("machine/ReaderPolicy", build).Succeeds()
            .Says("ReaderPolicy names no target, so it is built for debian12, whose headers are installed on this machine.")
            .Says($"Reading the base policy debian12 from {Headers("machine/root")}. This is done once, until the headers change.");
        Assert.Equal(1, Count(first, Said("machine/root")));
        Assert.Contains("(allow person_t lamp_t (chr_file (getattr)))", typedPolicy.Read("machine/ReaderPolicy/bin/Debug/net10.0/policy/reader.cil"), StringComparison.Ordinal);
        Assert.Contains("TypedPolicy.Base.debian12.dll", Directory.GetFiles(typedPolicy.PathOf("machine/ReaderPolicy/bin/Debug/net10.0")).Select(Path.GetFileName));

        var second = typedPolicy.Run("machine/ReaderPolicy", [.. build, "--no-restore"]).Succeeds().SaysNothingOf("Reading the base policy");
        Assert.Equal(1, Count(second, Said("machine/root")));

        // A property keeps a build from what the machine has.
        typedPolicy.Run("machine/ReaderPolicy", [.. build, "--no-restore", "-p:TypedPolicyUseInstalledPolicy=false"]).Fails().SaysNothingOf(Headers("machine/root")).Says("error CS");

        // Who only uses the policy of others has nothing to write interfaces in.
        typedPolicy.WriteProject("machine/User", null, "", """<ProjectReference Include="../ReaderPolicy/ReaderPolicy.csproj" />""");
        Assert.Equal(1, Count(typedPolicy.Run("machine/User", build).Succeeds(), Said("machine/root")));
    }

    [Fact]
    public void An_editor_does_not_wait_for_them()
    {
        WriteMachine("watched/root");
        WritePolicy("watched/ReaderPolicy", Plain, "");
        typedPolicy.Run("watched/ReaderPolicy", "restore").Succeeds();
        string[] editor = ["build", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:Compile", "-getItem:ReferencePath", .. OfMachine("watched/root")];
        typedPolicy.Run("watched/ReaderPolicy", editor).Succeeds().SaysNothingOf("TypedPolicy.Base.debian12").SaysNothingOf("Reading the base policy").SaysNothingOf("The interfaces of");
        typedPolicy.Run("watched/ReaderPolicy", ["build", "--no-restore", .. OfMachine("watched/root")]).Succeeds();
        typedPolicy.Run("watched/ReaderPolicy", editor).Succeeds().Says("TypedPolicy.Base.debian12.dll").SaysNothingOf("The interfaces of");
    }

    [Fact]
    public void Headers_that_cannot_be_used_are_left_out_and_named_ones_and_bindings_of_others_come_first()
    {
        typedPolicy.Write("left/root/etc/os-release", "ID=debian\nVERSION_ID=12\n");
        typedPolicy.Write("left/root/usr/share/selinux/devel/include/README", "");
        WritePolicy("left/PlainPolicy", Plain, "");
        typedPolicy.Run("left/PlainPolicy", ["build", .. OfMachine("left/root")]).Succeeds().Says($"The headers installed in {Headers("left/root")} are left out: ").Says("holds no headers");

        WriteMachine("left/machine");
        WriteHeaders("left/include", "write");
        WritePolicy("left/NamedPolicy", Policy, """<PolicyHeaders Include="../include" Name="lamps" />""");
        typedPolicy.Run("left/NamedPolicy", ["build", .. OfMachine("left/machine")]).Succeeds().SaysNothingOf(Headers("left/machine"));
        WritePolicy("left/GuestPolicy", Guest, """<ProjectReference Include="../NamedPolicy/NamedPolicy.csproj" />""");
        typedPolicy.Run("left/GuestPolicy", ["build", .. OfMachine("left/machine")]).Succeeds().SaysNothingOf("The interfaces of");
        Assert.Contains("(allow guest_t lamp_t (chr_file (write)))", typedPolicy.Read("left/GuestPolicy/bin/Debug/net10.0/policy/guest.cil"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bindings_of_a_referenced_project_come_first_also_where_they_have_the_same_name()
    {
        WriteMachine("same/machine", "lock");
        WriteHeaders("same/include", "write");
        WritePolicy("same/NamedPolicy", Policy, """<PolicyHeaders Include="../include" />""");
        WritePolicy("same/GuestPolicy", Guest, """<ProjectReference Include="../NamedPolicy/NamedPolicy.csproj" />""");
        string[] build = ["build", .. OfMachine("same/machine")];
        typedPolicy.Run("same/GuestPolicy", build).Succeeds().SaysNothingOf("The interfaces of");
        Assert.Contains("(allow guest_t lamp_t (chr_file (write)))", typedPolicy.Read("same/GuestPolicy/bin/Debug/net10.0/policy/guest.cil"), StringComparison.Ordinal);

        // The machine's are made meanwhile, and are others still.
        WritePolicy("same/PlainPolicy", Plain, "");
        typedPolicy.Run("same/PlainPolicy", build).Succeeds().Says(Said("same/machine"));
        typedPolicy.Run("same/GuestPolicy", [.. build, "--no-incremental"]).Succeeds().SaysNothingOf("The interfaces of");
        Assert.Contains("(allow guest_t lamp_t (chr_file (write)))", typedPolicy.Read("same/GuestPolicy/bin/Debug/net10.0/policy/guest.cil"), StringComparison.Ordinal);

        // By a reference to the file too.
        var bindings = typedPolicy.PathOf("same/NamedPolicy/bin/Debug/net10.0/TypedPolicy.Base.debian12.dll");
        WritePolicy("same/FilePolicy", Guest, $"""<Reference Include="TypedPolicy.Base.debian12" HintPath="{bindings}" />""");
        typedPolicy.Run("same/FilePolicy", build).Succeeds().SaysNothingOf("The interfaces of");
        Assert.Contains("(allow guest_t lamp_t (chr_file (write)))", typedPolicy.Read("same/FilePolicy/bin/Debug/net10.0/policy/guest.cil"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_has_them_where_its_policy_uses_them()
    {
        WriteMachine("packed/root", "ioctl");
        WritePolicy("packed/ReaderPolicy", Policy, "");
        WritePolicy("packed/PlainPolicy", Plain, "");
        string[] pack = ["pack", "-o", typedPolicy.PathOf("packed/out"), "-p:PackageVersion=1.0.0", .. OfMachine("packed/root")];
        typedPolicy.Run("packed/ReaderPolicy", pack).Succeeds();
        typedPolicy.Run("packed/PlainPolicy", pack).Succeeds().Says(Said("packed/root"));
        Assert.Contains("lib/net10.0/TypedPolicy.Base.debian12.dll", Entries("ReaderPolicy"));
        Assert.DoesNotContain("lib/net10.0/TypedPolicy.Base.debian12.dll", Entries("PlainPolicy"));

        IEnumerable<string> Entries(string package)
        {
            using var archive = System.IO.Compression.ZipFile.OpenRead(typedPolicy.PathOf($"packed/out/{package}.1.0.0.nupkg"));
            return [.. archive.Entries.Select(e => e.FullName)];
        }
    }

    [Fact]
    public void Headers_that_cannot_be_imported_or_compiled_fail_no_build()
    {
        WriteMachine("broken/root");
        WritePolicy("broken/PlainPolicy", Plain, "");
        string[] build = ["build", .. OfMachine("broken/root", "broken/cache")];
        typedPolicy.Write("broken/root/usr/share/selinux/devel/include/kernel/large.if", new string('#', 17 << 20));
        typedPolicy.Run("broken/PlainPolicy", build).Succeeds().Says("cannot be read").Says("It is left out.").SaysNothingOf("The interfaces of");

        // Sources that do not compile.
        File.Delete(typedPolicy.PathOf("broken/root/usr/share/selinux/devel/include/kernel/large.if"));
        typedPolicy.Run("broken/PlainPolicy", build).Succeeds().Says(Said("broken/root"));
        var assembly = Assert.Single(Directory.GetFiles(typedPolicy.PathOf("broken/cache"), "TypedPolicy.Base.debian12.dll", SearchOption.AllDirectories));
        var source = Directory.GetFiles(Path.GetDirectoryName(Path.GetDirectoryName(assembly)!)!, "*.cs")[0];
        Directory.Delete(Path.GetDirectoryName(assembly)!, recursive: true);
        File.AppendAllText(source, "class");
        typedPolicy.Run("broken/PlainPolicy", build).Succeeds().SaysNothingOf("The interfaces of");
        Assert.DoesNotContain("TypedPolicy.Base.debian12.dll", Directory.GetFiles(Path.GetDirectoryName(Path.GetDirectoryName(assembly)!)!, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    private string[] OfMachine(string root, string cache = "base-cache") => ["-p:TypedPolicyUseInstalledPolicy=true", $"-p:_TypedPolicySystemRoot={typedPolicy.PathOf(root)}", $"-p:TypedPolicyBaseCache={typedPolicy.PathOf(cache)}"];

    private string Headers(string root) => typedPolicy.PathOf($"{root}/usr/share/selinux/devel/include");

    private string Said(string root) => $"The interfaces of debian12 are those of the headers that are installed in {Headers(root)}. To leave them out, set TypedPolicyUseInstalledPolicy to false.";

    private static int Count(DotnetResult result, string text) => result.Output.Split(text).Length - 1;

    private void WritePolicy(string name, string policy, string items)
    {
        typedPolicy.WriteProject(name, null, "", $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" />{items}""");
        typedPolicy.Write($"{name}/Policy.cs", policy);
    }

    private void WriteMachine(string root, string permission = "read")
    {
        typedPolicy.Write($"{root}/etc/os-release", "ID=debian\nVERSION_ID=12\n");
        WriteHeaders($"{root}/usr/share/selinux/devel/include", permission);
    }

    private void WriteHeaders(string folder, string permission)
    {
        typedPolicy.Write($"{folder}/build.conf", "TYPE = mcs\nDISTRO = debian\n");
        typedPolicy.Write($"{folder}/kernel/lamp.if", $"## <summary>Lamps.</summary>\n\n## <summary>Switch a lamp.</summary>\n## <param name=\"domain\">\n##\t<summary>Who.</summary>\n## </param>\n#\ninterface(`lamp_switch',`\n\tgen_require(`\n\t\ttype lamp_t;\n\t')\n\n\tallow $1 lamp_t:chr_file {permission};\n')\n");
        typedPolicy.Write($"{folder}/support/sets.spt", "define(`gen_require',`require { $1 }')\n");
    }
}

using System.IO.Compression;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The interfaces of a header tree as C#: from the headers at build, and from a package that the command made of them.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class PolicyHeadersTests(PackedTypedPolicy typedPolicy)
{
    private const string Read = "Reading the base policy lamps from";

    private const string Policy =
        """
        using TypedPolicy;
        using TypedPolicy.Base;

        [assembly: PolicyModule("reader")]

        namespace Reader.Policy;

        [PolicyType, Lamp.Switch, Lamp.Look<Book>]
        public sealed class Person : IDomain;

        [FileType] public sealed class Book;

        [Template, Lamp.Switch]
        public abstract class GuestTemplate<TSelf> : IDomain;
        """;

    private const string Rule = "(allow visitor_t lamp_t (chr_file (getattr read write)))";

    private const string Guest =
        """
        using TypedPolicy;

        [assembly: PolicyModule("guest")]

        namespace Guest.Policy;

        [PolicyType]
        public sealed class Visitor : Reader.Policy.GuestTemplate<Visitor>;
        """;

    [Fact]
    public void A_project_that_names_headers_has_their_interfaces_as_attributes()
    {
        WriteHeaders("plain/it's headers/include", "read write");
        WriteReader("plain/ReaderPolicy", "../it's headers/include");
        typedPolicy.Run("plain/ReaderPolicy", "build").Succeeds().Says(Read);
        var cil = typedPolicy.Read("plain/ReaderPolicy/bin/Debug/net10.0/policy/reader.cil");
        Assert.Contains("; lamp_switch(person_t)", cil, StringComparison.Ordinal);
        Assert.Contains("(allow person_t lamp_t (chr_file (read write)))", cil, StringComparison.Ordinal);
        Assert.Contains("(allow person_t book_t (file (read)))", cil, StringComparison.Ordinal);

        // Once for all projects of a user, whichever they are, and again when a header is another one.
        typedPolicy.Run("plain/ReaderPolicy", "build", "--no-restore").Succeeds().SaysNothingOf(Read);
        WriteReader("plain/OtherPolicy", "../it's headers/include");
        typedPolicy.Run("plain/OtherPolicy", "build").Succeeds().SaysNothingOf(Read);
        WriteHeaders("plain/it's headers/include", "read");
        typedPolicy.Run("plain/ReaderPolicy", "build", "--no-restore").Succeeds().Says(Read);
        Assert.Contains("(allow person_t lamp_t (chr_file (read)))", typedPolicy.Read("plain/ReaderPolicy/bin/Debug/net10.0/policy/reader.cil"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_readme_lives_beside_a_base_that_has_a_class_Init()
    {
        WriteHeaders("example/include", "read");
        typedPolicy.Write("example/include/system/init.if", "## <summary>Init.</summary>\ninterface(`init_daemon_domain',`\n\tgen_require(`\n\t\ttype init_t;\n\t')\n\tallow init_t $2:file execute;\n\tallow $1 init_t:fd use;\n')\n");
        WriteReader("example/GreeterPolicy", "../include");
        var readme = File.ReadAllText(Path.Combine(PackedTypedPolicy.Repository, "README.md")).ReplaceLineEndings("\n");
        typedPolicy.Write("example/GreeterPolicy/Policy.cs", readme.Split("```csharp\n")[1].Split("```")[0]);
        typedPolicy.Write("example/GreeterPolicy/Other.cs", "using TypedPolicy;\nusing TypedPolicy.Base;\n\nnamespace Example.Policy;\n\n[Domain, Role<SystemR>, Init.DaemonDomain<Other.Exec>]\npublic sealed class Other\n{\n    [Entrypoint, FileContext(\"/usr/bin/other\", FileKind.File)]\n    public sealed class Exec;\n}\n");

        typedPolicy.Run("example/GreeterPolicy", "build").Succeeds();

        var cil = typedPolicy.Read("example/GreeterPolicy/bin/Debug/net10.0/policy/greeter.cil");
        Assert.Contains("(allow other_t init_t (fd (use)))", cil, StringComparison.Ordinal);
        Assert.Contains("(typetransition init_t greeter_exec_t process greeter_t)", cil, StringComparison.Ordinal);
    }

    [Fact]
    public void An_editor_does_not_wait_for_the_bindings_and_has_them_after_a_build()
    {
        string[] editor = ["build", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:Compile", "-getItem:ReferencePath"];
        WriteHeaders("editor/include", "getattr");
        WriteReader("editor/ReaderPolicy", "../include");
        typedPolicy.Run("editor/ReaderPolicy", "restore").Succeeds();
        typedPolicy.Run("editor/ReaderPolicy", editor).Succeeds().SaysNothingOf("TypedPolicy.Base.lamps").SaysNothingOf(Read);
        typedPolicy.Run("editor/ReaderPolicy", "build", "--no-restore").Succeeds().Says(Read);
        typedPolicy.Run("editor/ReaderPolicy", [.. editor, "-getItem:AdditionalFiles"]).Succeeds().Says("TypedPolicy.Base.lamps.dll").Says("lamps.sepolidx").SaysNothingOf(Read);
    }

    [Fact]
    public void The_bindings_go_along_with_what_is_built_for_every_framework_and_with_the_package()
    {
        WriteHeaders("travel/include", "read write append");
        WriteReader("travel/ReaderPolicy", "../include");
        var project = typedPolicy.Read("travel/ReaderPolicy/ReaderPolicy.csproj");
        typedPolicy.Write("travel/ReaderPolicy/ReaderPolicy.csproj", project.Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", StringComparison.Ordinal));
        typedPolicy.Run("travel/ReaderPolicy", "pack", "-o", "../../feed").Succeeds();
        using (var package = ZipFile.OpenRead(typedPolicy.PathOf("feed/ReaderPolicy.1.0.0.nupkg")))
        {
            var files = package.Entries.Select(e => e.FullName).ToList();
            Assert.Contains("lib/net10.0/TypedPolicy.Base.lamps.dll", files);
            Assert.Contains("lib/netstandard2.0/TypedPolicy.Base.lamps.dll", files);
        }

        // Who derives from a template of the package has the rules of the base's interface in it.
        typedPolicy.WriteProject(
            "travel/GuestPolicy", null, "", $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /><PackageReference Include="ReaderPolicy" Version="1.0.0" />""");
        typedPolicy.Write("travel/GuestPolicy/Policy.cs", Guest);
        typedPolicy.Run("travel/GuestPolicy", "build").Succeeds().SaysNothingOf(Read);
        Assert.Contains("(allow visitor_t lamp_t (chr_file (append read write)))", typedPolicy.Read("travel/GuestPolicy/bin/Debug/net10.0/policy/guest.cil"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_a_referenced_project_keeps_the_rules_of_the_interfaces_in_it()
    {
        WriteHeaders("beside/include", "read write getattr");
        WriteReader("beside/ReaderPolicy", "../include");
        typedPolicy.WriteProject(
            "beside/GuestPolicy", null, "", $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /><ProjectReference Include="../ReaderPolicy/ReaderPolicy.csproj" />""");
        typedPolicy.Write("beside/GuestPolicy/Policy.cs", Guest);
        typedPolicy.Run("beside/GuestPolicy", "build").Succeeds();
        const string cil = "beside/GuestPolicy/bin/Debug/net10.0/policy/guest.cil";
        Assert.Contains(Rule, typedPolicy.Read(cil), StringComparison.Ordinal);

        // An editor, which compiles nothing, has them too.
        typedPolicy.Run("beside/GuestPolicy", "build", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:Compile", "-getItem:ReferencePath").Succeeds().Says("TypedPolicy.Base.lamps.dll");

        // With another project beside it that has the same base, and a base of its own under another name, whose names it means.
        WriteReader("beside/OtherReaderPolicy", "../include");
        typedPolicy.Write("beside/OtherReaderPolicy/Policy.cs", Policy.Replace("Reader.Policy", "OtherReader.Policy", StringComparison.Ordinal).Replace("\"reader\"", "\"other-reader\"", StringComparison.Ordinal).Replace("Person", "Passenger", StringComparison.Ordinal).Replace("Book", "Paper", StringComparison.Ordinal));
        typedPolicy.WriteProject(
            "beside/GuestPolicy",
            null,
            $"<TypedPolicyBaseCache>{typedPolicy.PathOf("base-cache")}</TypedPolicyBaseCache>",
            $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /><ProjectReference Include="../ReaderPolicy/ReaderPolicy.csproj" /><ProjectReference Include="../OtherReaderPolicy/OtherReaderPolicy.csproj" /><PolicyHeaders Include="../include" Name="others" />""");
        typedPolicy.Write("beside/GuestPolicy/Policy.cs", Guest + "\n\n[PolicyType, TypedPolicy.Base.Lamp.Switch]\npublic sealed class Porter;\n");
        typedPolicy.Run("beside/GuestPolicy", "build").Succeeds();
        Assert.Contains(Rule, typedPolicy.Read(cil), StringComparison.Ordinal);
        Assert.Contains(Rule.Replace("visitor_t", "porter_t", StringComparison.Ordinal), typedPolicy.Read(cil), StringComparison.Ordinal);

        // Where the assembly alone is referenced, nobody knows what the interface does.
        File.Copy(typedPolicy.PathOf("beside/ReaderPolicy/bin/Debug/net10.0/ReaderPolicy.dll"), typedPolicy.PathOf("beside/ReaderPolicy.dll"));
        typedPolicy.WriteProject(
            "beside/GuestPolicy", null, "", $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /><Reference Include="../ReaderPolicy.dll" />""");
        typedPolicy.Write("beside/GuestPolicy/Policy.cs", Guest);
        typedPolicy.Run("beside/GuestPolicy", "build").Fails().Says("Policy.cs(8,21,8,28): error TP0007: GuestTemplate<TSelf> of ReaderPolicy carries [Lamp.Switch] of TypedPolicy.Base.lamps, which this project does not reference");
    }

    [Fact]
    public void A_machine_without_the_headers_references_the_package_that_the_command_made()
    {
        WriteHeaders("made/include", "read write ioctl");

        var version = PackAsTheCommandKnowsIt();
        typedPolicy.Run("made", Command, "import", "include", "--name", "lamps", "--package-version", "2.5.0", "--pack", "-o", "../feed").Succeeds().Says("lamps: 2 interfaces and templates");

        typedPolicy.WriteProject(
            "made/ReaderPolicy", null, "", $"""<PackageReference Include="TypedPolicy" Version="{version}" /><PackageReference Include="TypedPolicy.Base.lamps" Version="2.5.0" />""");
        typedPolicy.Write("made/ReaderPolicy/Policy.cs", Policy);
        typedPolicy.Run("made/ReaderPolicy", "build").Succeeds().SaysNothingOf(Read);
        Assert.Contains("(allow person_t lamp_t (chr_file (ioctl read write)))", typedPolicy.Read("made/ReaderPolicy/bin/Debug/net10.0/policy/reader.cil"), StringComparison.Ordinal);

        // What analyzers judge by comes along, here and to whoever references this policy.
        typedPolicy.Run("made/ReaderPolicy", "build", "--no-restore", "-getItem:AdditionalFiles").Succeeds().Says("lamps.sepolidx");

        // Into a folder that is there, nothing is written.
        typedPolicy.Run("made", Command, "import", "include", "-o", "include").Fails().Says("include already exists");
    }

    [Fact]
    public void A_converted_module_is_a_project_that_builds()
    {
        WriteHeaders("moved/include", "read write open");
        typedPolicy.Write("moved/person.te", "policy_module(person, 2.1)\n\n# Sits in the dark.\ntype person_t;\nlamp_switch(person_t)\n");

        // What an interface is given is read by its rules alone, of which the compiler knows nothing.
        typedPolicy.Write(
            "moved/person.if",
            """
            ## <summary>Makes lamps of a name.</summary>
            ## <param name="domain"><summary>Who makes them.</summary></param>
            ## <param name="class"><summary>What they are.</summary></param>
            ## <param name="name"><summary>Their name.</summary></param>
            interface(`person_make_lamp',`
            	type_transition $1 person_t:$2 lamp_t $3;
            ')

            """);
        PackAsTheCommandKnowsIt();
        typedPolicy.Run("moved", Command, "convert", "person.te", "person.if", "--headers", "include").Succeeds().Says("person: 4 files in PersonPolicy");
        typedPolicy.Run("moved/PersonPolicy", "build", $"-p:TypedPolicyBaseCache={typedPolicy.PathOf("base-cache")}", "-warnaserror").Succeeds();
        Assert.Contains("(allow person_t lamp_t (chr_file (open read write)))", typedPolicy.Read("moved/PersonPolicy/bin/Debug/net10.0/policy/person.cil"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_project_defines_reaches_the_interfaces_and_a_converted_module_keeps_it()
    {
        WriteHeaders("defined/include", "read write");
        typedPolicy.Write(
            "defined/include/kernel/candle.if",
            """
            ## <summary>Candles.</summary>
            ########################################
            ## <summary>Light a candle.</summary>
            ## <param name="domain"><summary>Who lights it.</summary></param>
            #
            interface(`candle_light',`
            	gen_require(`
            		type lamp_t;
            	')
            	allow $1 lamp_t:file read;
            	ifdef(`hide_broken_symptoms',`
            		dontaudit $1 lamp_t:file write;
            	')
            	ifdef(`wick',`
            		allow $1 lamp_t:file wick;
            	')
            ')
            """);
        typedPolicy.Write("defined/candle.te", "policy_module(snuffer, 1.0)\n\n# Puts candles out.\ntype snuffer_t;\ncandle_light(snuffer_t)\n");
        PackAsTheCommandKnowsIt();
        typedPolicy.Run("defined", Command, "convert", "candle.te", "--headers", "include", "--define", "hide_broken_symptoms", "-D", "wick=append", "-D", "windy").Succeeds();
        const string project = "defined/SnufferPolicy/SnufferPolicy.csproj";
        var converted = typedPolicy.Read(project);
        Assert.Contains("<PolicyHeaders Include=\"../include\" Define=\"hide_broken_symptoms;wick=append;windy\" />", converted, StringComparison.Ordinal);

        var cache = $"-p:TypedPolicyBaseCache={typedPolicy.PathOf("base-cache")}";
        typedPolicy.Run("defined/SnufferPolicy", "build", cache, "-warnaserror").Succeeds().Says("No header looks at the definition 'windy'");
        var cil = typedPolicy.Read("defined/SnufferPolicy/bin/Debug/net10.0/policy/snuffer.cil");
        Assert.Contains("(dontaudit snuffer_t lamp_t (file (write)))", cil, StringComparison.Ordinal);
        Assert.Contains("(allow snuffer_t lamp_t (file (append)))", cil, StringComparison.Ordinal);

        // Other definitions are another base.
        typedPolicy.Write(project, converted.Replace(" Define=\"hide_broken_symptoms;wick=append;windy\"", "", StringComparison.Ordinal));
        typedPolicy.Run("defined/SnufferPolicy", "build", "--no-restore", cache, "-warnaserror").Succeeds();
        Assert.DoesNotContain("dontaudit", typedPolicy.Read("defined/SnufferPolicy/bin/Debug/net10.0/policy/snuffer.cil"), StringComparison.Ordinal);

        typedPolicy.Write(project, converted.Replace("windy", "2windy", StringComparison.Ordinal));
        typedPolicy.Run("defined/SnufferPolicy", "build", "--no-restore", cache).Fails().Says("error TP9012: Invalid value '2windy' for Define of PolicyHeaders. Write NAME or NAME=VALUE");
    }

    [Fact]
    public void A_deprecated_interface_is_said_once_with_what_to_write_also_where_warnings_are_errors()
    {
        WriteHeaders("old/include", "read write map");
        typedPolicy.Write("old/include/support/warnings.spt", "define(`refpolicywarn',`errprint(`$1')')\n");
        typedPolicy.Write(
            "old/include/kernel/candle.if",
            """
            ## <summary>Candles.</summary>
            ########################################
            ## <summary>Light a candle.</summary>
            ## <param name="domain"><summary>Who lights it.</summary></param>
            #
            interface(`candle_light',`
            	refpolicywarn(`$0($*) has been deprecated, please use lamp_switch() instead.')
            	lamp_switch($1)
            ')
            """);
        WriteReader("old/ReaderPolicy", "../include");
        typedPolicy.Write("old/ReaderPolicy/Policy.cs", Policy.Replace("[PolicyType, Lamp.Switch,", "[PolicyType, Candle.Light,", StringComparison.Ordinal));
        typedPolicy.Run("old/ReaderPolicy", "build").Fails().Says("Policy.cs(8,14): error TP7004: lamps deprecates the interface candle_light, and a later version will remove it. Write [Lamp.Switch].").SaysNothingOf("CS0618");

        // Who silences the rule, or runs no analyzers, does not hear it from the compiler either: suppressors run in any case.
        typedPolicy.Run("old/ReaderPolicy", "build", "--no-restore", "-p:NoWarn=TP7004").Succeeds().SaysNothingOf("CS0618");
        typedPolicy.Run("old/ReaderPolicy", "build", "--no-restore", "--no-incremental", "-p:RunAnalyzers=false").Succeeds().SaysNothingOf("TP7004").SaysNothingOf("CS0618");
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_that_says_what_to_do()
    {
        WriteReader("wrong/ReaderPolicy", "../nowhere");
        typedPolicy.Run("wrong/ReaderPolicy", "build").Fails().Says("ReaderPolicy.csproj : error TP9011: There are no headers in").Says("selinux-policy-dev");

        Directory.CreateDirectory(typedPolicy.PathOf("wrong/empty"));
        WriteReader("wrong/ReaderPolicy", "../empty");
        typedPolicy.Run("wrong/ReaderPolicy", "build", "--no-restore").Fails().Says("error TP9011").Says("holds no headers");

        WriteReader("wrong/ReaderPolicy", "../empty", "la/mps");
        typedPolicy.Run("wrong/ReaderPolicy", "build", "--no-restore").Fails().Says("error TP9011: 'la/mps' cannot name a base");

        WriteReader("wrong/ReaderPolicy", "../empty;../nowhere");
        typedPolicy.Run("wrong/ReaderPolicy", "build", "--no-restore").Fails().Says("error TP9011: A project can have only one PolicyHeaders item");
    }

    [Fact]
    public void The_former_name_of_the_item_is_still_read_and_the_build_names_the_new_one()
    {
        WriteReader("former/ReaderPolicy", "../nowhere");
        var project = typedPolicy.PathOf("former/ReaderPolicy/ReaderPolicy.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("<PolicyHeaders ", "<BasePolicy ", StringComparison.Ordinal));
        typedPolicy.Run("former/ReaderPolicy", "build").Fails().Says("the item BasePolicy is now named PolicyHeaders").Says("error TP9011: There are no headers in");
    }

    private static string Command { get; } = Path.Combine(PackedTypedPolicy.Repository, "src", "TypedPolicy.Tool", "bin", PackedTypedPolicy.Configuration, "net10.0", "typedpolicy.dll");

    /// <summary>What the command writes asks for the version that it was built with: puts that into the feed.</summary>
    private string PackAsTheCommandKnowsIt()
    {
        Dotnet.Run(PackedTypedPolicy.Repository, typedPolicy.PathOf("packages"), "pack", "src/TypedPolicy", "--no-build", "-c", PackedTypedPolicy.Configuration, "-o", typedPolicy.PathOf("feed")).Succeeds();
        return Path.GetFileNameWithoutExtension(Directory.GetFiles(typedPolicy.PathOf("feed"), "TypedPolicy.?.?.?.nupkg").Single())["TypedPolicy.".Length..];
    }

    private void WriteReader(string name, string headers, string baseName = "lamps")
    {
        typedPolicy.WriteProject(
            name,
            null,
            $"<TypedPolicyBaseCache>{typedPolicy.PathOf("base-cache")}</TypedPolicyBaseCache>",
            $"""<PackageReference Include="TypedPolicy" Version="{typedPolicy.Version}" /><PolicyHeaders Include="{headers}" Name="{baseName}" />""");
        typedPolicy.Write($"{name}/Policy.cs", Policy);
    }

    private void WriteHeaders(string folder, string permissions)
    {
        typedPolicy.Write($"{folder}/build.conf", "TYPE = mcs\nDISTRO = debian\n");
        typedPolicy.Write($"{folder}/support/sets.spt", $"define(`use_lamp_perms',`{{ {permissions} }}')\ndefine(`gen_require',`require {{ $1 }}')\n");
        typedPolicy.Write(
            $"{folder}/kernel/lamp.if",
            """
            ## <summary>Lamps.</summary>

            ########################################
            ## <summary>
            ##	Switch a lamp.
            ## </summary>
            ## <param name="domain">
            ##	<summary>
            ##	Who switches.
            ##	</summary>
            ## </param>
            #
            interface(`lamp_switch',`
            	gen_require(`
            		type lamp_t;
            	')

            	allow $1 lamp_t:chr_file use_lamp_perms;
            ')

            ########################################
            ## <summary>
            ##	Look at something in the light.
            ## </summary>
            ## <param name="domain">
            ##	<summary>
            ##	Who looks.
            ##	</summary>
            ## </param>
            ## <param name="thing_type">
            ##	<summary>
            ##	What is looked at.
            ##	</summary>
            ## </param>
            #
            interface(`lamp_look',`
            	allow $1 $2:file read;
            ')
            """);
    }
}

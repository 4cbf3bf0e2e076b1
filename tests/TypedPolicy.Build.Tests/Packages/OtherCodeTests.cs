using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Policy lives beside other code: classes with the names of namespaces, other source generators, files without a using.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class OtherCodeTests(PackedTypedPolicy typedPolicy)
{
    private const string Till = "namespace Shop;\n[Domain, Role<SystemR>]\npublic sealed class Till\n{\n    [Entrypoint, FileContext(\"/usr/bin/till\", FileKind.File)]\n    public sealed class Exec;\n}\n";
    private const string Implicit = "<ImplicitUsings>enable</ImplicitUsings>";

    [Fact]
    public void A_class_may_have_the_name_of_the_project()
    {
        Project("clash/Shop.Till", "using TypedPolicy;\n" + Till);
        typedPolicy.Run("clash/Shop.Till", "build").Succeeds();
        Assert.Equal(["Shop.Till.cil", "Shop.Till.fc"], typedPolicy.Files("clash/Shop.Till/bin/Debug/net10.0/policy"));
    }

    [Fact]
    public void Names_are_public_in_the_namespace_that_the_project_says_and_a_word_for_it_that_means_nothing_is_an_error()
    {
        Project("public/Shop.Till", "using TypedPolicy;\n" + Till, "<TypedPolicyNamesVisibility>public</TypedPolicyNamesVisibility><TypedPolicyNamesNamespace>Shop.Constants</TypedPolicyNamesNamespace>");
        typedPolicy.WriteProject("public/Application", null, "", """<ProjectReference Include="../Shop.Till/Shop.Till.csproj" />""");
        typedPolicy.Write("public/Application/Policy.cs", "public static class Application { public const string Domain = Shop.Constants.PolicyNames.Types.Till; }");
        typedPolicy.Run("public/Application", "build").Succeeds();

        typedPolicy.Run("public/Shop.Till", "build", "--no-restore", "-p:TypedPolicyNamesVisibility=pubic").Fails().Says("error TP9012: Invalid value 'pubic' for TypedPolicyNamesVisibility. Did you mean 'public'?");
        typedPolicy.Run("public/Shop.Till", "build", "--no-restore", "-p:TypedPolicyNamesNamespace=Shop..Till").Fails().Says("error TP9012: Invalid value 'Shop..Till' for TypedPolicyNamesNamespace.");
    }

    [Fact]
    public void A_file_of_policy_takes_no_using_where_implicit_usings_are_on()
    {
        Project("using/Till", Till, Implicit);
        typedPolicy.Run("using/Till", "build").Succeeds();
        Project("using/Written", "using TypedPolicy;\n" + Till, Implicit);
        typedPolicy.Write("using/Written/Usings.cs", "global using TypedPolicy;");
        typedPolicy.Run("using/Written", "build").Succeeds();
        typedPolicy.Run("using/Till", "build", "--no-restore", "-p:TypedPolicyImplicitUsings=false").Fails().Says("error CS0246");
        typedPolicy.Run("using/Till", "build", "--no-restore", "-p:ImplicitUsings=disable").Fails().Says("error CS0246");
        typedPolicy.Run("using/Till", "build", "--no-restore", "-p:ImplicitUsings=disable", "-p:TypedPolicyImplicitUsings=true").Succeeds();

        // Who only uses a policy has its own names.
        typedPolicy.Run("using/Till", "pack", "-o", "../../feed").Succeeds();
        typedPolicy.WriteProject("using/Application", null, Implicit, """<PackageReference Include="Till" Version="1.0.0" />""");
        typedPolicy.Run("using/Application", "restore").Succeeds();
        typedPolicy.Run("using/Application", "build", "--no-restore", "-getItem:Using").Succeeds().Says("System.Linq").SaysNothingOf("TypedPolicy\"");
    }

    [Fact]
    public void What_another_generator_makes_is_an_error_and_no_policy_is_left()
    {
        var generator = Generator("[TypedPolicy.FileType, TypedPolicy.FileContextTree(\"/var/spool/till\")] public sealed class Spool;");
        Project("generated/Till", "using TypedPolicy;\n" + Till);
        typedPolicy.Run("generated/Till", "build").Succeeds();

        Project("generated/Till", "using TypedPolicy;\n" + Till, items: $"""<Analyzer Include="{generator}" />""");
        var project = typedPolicy.PathOf("generated/Till/Till.csproj");
        typedPolicy.Run("generated/Till", "build").Fails().Says($"{project} : error TP9014: The class Spool has policy attributes that another source generator wrote.");
        Assert.Empty(typedPolicy.Files("generated/Till/bin/Debug/net10.0/policy"));
        typedPolicy.Run("generated/Till", "build", "--no-restore").Fails().Says("error TP9014");
    }

    [Fact]
    public void A_package_that_keeps_TypedPolicy_to_itself_is_a_warning_and_one_that_does_not_brings_its_policy()
    {
        Project("private/Kept", "using TypedPolicy;\n" + Till, "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        typedPolicy.Run("private/Kept", "pack", "-o", "../../feed").Succeeds().SaysNothingOf("TP9017");
        typedPolicy.WriteProject("private/Application", null, "", """<PackageReference Include="Kept" Version="1.0.0" PrivateAssets="all" />""");
        typedPolicy.Run("private/Application", "build").Succeeds();
        Assert.Equal(["Kept.cil", "Kept.fc"], typedPolicy.Files("private/Application/bin/Debug/net10.0/policy"));

        var project = typedPolicy.Read("private/Kept/Kept.csproj");
        typedPolicy.Write("private/Kept/Kept.csproj", project.Replace("Include=\"TypedPolicy\"", "Include=\"TypedPolicy\" PrivateAssets=\"All\"", StringComparison.Ordinal));
        typedPolicy.Run("private/Kept", "pack", "-o", "../packed").Succeeds().Says("Kept.csproj : warning TP9017: The package Kept references TypedPolicy with PrivateAssets=\"All\", so a project that references Kept gets none of its policy files.");
    }

    /// <summary>A generator that makes one file.</summary>
    private string Generator(string source)
    {
        using var image = new MemoryStream();
        var text = SymbolDisplay.FormatLiteral(source, quote: true);
        var compiled = CSharpCompilation.Create(
            "Generator",
            [CSharpSyntaxTree.ParseText(
                $$"""
                using Microsoft.CodeAnalysis;
                [Generator]
                public sealed class Generator : IIncrementalGenerator
                {
                    public void Initialize(IncrementalGeneratorInitializationContext context) =>
                        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Spool.g.cs", {{text}}));
                }
                """)],
            [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))],
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(compiled.Success, string.Join('\n', compiled.Diagnostics));
        var path = typedPolicy.PathOf("generator/Generator.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, image.ToArray());
        return path;
    }

    private void Project(string name, string source, string properties = "", string items = "")
    {
        typedPolicy.WriteProject(name, new Carrier(Path.GetFileName(name)), properties, items);
        typedPolicy.Write($"{name}/Policy.cs", source);
    }
}

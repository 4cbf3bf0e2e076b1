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
        typedPolicy.Run("generated/Till", "build").Fails().Says("Spool.g.cs(1,").Says("error TP9014: The class Spool has policy attributes that another source generator wrote.");

        // A judgement that stops the compiler does not hide it.
        typedPolicy.Run("generated/Till", "build", "--no-restore", "-p:WarningsAsErrors=TP3003").Fails().Says("error TP9014: The class Spool");

        var project = typedPolicy.PathOf("generated/Till/Till.csproj");
        typedPolicy.Run("generated/Till", "build", "--no-restore", "-p:RunAnalyzers=false").Fails().Says($"{project} : error TP9014: The class Spool has policy attributes that another source generator wrote.");
        Assert.Empty(typedPolicy.Files("generated/Till/bin/Debug/net10.0/policy"));
        typedPolicy.Run("generated/Till", "build", "--no-restore", "-p:RunAnalyzers=false").Fails().Says("error TP9014");
    }

    [Fact]
    public void Policy_in_the_code_of_a_Razor_component_is_an_error_at_its_line_and_in_its_code_behind_it_is_policy()
    {
        Project("razor/Till", "using TypedPolicy;\n" + Till, "<NoWarn>NU5104;CS8669;CS1591</NoWarn>", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""");
        typedPolicy.Write("razor/Till/Till.csproj", typedPolicy.Read("razor/Till/Till.csproj").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Razor", StringComparison.Ordinal));
        typedPolicy.Write("razor/Till/Page.razor", "<p>@Notes</p>\n@code {\n    string Notes = \"\";\n\n    [TypedPolicy.FileType, TypedPolicy.FileContextTree(\"/var/spool/till\")]\n    public sealed class Spool;\n}\n");
        typedPolicy.Run("razor/Till", "build").Fails().Says("Page.razor(6,25): error TP9014: The class Till.Page.Spool has policy attributes").Says("code-behind");
        typedPolicy.Run("razor/Till", "build", "--no-restore", "-p:RunAnalyzers=false").Fails().Says("error TP9014: The class Till.Page.Spool");

        typedPolicy.Write("razor/Till/Page.razor", "<p>@Notes</p>\n@code {\n    string Notes = \"\";\n}\n");
        typedPolicy.Write("razor/Till/Page.razor.cs", "namespace Till;\npublic partial class Page\n{\n    [TypedPolicy.FileType, TypedPolicy.FileContextTree(\"/var/spool/till\")]\n    public sealed class Spool;\n}\n");
        typedPolicy.Run("razor/Till", "build", "--no-restore").Succeeds();
        Assert.Contains("/var/spool/till(/.*)?", typedPolicy.Read("razor/Till/bin/Debug/net10.0/policy/Till.fc"), StringComparison.Ordinal);
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

    [Fact]
    public void A_project_gets_the_policy_of_one_that_keeps_TypedPolicy_to_itself_once_and_publishes_it()
    {
        Project("kept/Shop", "using TypedPolicy;\n" + Till);
        typedPolicy.Write("kept/Shop/Shop.csproj", typedPolicy.Read("kept/Shop/Shop.csproj").Replace("Include=\"TypedPolicy\"", "Include=\"TypedPolicy\" PrivateAssets=\"all\"", StringComparison.Ordinal));
        typedPolicy.WriteProject("kept/Application", null, "", """<ProjectReference Include="../Shop/Shop.csproj" />""");
        typedPolicy.Run("kept/Application", "build").Succeeds();
        Assert.Equal(["Shop.cil", "Shop.fc"], typedPolicy.Files("kept/Application/bin/Debug/net10.0/policy"));
        typedPolicy.Run("kept/Application", "publish", "-o", "../published").Succeeds();
        Assert.Equal(["Shop.cil", "Shop.fc"], typedPolicy.Files("kept/published/policy"));

        // Who has TypedPolicy lays all of it out for its own targets, and nothing else.
        Project("kept/Site", "using TypedPolicy;\n" + Till.Replace("Till", "Site", StringComparison.Ordinal).Replace("till", "site", StringComparison.Ordinal), "<TypedPolicyTargets>el9;debian12</TypedPolicyTargets>", """<ProjectReference Include="../Shop/Shop.csproj" />""");
        typedPolicy.Run("kept/Site", "publish", "-o", "../site").Succeeds();
        string[] expected = ["debian12/Shop.cil", "debian12/Shop.fc", "debian12/Site.cil", "debian12/Site.fc", "el9/Shop.cil", "el9/Shop.fc", "el9/Site.cil", "el9/Site.fc"];
        Assert.Equal(expected, typedPolicy.Files("kept/Site/bin/Release/net10.0/policy"));
        Assert.Equal(expected, typedPolicy.Files("kept/site/policy"));
    }

    [Theory]
    [InlineData("""<ProjectReference Include="../Shop/Shop.csproj" />""")]
    [InlineData("""<PackageReference Include="Shop" Version="1.0.0" />""")]
    [InlineData("""<PackageReference Include="Shop" Version="1.0.0" PrivateAssets="all" />""")]
    public void A_project_that_compiles_nothing_gets_the_policy_of_what_it_references(string reference)
    {
        Project("nothing/Shop", "using TypedPolicy;\n" + Till);
        typedPolicy.Run("nothing/Shop", "pack", "-o", "../../feed").Succeeds();
        typedPolicy.Write("nothing/Node/Node.csproj", $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
                <GenerateDependencyFile>false</GenerateDependencyFile>
                <GenerateMSBuildEditorConfigFile>false</GenerateMSBuildEditorConfigFile>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
                <SkipCopyBuildProduct>true</SkipCopyBuildProduct>
              </PropertyGroup>
              <ItemDefinitionGroup>
                <ProjectReference>
                  <ReferenceOutputAssembly>false</ReferenceOutputAssembly>
                  <SkipGetTargetFrameworkProperties>true</SkipGetTargetFrameworkProperties>
                </ProjectReference>
              </ItemDefinitionGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <!-- What Microsoft.Build.NoTargets does: nothing is compiled. -->
              <PropertyGroup>
                <CoreBuildDependsOn>BuildOnlySettings;PrepareForBuild;PreBuildEvent;ResolveReferences;Compile;GetTargetPath;PrepareForRun;IncrementalClean;PostBuildEvent</CoreBuildDependsOn>
              </PropertyGroup>
              <ItemGroup>
                <IntermediateAssembly Remove="@(IntermediateAssembly)" />
              </ItemGroup>
              <Target Name="ComputeIntermediateSatelliteAssemblies" />
              <Target Name="GetTargetPath" />
              <Target Name="CoreCompile" DependsOnTargets="$(CoreCompileDependsOn)" />
            </Project>
            """);
        typedPolicy.Run("nothing/Node", "build").Succeeds();
        Assert.Equal(["Shop.cil", "Shop.fc"], typedPolicy.Files("nothing/Node/bin/Debug/net10.0/policy"));
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

extern alias model;

using System.Text.Json;
using model::TypedPolicy.Model.Targets;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The templates as their users have them: a package that <c>dotnet new</c> installs.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class TemplateTests(PackedTypedPolicy typedPolicy)
{
    private static readonly string[] Policies = ["typedpolicy", "typedpolicy-cgi", "typedpolicy-confined-user", "typedpolicy-container", "typedpolicy-timer", "typedpolicy-user-app"];

    [Fact]
    public void Every_template_makes_a_project_that_builds_without_a_warning_and_tests_that_build_with_it()
    {
        typedPolicy.Pack("src/TypedPolicy.Testing");
        typedPolicy.Pack("templates");
        New("install", typedPolicy.PathOf($"feed/TypedPolicy.Templates.{typedPolicy.Version}.nupkg"));
        Assert.All([.. Policies, "typedpolicy-tests"], name => New("list", "typedpolicy").Says(name));

        // Two words, so that the class, the module and the paths differ.
        foreach (var name in Policies)
        {
            New(name, "--output", Project(name), "--name", Name(name), "--service", $"my-{name[^3..]}", "--target", "debian12");
        }

        New("typedpolicy", "--output", Project("permissive"), "--name", "Permissive.Policy", "--service", "till", "--permissive");
        New("typedpolicy-tests", "--output", Project("tests"), "--name", "My.Tests", "--policy", "../typedpolicy-timer/My.Timer.Policy.csproj", "--policyNamespace", "My.Timer.Policy", "--domain", "MyMer");
        typedPolicy.Write("templates/All.slnx", $"<Solution>{string.Concat(Policies.Select(name => $"<Project Path=\"{name}/{Name(name)}.csproj\" />"))}<Project Path=\"tests/My.Tests.csproj\" /></Solution>");

        typedPolicy.Run("templates", "build", "All.slnx", "-p:TreatWarningsAsErrors=true").Succeeds().Says("0 Warning(s)");

        Assert.Contains("class MyMer ", typedPolicy.Read("templates/typedpolicy-timer/MyMer.cs"), StringComparison.Ordinal);
        Assert.Contains("PolicyModule(\"my_mer\"", typedPolicy.Read("templates/typedpolicy-timer/MyMer.cs"), StringComparison.Ordinal);
        Assert.Contains("\"/var/lib/my-mer\"", typedPolicy.Read("templates/typedpolicy-timer/MyMer.cs"), StringComparison.Ordinal);
        Assert.Contains("(type my_mer_t)", typedPolicy.Read("templates/typedpolicy-timer/bin/Debug/net10.0/policy/my_mer.cil"), StringComparison.Ordinal);
        Assert.DoesNotContain("Permissive", typedPolicy.Read("templates/typedpolicy-timer/MyMer.cs"), StringComparison.Ordinal);
        Assert.Contains("[Permissive]", typedPolicy.Read("templates/permissive/Till.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_target_of_the_table_can_be_chosen()
    {
        using var options = JsonDocument.Parse(File.ReadAllText(Path.Combine(PackedTypedPolicy.Repository, "templates", "shared", "policy-options.json")));
        var choices = options.RootElement.GetProperty("symbols").GetProperty("target").GetProperty("choices").EnumerateArray()
            .Select(c => (c.GetProperty("choice").GetString()!, c.GetProperty("description").GetString()!));
        Assert.Equal(TargetTable.Targets.Select(t => (t.Name, t.Title)), choices.Where(c => c.Item1 != "installed"));
    }

    private static string Name(string template) => template == "typedpolicy" ? "My.Policy" : $"My.{char.ToUpperInvariant(template[12])}{template[13..].Replace("-", "", StringComparison.Ordinal)}.Policy";

    private string Project(string name) => typedPolicy.PathOf($"templates/{name}");

    private DotnetResult New(params string[] arguments)
    {
        Directory.CreateDirectory(typedPolicy.PathOf("templates"));
        return typedPolicy.Run("templates", ["new", .. arguments, "--debug:custom-hive", typedPolicy.PathOf("hive")]).Succeeds();
    }
}

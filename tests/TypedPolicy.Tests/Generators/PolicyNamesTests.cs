using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Names;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

public sealed class PolicyNamesTests
{
    private const string Source =
        """
        using TypedPolicy;
        [assembly: PolicyModule("web", Version = "1.0 \"beta\"")]
        /// <summary>Web.</summary>
        [Domain, Role<SystemR>] public class Web : T<Web> { [Optional, Allow<Self>(FilePerms.Read)] static class X; }
        /// <summary>A template.</summary>
        [Template] public abstract class T<TSelf> { [FileType] public class State; [Domain, Role<SystemR>] public class Helper { [Entrypoint] public class Exec; } }
        [FileType] public class @class; [FileType] public class Equals; [FileType] public class Types; [PortType] public class Port;
        [TypeAttribute] public interface IService; [Role] public class WebR; [Role] public interface IRoles; [User] public class WebU;
        [PolicyBoolean] public class Can; [Tunable] public class Tune; [External("etc_t")] public class Etc;
        """;

    [Fact]
    public void There_is_a_constant_for_every_name_and_context() => Approved.Match(Names(Source), "cs");

    [Fact]
    public void They_compile_without_a_warning()
    {
        var compilation = Policy.Compile([("Policy.cs", Source)]);
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(9999));
        var before = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);

        Assert.Equal(before.Select(d => d.ToString()), updated.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }

    [Fact]
    public void A_rule_that_changes_leaves_them_alone()
    {
        var compilation = Policy.Compile([("Policy.cs", Source)]);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Policy.Tree("Policy.cs", Source.Replace("FilePerms.Read", "FilePerms.Write", StringComparison.Ordinal)));
        var result = Driver().RunGenerators(compilation).RunGenerators(edited).GetRunResult().Results.Single();

        Assert.All(
            result.TrackedSteps[PolicyNamesGenerator.NamesStep].SelectMany(s => s.Outputs),
            o => Assert.Contains(o.Reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
        Assert.All(result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void Every_name_that_is_declared_is_among_them()
    {
        var names = Names(Source);
        var declared = Policy.Of(Source).IsGood().Manifest.Split('\n').Select(l => l.Split(' ')[1]);

        Assert.All(declared, name => Assert.Contains($"= @\"{name}\";", names, StringComparison.Ordinal));
        Assert.DoesNotContain("etc_t", names, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u2028public const int A_ = 1; } } public static class Extra { } public static class Q { public static class R { //")]
    [InlineData("\\u2029")]
    [InlineData("\\u0085")]
    [InlineData("\\r")]
    [InlineData("\\n")]
    [InlineData("\\\"; } } class Extra { } //")]
    [InlineData("*/ </summary>")]
    [InlineData("\\0\\uD800")]
    public void A_name_of_a_package_stays_a_comment_and_a_literal(string name)
    {
        var package = Policy.Package("Extra", $"[Role(\"system_r{name}\")] public class ExtraR; [Domain(\"{name}\")] public class Other;");
        var compilation = Policy.Compile([("Policy.cs", $"[assembly: PolicyModule(\"web{name}\", Version = \"{name}\")] [Domain, Role<ExtraR>] public class Web; [FileType(\"{name}\")] public class State;"), Policy.Usings], package);
        var tree = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _).GetRunResult().GeneratedTrees.Single();

        Assert.DoesNotContain(updated.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var members = tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().ToList();
        Assert.Equal(["Contexts", "PolicyNames", "Types"], members.OfType<ClassDeclarationSyntax>().Select(c => c.Identifier.ValueText).Order(StringComparer.Ordinal));
        Assert.All(members.OfType<FieldDeclarationSyntax>(), f => Assert.StartsWith("public const string ", f.ToString(), StringComparison.Ordinal));
        Assert.All(members, m => Assert.True(m is ClassDeclarationSyntax or FieldDeclarationSyntax, m.ToString()));
    }

    [Theory]
    [InlineData("Example.Policy", "namespace Example.Policy { [FileType] public class Till; }", "Example.Policy")]
    [InlineData("Shop.Till", "namespace Shop { [FileType] public class Till; }", "Shop")]
    [InlineData("Shop.Till.Policy", "namespace Shop { [FileType] public class Till; }", "Shop")]
    [InlineData("Shop.Till", "namespace Shop { [FileType] public class Till; public class Till<T>; }", "Shop")]
    [InlineData("Till", "[FileType] public class Till;", "")]
    [InlineData("Till.Policy", "[FileType] public class Till;", "")]
    [InlineData("", "[FileType] public class Till;", "")]
    [InlineData("System.String", "[FileType] public class Till;", "System")]
    [InlineData("Shop", "namespace Shop { [FileType] public class Till; public class PolicyNames; }", "TypedPolicy.Names.test")]
    [InlineData("Shop", "namespace Shop.PolicyNames { [FileType] public class Till; }", "TypedPolicy.Names.test")]
    [InlineData("Shop-Front.1st", "[FileType] public class Till;", "Shop_Front._1st")]
    public void They_are_in_the_root_namespace_unless_something_has_its_name(string root, string source, string expected)
    {
        var compilation = Policy.Compile([("Policy.cs", "using TypedPolicy;\n" + source)]).WithAssemblyName("test");
        Driver(("RootNamespace", root)).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);

        Assert.Empty(updated.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        Assert.NotNull(updated.GetTypeByMetadataName((expected.Length == 0 ? "" : expected + ".") + "PolicyNames"));
    }

    [Fact]
    public void A_project_may_name_the_namespace_and_make_them_public()
    {
        var names = Names("using TypedPolicy; [FileType] public class Till;", ("RootNamespace", "Shop"), ("TypedPolicyNamesNamespace", "Shop.Constants"), ("TypedPolicyNamesVisibility", "public"));

        Assert.Contains("namespace @Shop.@Constants;", names, StringComparison.Ordinal);
        Assert.Contains("public static class PolicyNames", names, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"second\")]")]
    public void Projects_with_one_root_namespace_have_each_their_own(string visible)
    {
        (string, string)[] root = [("RootNamespace", "Shop")];
        var first = Policy.Compile([("First.cs", $"using TypedPolicy; {visible} [FileType] public class Shelf;")]).WithAssemblyName("first");
        Driver(root).RunGeneratorsAndUpdateCompilation(first, out var firstWithNames, out _);
        var second = Policy.Compile([("Second.cs", "using TypedPolicy; [FileType] public class Till;")]).WithAssemblyName("second").AddReferences(firstWithNames.ToMetadataReference());
        Driver(root).RunGeneratorsAndUpdateCompilation(second, out var secondWithNames, out _);
        var names = secondWithNames.SyntaxTrees.Last().ToString();
        var space = names.Split("namespace ")[1].Split(';')[0];

        var user = secondWithNames.AddSyntaxTrees(Policy.Tree("User.cs", $"class User {{ const string Name = global::{space}.PolicyNames.Types.Till; }}"));
        Assert.Empty(user.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }

    private static string Names(string source, params (string Name, string Value)[] properties) =>
        Driver(properties).RunGenerators(Policy.Compile([("Policy.cs", source)])).GetRunResult().GeneratedTrees.Single().ToString();

    private static GeneratorDriver Driver(params (string Name, string Value)[] properties) => CSharpGeneratorDriver.Create(
        [new PolicyNamesGenerator().AsSourceGenerator()],
        optionsProvider: new ProjectOptions(properties.ToDictionary(p => "build_property." + p.Name, p => p.Value)),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true),
        parseOptions: (CSharpParseOptions)Policy.Tree("x.cs", "").Options);
}

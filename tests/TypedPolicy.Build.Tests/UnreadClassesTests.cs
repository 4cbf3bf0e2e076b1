using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedPolicy.Build.Tests;

/// <summary>What the compiled assembly has of policy is compared with what the generator read.</summary>
public sealed class UnreadClassesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("namespace Shop { [TypedPolicy.FileType] public class Spool; }", "Shop.Spool")]
    [InlineData("public class Page { [TypedPolicy.FileType] public class Spool<T>; }", "Page.Spool`1")]
    [InlineData("[TypedPolicy.RulesFor<Till>, TypedPolicy.Allow<TypedPolicy.Self>(TypedPolicy.FilePerms.Read)] static class Block;", "Block")]
    [InlineData("[TypedPolicy.External(\"spool_t\")] public class Spool;", "Spool")]
    [InlineData("[TypedPolicy.TypeAttribute] public interface ISpool;", "ISpool")]
    [InlineData("[TypedPolicy.PolicyInterface] public class UseAttribute : TypedPolicy.PolicyInterfaceAttribute;", "UseAttribute")]
    [InlineData("[TypedPolicy.Permissive] partial class Till;", "Till")]
    [InlineData("[TypedPolicy.Allow<Till>(TypedPolicy.FilePerms.Read)] partial class Till;", "Till")]
    [InlineData("partial class Till : IGuest;", "Till")]
    [InlineData("[Enter] partial class Till;", "Till")]
    [InlineData("[Other.Lamp.Switch<Till>] partial class Till;", "Till")]
    public void A_class_that_the_generator_did_not_read_is_an_error_that_names_it(string generated, string name)
    {
        var fault = Assert.Single(Find(generated));
        Assert.Equal("TP9014", fault.Id);
        Assert.StartsWith($"The class {name} has policy attributes that another source generator wrote.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_of_the_assembly_that_the_generator_did_not_read_is_an_error() =>
        Assert.StartsWith("The assembly has policy attributes", Assert.Single(Find("[assembly: TypedPolicy.DefaultUser(TypedPolicy.DefaultFrom.Source, typeof(TypedPolicy.FilePerms))]")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("public class Page;")]
    [InlineData("[System.Obsolete] public class Page;")]
    [InlineData("[System.Obsolete] partial class Till { int _count; }")]
    [InlineData("[Plain] partial class Till; class PlainAttribute : System.Attribute;")]
    [InlineData("[TypedPolicy.Justified(\"TP5003\", \"Because.\")] partial class Till;")]
    public void What_another_generator_adds_without_policy_is_its_own_affair(string generated) => Assert.Empty(Find(generated));

    [Fact]
    public void Policy_without_the_generator_is_an_error_that_says_how_to_get_it()
    {
        var faults = Faults("[TypedPolicy.Domain] public class Till; [TypedPolicy.External(\"bin_t\"), TypedPolicy.Allow<TypedPolicy.Self>(TypedPolicy.FilePerms.Read)] public class Bin;", "", null, generatorRan: false);
        Assert.Equal(2, faults.Length);
        Assert.All(faults, f => Assert.Contains("did not run for this project, so the policy lacks them. Reference the package TypedPolicy", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_of_tests_may_stand_for_names_of_others_without_the_generator() =>
        Assert.Empty(Faults("[TypedPolicy.External(\"bin_t\")] public class Bin; [TypedPolicy.External(\"user_r\"), TypedPolicy.Role] public class UserR;", "", null, generatorRan: false));

    [Fact]
    public void A_great_many_are_counted_after_the_first()
    {
        var faults = Faults(string.Concat(Enumerable.Range(0, 30).Select(i => $"[TypedPolicy.FileType] public class Spool{i};")), "", null, generatorRan: true);
        Assert.Equal(21, faults.Length);
        Assert.StartsWith("10 more classes", faults[^1].Message, StringComparison.Ordinal);
    }

    private Fault[] Find(string generated)
    {
        const string source =
            """
            [TypedPolicy.Domain, TypedPolicy.Role<TypedPolicy.SystemR>] public partial class Till : TypedPolicy.IDomain { [TypedPolicy.Entrypoint] public class Exec; }
            [TypedPolicy.FileType] public class @class;
            [TypedPolicy.TypeAttribute] public interface IGuest;
            [TypedPolicy.PolicyInterface] public class EnterAttribute : TypedPolicy.PolicyInterfaceAttribute;
            """;
        return Faults(source, generated, List(source), generatorRan: true);
    }

    private Fault[] Faults(string source, string generated, string? classes, bool generatorRan)
    {
        var other = new Carrier("Other").Code("namespace Other { public static class Lamp { public class SwitchAttribute<T> : TypedPolicy.PolicyInterfaceAttribute; } }").CompileTo(_folder.PathOf("upstream"));
        var path = new Carrier("Till").Code(generated.StartsWith("[assembly", StringComparison.Ordinal) ? generated + source : source + generated).References(other).CompileTo(_folder.PathOf("own"));
        return [.. UnreadClasses.Find(path, classes, generatorRan, [other])];
    }

    /// <summary>The list as the generator makes it.</summary>
    private static string List(string source) => Binding.PolicyClasses.List(
        CSharpCompilation.Create(
            "Till",
            [CSharpSyntaxTree.ParseText(source)],
            [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromFile(typeof(PolicyPartAttribute).Assembly.Location)]),
        CancellationToken.None);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Binding;
using TypedPolicy.Binding.Reuse;
using TypedPolicy.Tests.Fuzzing;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

/// <summary>What is kept while the shape of a policy stays must stay with it.</summary>
public sealed class PolicyShapeTests
{
    private const string Source =
        """
        using TypedPolicy;
        namespace A;
        [Domain, Role<SystemR>, Allow<Self>(FilePerms.Read)] public class Web : T<Web> { public const string Name = "x_t"; [FileType(Web.Name), FileContext("/a")] class Data; }
        [Template, Allow<Self>(FilePerms.Read)] public abstract class T<TSelf> { [FileType] public class State; }
        [PolicyInterface, Allow<Self>(FilePerms.Read)] public class CallAttribute<X> : PolicyInterfaceAttribute;
        [TypeAttribute, Allow<Self>(FilePerms.Read)] public interface IService;
        [FileType, Permissive] public partial class Part;
        """;

    [Theory]
    [InlineData("FilePerms.Read)] public class Web", "FilePerms.Write)] public class Web")]
    [InlineData("FileContext(\"/a\")", "FileContextTree(\"/b\")")]
    [InlineData("FileContext(\"/a\")", "FileContext(\"/a\"")]
    [InlineData(", Allow<Self>(FilePerms.Read)] public class Web", "] public class Web")]
    [InlineData("Permissive] public partial", "Permissive, Allow<Self>(FilePerms.Read)] public partial")]
    [InlineData("namespace A;", "namespace A; // said")]
    public void A_rule_or_a_label_on_a_class_leaves_the_shape(string from, string to) => Assert.Equal(Shape(Source), Shape(Replace(from, to)));

    [Theory]
    [InlineData("class Data", "class Log")]
    [InlineData("\"x_t\"", "\"y_t\"")]
    [InlineData("Role<SystemR>", "Role<StaffR>")]
    [InlineData(": T<Web>", "")]
    [InlineData("FileType] public class State", "FileType, Allow<Self>(FilePerms.Read)] public class State")]
    [InlineData("FilePerms.Read)] public abstract", "FilePerms.Write)] public abstract")]
    [InlineData("FilePerms.Read)] public class CallAttribute", "FilePerms.Write)] public class CallAttribute")]
    [InlineData("FilePerms.Read)] public interface", "FilePerms.Write)] public interface")]
    [InlineData("Permissive] public partial", "PortType] public partial")]
    [InlineData("public interface", "internal interface")]
    public void What_others_can_see_of_a_class_is_its_shape(string from, string to) => Assert.NotEqual(Shape(Source), Shape(Replace(from, to)));

    [Fact]
    public void A_class_by_another_name_may_be_any_attribute()
    {
        const string own = "using Allow = TypedPolicy.DomainAttribute; [Allow(\"a_t\")] class A;";
        Assert.NotEqual(Shape(own), Shape(own.Replace("a_t", "b_t", StringComparison.Ordinal)));
        const string file = "[Allow(\"a_t\")] class A;";
        Assert.NotEqual(Shape(file, "global using Allow = TypedPolicy.DomainAttribute;"), Shape(file.Replace("a_t", "b_t", StringComparison.Ordinal), "global using Allow = TypedPolicy.DomainAttribute;"));
    }

    [Fact]
    public void A_part_of_an_interface_says_what_others_read()
    {
        const string other = "[TypedPolicy.PolicyInterface] partial class CallAttribute : TypedPolicy.PolicyInterfaceAttribute;";
        const string part = "[TypedPolicy.Allow<TypedPolicy.Self>(TypedPolicy.FilePerms.Read)] partial class CallAttribute;";
        Assert.NotEqual(Shape(part, other), Shape(part.Replace("Read", "Write", StringComparison.Ordinal), other));
        Assert.Equal(Shape(part), Shape(part.Replace("Read", "Write", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_referenced_and_what_the_assembly_is_called_are_its_shape()
    {
        var compilation = Policy.Compile([("Policy.cs", Source)]);
        Assert.NotEqual(PolicyShape.Of(compilation, default), PolicyShape.Of(compilation.WithAssemblyName("other"), default));
        Assert.NotEqual(PolicyShape.Of(compilation, default), PolicyShape.Of(compilation.RemoveReferences(compilation.References.First()), default));
    }

    [Fact]
    public void Policies_of_one_shape_declare_the_same_names_whatever_is_left_out_of_them_or_garbled()
    {
        var files = SampleFiles.All.Where(f => f.Path.StartsWith("Gravity/", StringComparison.Ordinal)).ToArray();
        var compilation = Policy.Compile([Policy.Usings, .. files]);
        var (shape, names) = (PolicyShape.Of(compilation, default), DeclaredNames.All(compilation, default));
        Assert.True(names.Names.Count > 40, $"{names.Names.Count} names");
        var random = new Random(5);
        var (same, other) = (0, 0);
        foreach (var tree in compilation.SyntaxTrees.Skip(1))
        {
            var root = tree.GetRoot();
            var attributes = root.DescendantNodes().OfType<AttributeSyntax>().Select(a => tree.ToString().Remove(a.SpanStart, a.Span.Length).Insert(a.SpanStart, "RawCil(\"\")"));
            foreach (var text in attributes.OrderBy(_ => random.Next()).Take(6).Concat([HalfTypedCode.Garble(tree.ToString(), random), HalfTypedCode.Garble(tree.ToString(), random)]))
            {
                var edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text)));
                if (PolicyShape.Of(edited, default).Equals(shape))
                {
                    Assert.Equal(names, DeclaredNames.All(edited, default));
                    same++;
                }
                else
                {
                    other++;
                }
            }
        }

        Assert.True(same > 50, $"{same} edits left the shape");
        Assert.True(other > 50, $"{other} edits changed it");
    }

    private static string Replace(string from, string to)
    {
        Assert.Contains(from, Source, StringComparison.Ordinal);
        return Source.Replace(from, to, StringComparison.Ordinal);
    }

    private static PolicyShape Shape(string source, string? more = null) =>
        PolicyShape.Of(Policy.Compile([("Policy.cs", source), .. more is null ? Array.Empty<(string, string)>() : [("More.cs", more)]]), default);
}

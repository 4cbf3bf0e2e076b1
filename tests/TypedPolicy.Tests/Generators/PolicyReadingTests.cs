using System.Collections;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Binding;
using TypedPolicy.Binding.Reuse;
using TypedPolicy.Model;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Fuzzing;
using TypedPolicy.Tests.Rules;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

/// <summary>A policy that is read after an edit, with what was read before it, is the policy that is read from the beginning.</summary>
public sealed class PolicyReadingTests
{
    private static readonly (string Path, string Source)[] Gravity =
        [("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;"), .. SampleFiles.All.Where(f => f.Path.StartsWith("Gravity/", StringComparison.Ordinal))];

    [Fact]
    public void An_edit_of_a_rule_reads_the_class_and_what_applies_to_all()
    {
        var compilation = Policy.Compile(Gravity);
        var before = PolicyReading.Of(compilation, null, default);
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/GravityInstaller.cs", StringComparison.Ordinal));
        var attribute = tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().First(a => a.Name.ToString().StartsWith("Allow<", StringComparison.Ordinal));
        var after = PolicyReading.Of(Edit(compilation, tree, tree.ToString().Remove(attribute.SpanStart, attribute.Span.Length).Insert(attribute.SpanStart, "RawCil(\"\")")), before, default);

        Assert.Equal(0, before.Kept);
        Assert.True(after.Kept > 50, $"{after.Kept} classes were kept");
    }

    [Fact]
    public void Edits_of_the_Gravity_policy_one_after_another_read_what_a_reading_of_everything_reads()
    {
        var random = new Random(7);
        var compilation = Policy.Compile(Gravity);
        var (reading, kept) = (PolicyReading.Of(compilation, null, default), 0);
        AssertSame(compilation, reading);
        for (var i = 0; i < 40; i++)
        {
            var tree = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
            compilation = Edit(compilation, tree, Change(tree, random));
            reading = PolicyReading.Of(compilation, reading, default);
            AssertSame(compilation, reading);
            kept += reading.Kept;
        }

        Assert.True(kept > 333, $"{kept} classes were kept");
    }

    [Fact]
    public void Every_case_of_a_rule_is_found_the_same_when_another_file_is_edited()
    {
        foreach (var source in JudgementCases.All.Select(c => c.Bad).Concat(RuleCases.All.Select(c => c.Bad)).Append(Sample.Source))
        {
            var compilation = Policy.Compile([("Policy.cs", source), Policy.Usings, ("Other.cs", "[Domain] class Another; [FileType] class Third;")]);
            var reading = PolicyReading.Of(compilation, null, default);
            foreach (var (file, text) in new[] { (2, "[Domain, Permissive] class Another; [FileType] class Third;"), (0, source + "\n// said"), (2, "[Domain] class Another; [FileType, FileContext(\"/x\")] class Third;") })
            {
                compilation = Edit(compilation, compilation.SyntaxTrees[file], text);
                reading = PolicyReading.Of(compilation, reading, default);
                AssertSame(compilation, reading);
            }
        }
    }

    [Fact]
    public void Interfaces_of_packages_are_known_as_long_as_something_applies_them()
    {
        var package = Policy.Package("web", "[PolicyInterface, Allow<Arg1>(FilePerms.Read)] public class InnerAttribute<T> : PolicyInterfaceAttribute; [PolicyInterface, Inner<Arg1>] public class OuterAttribute<T> : PolicyInterfaceAttribute;");
        const string one = "[Domain, Permissive, Outer<D>] class D;";
        var compilation = Policy.Compile([("One.cs", one), ("Two.cs", "[Domain, Outer<D>] class E;"), Policy.Usings], package);
        var reading = PolicyReading.Of(compilation, null, default);
        AssertSame(compilation, reading);
        foreach (var text in new[] { one.Replace("Permissive, ", "", StringComparison.Ordinal), one.Replace("Outer<D>", "RawCil(\"\")", StringComparison.Ordinal), one })
        {
            compilation = Edit(compilation, compilation.SyntaxTrees[0], text);
            reading = PolicyReading.Of(compilation, reading, default);
            AssertSame(compilation, reading);
            Assert.Equal(2, reading.Policy.Model.ImportedInterfaces.Count);
        }
    }

    [Fact]
    public void Interfaces_of_a_base_are_applied_to_what_stays_and_to_what_is_read_again()
    {
        var bindings = Policy.Package("base", """
            [External("shop_goods_t")] public class Goods;
            [BaseInterface("shop_set", "(require (typeattribute shop_things) (type shop_goods_t)) (allow {subject} (and (shop_things) (not (shop_goods_t))) (file (unlink)))")]
            public sealed class SetAttribute : PolicyInterfaceAttribute;
            [BaseInterface("shop_trans", "(require (type shop_goods_t)) (typetransition {subject} shop_goods_t {param1} \"{param2}\" {arg1})")]
            public sealed class TransAttribute<T>(System.Type @class, string name) : PolicyInterfaceAttribute;
            """);
        const string one = "[Domain, Set, Trans<Goods>(typeof(FilePerms), \"list\")] class D { [Optional, Set] static class May; }";
        var compilation = Policy.Compile([("One.cs", one), ("Two.cs", "[Domain, Set, Outer<E>] class E; [Domain] class F : Daemon<F>;"), ("Three.cs", "[PolicyInterface, Set] class OuterAttribute<T> : PolicyInterfaceAttribute; [Template, Set] abstract class Daemon<TSelf>;"), Policy.Usings], bindings);
        var reading = PolicyReading.Of(compilation, null, default);
        AssertSame(compilation, reading);
        foreach (var (text, kept) in new[]
        {
            (one.Replace("[Domain, ", "[Domain, FileContext<D>(\"/x\"), ", StringComparison.Ordinal), 3), // all but the class and the interface
            (one.Replace("[Domain, Set, ", "[Domain, Set, Set, ", StringComparison.Ordinal), 0), // whoever applies something unknown has another shape
            (one.Replace("list", "li st", StringComparison.Ordinal), 0),
            (one, 0),
            (one.Replace("[Domain, ", "[Domain, RawCil(\"\"), ", StringComparison.Ordinal), 3), // all but the class and the interface
        })
        {
            compilation = Edit(compilation, compilation.SyntaxTrees[0], text);
            reading = PolicyReading.Of(compilation, reading, default);
            AssertSame(compilation, reading);
            Assert.Equal(kept, reading.Kept);
        }
    }

    [Fact]
    public void A_class_that_grows_beyond_its_room_is_read_with_all_others()
    {
        var compilation = Policy.Compile([("One.cs", "[Domain] class D;"), ("Two.cs", "[Domain] class E;"), Policy.Usings]);
        var reading = PolicyReading.Of(compilation, null, default);
        compilation = Edit(compilation, compilation.SyntaxTrees[0], $"[Domain, {string.Join(", ", Enumerable.Range(0, 100).Select(i => $"FileContext<D>(\"/srv/{i}\")"))}] class D;");
        reading = PolicyReading.Of(compilation, reading, default);
        AssertSame(compilation, reading);
        Assert.Equal(0, reading.Kept);
    }

    private static string Change(SyntaxTree tree, Random random)
    {
        var text = tree.ToString();
        var attributes = tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().ToArray();
        switch (random.Next(8))
        {
            case 0:
                return "// a line\n" + text;
            case 1:
                return HalfTypedCode.Garble(text, random);
            case var choice when attributes.Length > 0:
                var attribute = attributes[random.Next(attributes.Length)];
                var (with, at) = (attributes[random.Next(attributes.Length)].ToString(), attribute.SpanStart);
                return choice < 5
                    ? text.Remove(at, attribute.Span.Length).Insert(at, "RawCil(\"\")")
                    : text.Insert(at, with + ", ");
            default:
                return text;
        }
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, SyntaxTree tree, string text) =>
        compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text)));

    private static void AssertSame(Compilation compilation, PolicyReading reading) =>
        Assert.Equal(Said(PolicyBinder.Bind(compilation, "", default)), Said(reading.Policy));

    /// <summary>The model of a policy and all that is found in it, with the characters that each part comes from.</summary>
    private static string Said(BoundPolicy policy)
    {
        var text = new StringBuilder();
        Show(policy.Model);
        var analysis = new PolicyAnalysis(policy.Model, Target.Default);
        var findings = PolicyChecks.Run(analysis, Target.All)
            .Concat(PolicyReview.Run(analysis, policy.Places))
            .Concat(BaseReview.Run(analysis, BaseKnowledge.Small))
            .Select(f => $"{f.Rule.Code()} {Place(f.Spot.Origin)} {f.Message} {string.Join(" ", f.Related.Select(Place))}");
        return string.Join("\n", findings.Order(StringComparer.Ordinal)) + text;

        string Place(Origin origin) => origin.Index < 0 ? "-" : $"{policy.Places[origin.Index].File}{policy.Locations[origin.Index].SourceSpan}";

        void Show(object? value)
        {
            switch (value)
            {
                case Origin origin:
                    text.Append(Place(origin));
                    break;
                case IEnumerable<Finding> findings: // in the order of reading
                    text.Append(string.Join("\n", findings.Select(f => $"{f.Rule.Code()} {Place(f.Spot.Origin)} {f.Message}").Order(StringComparer.Ordinal)));
                    break;
                case IEnumerable items when value is not string:
                    foreach (var item in items)
                    {
                        Show(item);
                        text.Append('\n');
                    }

                    break;
                case not null when value.GetType() is { Namespace: { } space } type && space.StartsWith("TypedPolicy.Model", StringComparison.Ordinal) && type.GetMethod("<Clone>$") is not null:
                    text.Append(type.Name).Append('(');
                    foreach (var property in type.GetProperties().Where(p => p.CanWrite))
                    {
                        Show(property.GetValue(value));
                        text.Append(' ');
                    }

                    text.Append(')');
                    break;
                default:
                    text.Append(value);
                    break;
            }
        }
    }
}

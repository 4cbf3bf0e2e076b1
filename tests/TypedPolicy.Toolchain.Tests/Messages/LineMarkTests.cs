using System.Text.RegularExpressions;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Messages;

/// <summary>What secilc says of a policy names the C# that is at fault.</summary>
[Trait("Needs", "toolchain")]
public sealed class LineMarkTests : IDisposable
{
    private readonly SmallBase _base = new();

    [Fact]
    public void A_violation_three_calls_deep_names_each_line_of_the_way_and_the_assertion()
    {
        var error = Refused(
            ("Policies/Deep.cs",
            """
            using TypedPolicy;
            using Base;
            namespace Deep;
            [PolicyInterface]
            [Allow<Arg1>(FilePerms.Append)]
            public sealed class InnerAttribute<T> : PolicyInterfaceAttribute;
            [PolicyInterface]
            [Inner<Arg1>]
            public sealed class MiddleAttribute<T> : PolicyInterfaceAttribute;
            [PolicyInterface]
            [Middle<Arg1>]
            public sealed class OuterAttribute<T> : PolicyInterfaceAttribute;
            """),
            ("Policies/Far.cs",
            """
            using TypedPolicy;
            using Base;
            using Deep;
            namespace Far;
            [Domain]
            [NeverAllow<Guarded>(FilePerms.Append)]
            [Outer<Guarded>]
            public sealed class Culprit;
            """));
        var places = Regex.Matches(error, @"^ *(neverallow|call|allow) .*from (\S+)$", RegexOptions.Multiline).Select(m => $"{m.Groups[1]} {m.Groups[2]}");
        Assert.Equal(
        [
            "neverallow Policies/Far.cs:6",
            "call Policies/Far.cs:7",
            "call Policies/Deep.cs:12",
            "call Policies/Deep.cs:9",
            "allow Policies/Deep.cs:6", // the class: a macro that a booleanif may call takes no mark inside
        ], places);
    }

    [Fact]
    public void A_violation_of_the_base_names_the_rule()
    {
        var error = Refused(("Policies/Own.cs", "using TypedPolicy;\nusing Base;\n[Domain]\n[Allow<Etc>(FilePerms.Read)]\n[Allow<Guarded>(FilePerms.Write)]\npublic sealed class Culprit;"));
        Assert.Contains("from Policies/Own.cs:5", error);
        Assert.DoesNotContain("Own.cs:4", error);
    }

    [Fact]
    public void Under_a_boolean_the_block_is_named()
    {
        var error = Refused(("Own.cs", "using TypedPolicy;\nusing Base;\n[Domain]\npublic sealed class Culprit\n{\n    [If<BaseEnabled>, Allow<Guarded>(FilePerms.Write)]\n    static class When;\n}"));
        Assert.Matches("from Own.cs:[67]", error);
    }

    [Theory]
    [InlineData("[Allow<Gone>(FilePerms.Read)]")]
    [InlineData("[AllowFrom<Gone>(FilePerms.Read)]")]
    [InlineData("[TypeTransition<Var, Gone>(typeof(FilePerms))]")]
    [InlineData("[FileContext<Gone>(\"/opt/gone\")]")]
    [InlineData("[Role<GoneR>]")]
    [InlineData("[MemberOf<IGone>]")]
    public void A_name_that_does_not_exist_is_named_by_the_line_that_uses_it(string rule)
    {
        var error = Refused(("Own.cs", $$"""
            using TypedPolicy;
            using Base;
            [External("gone_t")] public sealed class Gone;
            [External("gone_r"), Role] public sealed class GoneR;
            [External("gone")] public interface IGone;
            [Domain]
            {{rule}}
            public sealed class Culprit;
            """));
        Assert.Contains("from Own.cs:7", error);
    }

    [Fact]
    public void Bounds_that_are_exceeded_name_the_rule_that_exceeds_them()
    {
        var error = Refused(("Own.cs", """
            using TypedPolicy;
            using Base;
            [Domain]
            public sealed class Parent;
            [Domain]
            [Bounds<Parent>]
            [Allow<Etc>(FilePerms.Read)]
            public sealed class Child;
            """));
        Assert.Contains("Child type child_t exceeds bounds of parent parent_t", error);
        Assert.Contains("from Own.cs:7", error);
    }

    [Fact]
    public void A_rule_of_a_template_names_the_template_and_the_class_that_derives_from_it()
    {
        var error = Refused(
            ("Template.cs", "using TypedPolicy;\nusing Base;\n[Template]\n[Allow<Guarded>(FilePerms.Write)]\npublic abstract class Shape<TSelf>;"),
            ("Derived.cs", "using TypedPolicy;\n\n\n[Domain]\npublic sealed class Circle : Shape<Circle>;"));
        Assert.Contains("Template.cs:4", error);
        Assert.Matches("Derived.cs:[45]", error);
    }

    [Theory]
    [InlineData("[NeverAllow<Guarded>(FilePerms.Read), Allow<Guarded>(FilePerms.Read)] public sealed class X;", "neverallow check failed")]
    [InlineData("[NeverAllow<Self>(ProcessPerms.Ptrace), Allow<Self>(ProcessPerms.Ptrace)] public sealed class X;", "neverallow check failed")]
    [InlineData("public sealed class X { [FileType, NeverAllowFrom<Owner>(FilePerms.Read), AllowFrom<Owner>(FilePerms.Read)] public sealed class Y; }", "neverallow check failed")]
    [InlineData("[NeverAllowIoctl<Device, ChrFilePerms>(\"0x10-0x20\"), Allow<Device>(ChrFilePerms.Ioctl), AllowIoctl<Device, ChrFilePerms>(\"0x15\")] public sealed class X;", "neverallowx check failed")]
    public void An_assertion_refuses_what_it_forbids(string source, string message) =>
        Assert.Contains(message, Refused(("Own.cs", "using TypedPolicy;\nusing Base;\n[Domain]\n" + source)));

    public void Dispose() => _base.Dispose();

    /// <summary>What secilc says of a policy that it refuses. Where a neverallow is the policy's own, TP2009 has said it before.</summary>
    private string Refused(params (string Path, string Source)[] files)
    {
        var policy = Direct.InSpiteOfFindings(Policy.Compile([LinkedCase.BaseNames, .. files]), "debian12", lineMarks: true);
        var run = _base.Link(("test.cil", policy.Cil)).Run;
        Assert.NotEqual(0, run.ExitCode);
        var ofTheBase = run.Error.Contains("base.cil", StringComparison.Ordinal) || !run.Error.Contains("neverallow", StringComparison.Ordinal);
        Assert.Equal(ofTheBase ? [] : [DiagnosticId.NeverAllowViolated], policy.Findings.Select(f => f.Rule).Distinct());
        return run.Error;
    }
}

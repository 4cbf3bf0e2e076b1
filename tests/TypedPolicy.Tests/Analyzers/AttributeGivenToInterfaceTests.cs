using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP1008: an attribute given to an interface that applies typeattribute.</summary>
public sealed class AttributeGivenToInterfaceTests
{
    private const string Kernel = """
        public static class Kernel
        {
            [PolicyInterface, MemberOf<ICanReceiveMessages>]
            public sealed class ReadMessagesAttribute : PolicyInterfaceAttribute;

            [PolicyInterface, ReadMessages]
            public sealed class DebugAttribute : PolicyInterfaceAttribute;

            [PolicyInterface]
            public sealed class LetReadAttribute<TWho> : PolicyInterfaceAttribute
            {
                [RulesFor<Arg1>, MemberOf<ICanReceiveMessages>]
                private static class Who;
            }

            [PolicyInterface, Allow<Self>(ProcessPerms.Fork)]
            public sealed class ForkAttribute : PolicyInterfaceAttribute;

            [External("can_receive_kernel_messages")]
            public interface ICanReceiveMessages;
        }

        """;

    private const string Message =
        "[ReadMessages] adds gravity_domain to the attribute can_receive_kernel_messages, but gravity_domain is an attribute itself, and typeattribute takes only concrete types. Put it on each concrete domain instead.";

    [Fact]
    public async Task On_an_attribute_it_is_an_error_and_on_a_domain_it_is_none()
    {
        var project = PolicyProject.Of(
            Kernel + """
            [TypeAttribute, Kernel.ReadMessages] public interface IGravityDomain;
            [Domain, Kernel.ReadMessages] public sealed class Gravity : IGravityDomain;
            """,
            "TP1008");

        Assert.Equal([$"TP1008 «Kernel.ReadMessages» {Message}"], await project.Squiggles());
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, (await project.Find())[0].Severity);
    }

    [Fact]
    public async Task The_fix_moves_it_to_every_class_that_implements_the_interface()
    {
        var project = PolicyProject.Of(
            [
                Kernel + """
                /// <summary>All of them.</summary>
                [TypeAttribute]
                [Kernel.ReadMessages]
                public interface IGravityDomain;

                [TypeAttribute]
                public interface IInner : IGravityDomain;

                [Template]
                public abstract class GravityTemplate<TSelf> : IGravityDomain;

                [Domain]
                public sealed class Gravity : IInner;
                """,
                """
                /// <summary>Installs.</summary>
                [Domain]
                public sealed class GravityInstaller : GravityTemplate<GravityInstaller>;

                [Domain]
                public sealed class Other;
                """,
            ],
            ["TP1008"]);

        var text = (await project.Fix())!;

        Assert.Empty(await project.Squiggles());
        Assert.Contains("/// <summary>All of them.</summary>\n[TypeAttribute]\npublic interface IGravityDomain;", text, StringComparison.Ordinal);
        Assert.Contains("[Domain]\n[Kernel.ReadMessages]\npublic sealed class Gravity : IInner;", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Installs.</summary>\n[Domain]\n[Kernel.ReadMessages]\npublic sealed class GravityInstaller", text, StringComparison.Ordinal);
        Assert.Contains("[Domain]\npublic sealed class Other;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_fix_is_offered_that_would_leave_code_that_does_not_compile()
    {
        var project = PolicyProject.Of(
            """
            [External("can_receive_kernel_messages")] public interface ICanReceiveMessages;
            public static class Ours
            {
                [TypeAttribute, ReadMessages] public interface IGravityDomain;
                [PolicyInterface, MemberOf<ICanReceiveMessages>] private sealed class ReadMessagesAttribute : PolicyInterfaceAttribute;
            }

            [Domain] public sealed class Gravity : Ours.IGravityDomain;
            """,
            "TP1008");

        Assert.Single(await project.Squiggles());
        Assert.Empty(await project.Offers());
    }

    [Fact]
    public async Task All_of_them_move_at_once()
    {
        var project = PolicyProject.Of(
            Kernel + """
            [TypeAttribute, Kernel.ReadMessages] public interface IA;
            [TypeAttribute, Kernel.Debug] public interface IB;
            [Domain]
            public sealed class Gravity : IA, IB;
            """,
            "TP1008");

        var text = await project.FixAll();

        Assert.Empty(await project.Squiggles());
        Assert.Contains("[TypeAttribute] public interface IA;", text, StringComparison.Ordinal);
        Assert.Contains("[Kernel.ReadMessages]\n", text, StringComparison.Ordinal);
        Assert.Contains("[Kernel.Debug]\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[TypeAttribute, Kernel.Debug] public interface IGravityDomain;", "Kernel.Debug")]
    [InlineData("[TypeAttribute] public interface IGravityDomain { [Optional, Kernel.ReadMessages] static class Where; }", "Kernel.ReadMessages")]
    [InlineData("[TypeAttribute] public interface IGravityDomain; [RulesFor<IGravityDomain>, Kernel.ReadMessages] public static class Rules;", "Kernel.ReadMessages")]
    [InlineData("[TypeAttribute] public interface IGravityDomain; [Domain, Kernel.LetRead<IGravityDomain>] public sealed class D;", "IGravityDomain")]
    [InlineData("[TypeAttribute, MemberOf<Kernel.ICanReceiveMessages>] public interface IGravityDomain;", "MemberOf<Kernel.ICanReceiveMessages>")]
    public async Task It_is_found_through_interfaces_blocks_and_type_arguments(string policy, string underlined) =>
        Assert.StartsWith($"TP1008 «{underlined}» ", Assert.Single(await PolicyProject.Of(Kernel + policy, "TP1008").Squiggles()), StringComparison.Ordinal);

    [Theory]
    [InlineData("[TypeAttribute, Kernel.Fork] public interface IGravityDomain;")]
    [InlineData("[TypeAttribute] public interface IGravityDomain : Kernel.ICanReceiveMessages;")]
    [InlineData("[TypeAttribute] public interface IGravityDomain { [Optional, MemberOf<Kernel.ICanReceiveMessages>] static class Where; }")]
    [InlineData("[Domain, Kernel.LetRead<D>] public sealed class D;")]
    public async Task Rules_of_other_kinds_inheritance_and_concrete_types_are_left_alone(string policy) =>
        Assert.Empty(await PolicyProject.Of(Kernel + policy, "TP1008").Squiggles());

    [Fact]
    public async Task It_is_found_where_a_package_brings_the_interface()
    {
        var package = Policy.Of("using TypedPolicy;\n[assembly: PolicyModule(\"kernel\")]\n" + Kernel);
        var project = PolicyProject.Of(["[TypeAttribute, Kernel.ReadMessages] public interface IGravityDomain;"], ["TP1008"], package: package);

        Assert.Equal([$"TP1008 «Kernel.ReadMessages» {Message}"], await project.Squiggles());
    }
}

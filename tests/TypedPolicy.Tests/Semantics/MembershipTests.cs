using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class MembershipTests
{
    [Fact]
    public void A_type_is_a_member_of_every_attribute_above_it_and_attributes_are_members_of_nothing() => Policy.Brief(
        """
        [TypeAttribute] public interface IApp : IService;
        [TypeAttribute] public interface IService : IDomain;
        [Domain] public class Web : IApp;
        """)
        .Says("(typeattribute app)", "(typeattribute service)", "(type web_t)")
        .SaysOf("typeattributeset", "(typeattributeset app (web_t))", "(typeattributeset service (web_t))", "(typeattributeset domain (web_t))");

    [Fact]
    public void Membership_reaches_through_attributes_of_another_assembly()
    {
        var package = Policy.Package("base", "[TypeAttribute] public interface IService : IAny; [TypeAttribute] public interface IAny;");

        Policy.Brief("[PolicyType] public class Web : IService;", package)
            .Says("(typeattributeset service (web_t))", "(typeattributeset any (web_t))")
            .NeverSays("(typeattribute service)");
    }

    [Fact]
    public void An_external_attribute_that_extends_another_passes_its_members_on() => Policy.Brief(
        """
        [External("sysadm_like")] public interface ISysadmLike : IDomain;
        [PolicyType] public class Web : ISysadmLike;
        """)
        .SaysOf("web_t)", "(type web_t)", "(roletype object_r web_t)", "(typeattributeset domain (web_t))", "(typeattributeset sysadm_like (web_t))");

    [Fact]
    public void MemberOf_adds_a_foreign_type_to_an_attribute_and_to_what_that_extends() => Policy.Brief(
        """
        [TypeAttribute] public interface IApp : IDomain;
        [External("init_t")] public class Init;
        [RulesFor<Init>, MemberOf<IApp>] static class ForInit;
        """)
        .SaysOf("init_t", "(typeattributeset app (init_t))", "(typeattributeset domain (init_t))");

    [Fact]
    public void MemberOf_says_again_nothing_that_inheritance_said() => Policy.Brief(
        """
        [TypeAttribute] public interface IApp;
        [PolicyType, MemberOf<IApp>] public class Web : IApp;
        """)
        .SaysOf("typeattributeset", "(typeattributeset app (web_t))");

    [Fact]
    public void An_attribute_may_be_kept_from_expansion() => Policy.Brief(
        """
        [TypeAttribute(Expand = Expansion.Never)] public interface IKept;
        [TypeAttribute(Expand = Expansion.Always)] public interface IGone;
        [TypeAttribute] public interface IPlain;
        """)
        .SaysOf("expand", "(expandtypeattribute (kept) false)", "(expandtypeattribute (gone) true)");
}

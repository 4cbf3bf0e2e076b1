using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class TypeSetTests
{
    private const string Types = "[PolicyType] public class A; [PolicyType] public class B; [PolicyType] public class C;\n";

    [Theory]
    [InlineData("Include<A>", "(a_t)")]
    [InlineData("Include<B>, Include<A>", "(or (a_t) (b_t))")]
    [InlineData("Include<A>, Exclude<B>", "(and (a_t) (not (b_t)))")]
    [InlineData("Include<IAll>, Intersect<IMany>, Exclude<C>", "(and (and (all) (many)) (not (c_t)))")]
    [InlineData("All, Exclude<A>", "(and (all) (not (a_t)))")]
    [InlineData("All", "(all)")]
    public void An_expression_is_written_as_CIL_has_it(string words, string expression) => Policy.Brief(
        Types + $"[TypeAttribute] public interface IMany; [TypeAttribute(\"everything\"), All] public interface IAll; [TypeAttribute, {words}] public interface ISet;")
        .Says($"(typeattributeset set {expression.Replace("(and (all) (many))", "(and (everything) (many))", StringComparison.Ordinal)})");

    [Fact]
    public void What_a_set_extends_has_the_set_for_a_member() => Policy.Brief(
        Types + "[TypeAttribute] public interface IWide : IWider; [TypeAttribute] public interface IWider; [TypeAttribute, Include<A>] public interface ISet : IWide;")
        .SaysOf("typeattributeset wide", "(typeattributeset wide (set))", "(typeattributeset wider (set))");

    [Fact]
    public void An_attribute_that_is_no_set_is_a_member_of_nothing() => Policy.Brief(
        "[TypeAttribute] public interface IWide; [TypeAttribute] public interface INarrow : IWide;")
        .NeverSays("typeattributeset");
}

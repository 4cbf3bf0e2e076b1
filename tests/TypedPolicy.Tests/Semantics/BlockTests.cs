using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class BlockTests
{
    private const string Names = "[PolicyBoolean] class A; [PolicyBoolean] class B; [Tunable] class T; [External(\"etc_t\")] class Etc;\n";
    private const string Rule = "(allow web_t etc_t (file (read)))";
    private const string Allow = "Allow<Etc>(FilePerms.Read)";

    [Theory]
    [InlineData($"[If<A>, {Allow}] static class X;", $"(booleanif a (true {Rule}))")]
    [InlineData($"[IfNot<A>, {Allow}] static class X;", $"(booleanif (not a) (true {Rule}))")]
    [InlineData($"[If<B>, If<A>, {Allow}] static class X;", $"(booleanif (and a b) (true {Rule}))")]
    [InlineData($"[If<A>] static class X {{ [IfNot<B>, {Allow}] static class Y; }}", $"(booleanif (and a (not b)) (true {Rule}))")]
    [InlineData($"[If<A>, If<T>, {Allow}] static class X;", $"(tunableif t (true (booleanif a (true {Rule}))))")]
    [InlineData($"[If<A>] static class X {{ [If<T>, {Allow}] static class Y; }}", $"(tunableif t (true (booleanif a (true {Rule}))))")]
    [InlineData($"[Optional, {Allow}] static class X;", $"(optional test_x_optional {Rule})")]
    [InlineData($"[Optional, If<A>, {Allow}] static class X;", $"(optional test_x_optional (booleanif a (true {Rule})))")]
    [InlineData($"[If<A>] static class X {{ [Optional, {Allow}] static class Y; }}", $"(optional test_y_optional (booleanif a (true {Rule})))")]
    [InlineData($"[Optional] static class X {{ [If<T>] static class Y {{ [If<A>, {Allow}] static class Z; }} }}", $"(optional test_x_optional (tunableif t (true (booleanif a (true {Rule})))))")]
    [InlineData($"[If<T>] static class X {{ [If<A>] static class Y {{ [Optional, {Allow}] static class Z; }} }}", $"(optional test_z_optional (tunableif t (true (booleanif a (true {Rule})))))")]
    [InlineData($"[If<T>] static class X {{ [Optional] static class Y {{ [If<A>, {Allow}] static class Z; }} }}", $"(optional test_y_optional (tunableif t (true (booleanif a (true {Rule})))))")]
    [InlineData($"[If<A>] static class X {{ [Optional] static class Y {{ [If<T>, {Allow}] static class Z; }} }}", $"(optional test_y_optional (tunableif t (true (booleanif a (true {Rule})))))")]
    [InlineData($"[Optional] static class X {{ [If<A>] static class Y {{ [If<T>, {Allow}] static class Z; }} }}", $"(optional test_x_optional (tunableif t (true (booleanif a (true {Rule})))))")]
    [InlineData($"[Optional] static class X {{ [Optional, {Allow}] static class Y; }}", $"(optional test_x_optional (optional test_y_optional {Rule}))")]
    [InlineData($"static class X {{ [If<A>, {Allow}] static class Y; }}", $"(booleanif a (true {Rule}))")]
    public void Blocks_nest_in_CIL_as_CIL_lets_them(string block, string statement) => Policy.Brief(
        Names + $"[PolicyType] public class Web {{ {block} }}").SaysOf("etc_t", statement);

    [Fact]
    public void An_optional_that_moves_out_leaves_the_rules_around_it_with_their_conditions() => Policy.Brief(
        Names + "[PolicyType] public class Web { [If<A>, Allow<Etc>(FilePerms.Read)] static class X { [Optional, Allow<Etc>(FilePerms.Write)] static class Y; } }")
        .SaysOf(
            "etc_t",
            "(booleanif a (true (allow web_t etc_t (file (read)))))",
            "(optional test_y_optional (booleanif a (true (allow web_t etc_t (file (write))))))");

    [Fact]
    public void An_optional_is_one_whatever_conditions_are_in_it() => Policy.Brief(
        Names + "[PolicyType] public class Web { [Optional, Allow<Etc>(FilePerms.Read)] static class X { [If<A>, Allow<Etc>(FilePerms.Write)] static class Y; [If<T>, Allow<Etc>(FilePerms.Append)] static class Z; } }")
        .SaysOf(
            "etc_t",
            "(optional test_x_optional (allow web_t etc_t (file (read))) (booleanif a (true (allow web_t etc_t (file (write))))) (tunableif t (true (allow web_t etc_t (file (append))))))");

    [Fact]
    public void A_block_may_hold_blocks_about_several_types_which_fail_together() => Policy.Brief(
        Names + "[PolicyType] public class Web; [PolicyType] public class Db; "
        + "[Optional] static class X { [RulesFor<Web>, Allow<Etc>(FilePerms.Read)] static class ForWeb; [RulesFor<Db>, Allow<Etc>(FilePerms.Write)] static class ForDb; }")
        .SaysOf("etc_t", "(optional test_x_optional (allow db_t etc_t (file (write))) (allow web_t etc_t (file (read))))");

    [Fact]
    public void A_block_may_have_another_subject() => Policy.Brief(
        Names + "[PolicyType] public class Web { [Optional, RulesFor<Etc>, Allow<Web>(FilePerms.Read), Allow<Self>(DirPerms.Read)] static class X; }")
        .SaysOf("etc_t", "(optional test_x_optional (allow etc_t self (dir (read))) (allow etc_t web_t (file (read))))");

    [Fact]
    public void A_tunable_may_stand_around_what_a_boolean_may_not() => Policy.Brief(
        Names + "[TypeAttribute] interface IApp; [PolicyType] public class Web { [If<T>, MemberOf<IApp>, TypeTransition<Etc, Etc>(typeof(FilePerms), Name = \"x\")] static class X; }")
        .SaysOf("tunableif", "(tunableif t (true (typeattributeset app (web_t)) (typetransition web_t etc_t file \"x\" etc_t)))");

    [Fact]
    public void A_condition_may_be_declared_by_another_assembly() => Policy.Brief(
        "[Domain] class Web { [If<Can>, Allow<Self>(FilePerms.Read)] static class X; }", Policy.Package("other", "[PolicyBoolean] public class Can;"))
        .Says("(booleanif can (true (allow web_t self (file (read)))))");
}

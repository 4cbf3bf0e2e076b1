using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Tests.Headers;
using Xunit;
using Kind = TypedPolicy.Refpolicy.Expansion.InterfaceParameterKind;

namespace TypedPolicy.Refpolicy.Tests.Expansion;

public sealed class ExpansionTests
{
    [Theory]
    [InlineData("pond_look", Kind.Type)]
    [InlineData("pond_swim", Kind.Role, Kind.SingleType)]
    [InlineData("pond_dig", Kind.Type, Kind.SingleType, Kind.Class, Kind.FileName)]
    [InlineData("frog_template", Kind.NamePart, Kind.Type)]
    [InlineData("pond_take_all_except", Kind.Type, Kind.ExcludedTypes)]
    public void A_parameter_is_what_it_is_used_as(string name, params InterfaceParameterKind[] kinds) =>
        Assert.Equal(kinds, SmallTree.Read().Find(name)!.Signature.Parameters.Select(p => p.Kind));

    [Fact]
    public void The_subject_is_the_parameter_that_the_comments_call_domain()
    {
        var swim = SmallTree.Read().Find("pond_swim")!.Signature;
        Assert.Equal("domain", swim.Subject!.Name);
        Assert.True(swim.Subject.JoinsAttribute);
        Assert.Equal(["{arg1}", "{subject}"], swim.Parameters.Select(p => p.Hole));
    }

    [Fact]
    public void What_an_if_may_not_hold_makes_an_interface_uncallable_there()
    {
        var tree = SmallTree.Read();
        Assert.True(tree.Find("pond_look")!.Signature.IsCallableInConditional);
        Assert.False(tree.Find("pond_swim")!.Signature.IsCallableInConditional);
        Assert.False(tree.Find("pond_dig")!.Signature.IsCallableInConditional);
    }

    [Fact]
    public void Optional_arguments_may_be_left_out_and_change_what_is_done()
    {
        var tree = SmallTree.Read();
        var dig = tree.Find("pond_dig")!;
        Assert.Equal(3, dig.Signature.LeastArguments);
        Assert.Equal("(require (type pond_t))\n(typetransition {subject} pond_t {param1} \"{param2}\" {arg1})\n", ExpansionWriter.Write(dig.Expand()));
        Assert.Equal("(require (type pond_t))\n(typetransition {subject} pond_t {param1} {arg1})\n", ExpansionWriter.Write(dig.Expand(3)));

        var take = tree.Find("pond_take_all_except")!;
        Assert.Equal("(require (typeattribute water_type))\n(allow {subject} (and (water_type) (not ({param1}))) (file (read)))\n", ExpansionWriter.Write(take.Expand()));
        Assert.Equal("(require (typeattribute water_type))\n(allow {subject} water_type (file (read)))\n", ExpansionWriter.Write(take.Expand(1)));
    }

    [Fact]
    public void Calls_inside_are_written_out_and_conditions_and_optional_parts_are_kept() =>
        Assert.Equal(
            """
            (require (type pond_t mud_t) (typeattribute swimmer) (roleattribute swimmer_roles) (boolean pond_deep pond_frozen))
            (allow {subject} pond_t (dir (getattr read open)))
            (allow {subject} mud_t (file (getattr read open)))
            (typeattributeset swimmer ({subject}))
            (roleattributeset swimmer_roles ({arg1}))
            (optional
            (require (type fish_t))
            (dontaudit {subject} fish_t (process (signal)))
            )
            (if (and pond_deep (not pond_frozen))
            (true
            (allow {subject} pond_t (dir (search)))
            )
            (false
            (dontaudit {subject} pond_t (dir (search)))
            ))

            """,
            ExpansionWriter.Write(SmallTree.Read().Find("pond_swim")!.Expand()));

    [Fact]
    public void A_template_declares_names_with_the_prefix_in_them_and_does_not_require_them() =>
        Assert.Equal(
            """
            (require (type pond_t mud_t))
            (type {param1}_frog_t)
            (boolean {param1}_croaks false)
            (allow {param1}_frog_t pond_t (dir (getattr read open)))
            (allow {param1}_frog_t mud_t (file (getattr read open)))
            (allow {subject} {param1}_frog_t (process (signal sigkill)))
            (if {param1}_croaks
            (true
            (allow {param1}_frog_t self (process (signal)))
            ))

            """,
            ExpansionWriter.Write(SmallTree.Read().Find("frog_template")!.Expand()));

    [Fact]
    public void A_call_of_something_that_is_not_there_is_reported_where_it_stands()
    {
        var expanded = SmallTree.Read().Find("pond_broken")!.Expand();
        Assert.False(expanded.Compiles);
        Assert.Contains("error: no interface or macro is named no_such_thing", Assert.Single(expanded.Problems).ToString());
        Assert.Equal("nature/pond.if", expanded.Problems[0].Place!.File);
    }
}

using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class ObjectClassTests
{
    [Fact]
    public void A_class_of_ones_own_is_declared_with_its_permissions() => Policy.Brief(
        "[ObjectClass, Flags] public enum Lamp { TurnOn = 1, [Permission(\"turn-off\")] TurnOff = 2, Both = TurnOn | TurnOff } [PolicyType, Allow<Self>(Lamp.Both), AuditAllow<Self>(Lamp.TurnOff)] public class Web;")
        .Says("(class lamp (turn_on turn-off))", "(classorder (unordered lamp))", "(allow web_t self (lamp (all)))", "(auditallow web_t self (lamp (turn-off)))");

    [Fact]
    public void A_class_is_named_as_the_classes_of_the_library_are_by_the_enum_of_its_permissions() => Policy.Brief(
        """
        [ObjectClass] public enum LampPerms { TurnOn = 1 }
        [ObjectClass] public enum BrightLampPermissions { TurnOn = 1 }
        [ClassMap] public enum LightsPerms { [ClassMapping(LampPerms.TurnOn)] Light }
        [PolicyType, Allow<Self>(LampPerms.TurnOn, BrightLampPermissions.TurnOn, LightsPerms.Light)] public class Web;
        """)
        .Says("(class lamp (turn_on))", "(class bright_lamp (turn_on))", "(classmap lights (light))", "(allow web_t self (lamp (turn_on)))", "(allow web_t self (bright_lamp (turn_on)))", "(allow web_t self (lights (light)))");

    [Fact]
    public void A_class_map_names_permissions_of_several_classes() => Policy.Brief(
        """
        [ClassMap] public enum Files { [ClassMapping(FilePerms.Read, DirPerms.Search)] Read, [ClassMapping(FilePerms.Write)] Write }
        [PolicyType, Allow<Self>(Files.Read), AuditAllow<Self>(Files.Write)] public class Web;
        """)
        .Says(
            "(classmap files (read write))",
            "(classmapping files read (dir (search)))",
            "(classmapping files read (file (read)))",
            "(classmapping files write (file (write)))",
            "(allow web_t self (files (read)))",
            "(auditallow web_t self (files (write)))");

    [Fact]
    public void Class_permissions_are_a_name_for_permissions() => Policy.Brief(
        """
        [ClassPermission] public enum Files { [ClassMapping(FilePerms.Read, DirPerms.Search)] Read }
        [PolicyType, Allow<Self>(Files.Read)] public class Web;
        """)
        .Says("(classpermission files_read)", "(classpermissionset files_read (dir (search)))", "(classpermissionset files_read (file (read)))", "(allow web_t self files_read)");

    [Fact]
    public void Constraints_are_expressions_over_contexts() => Policy.Brief(
        """
        [assembly: Constrain("(or (eq u1 u2) (eq t1 privileged))", FilePerms.Create, DirPerms.Create)]
        [assembly: MlsConstrain("(dom l1 l2)", FilePerms.Read)]
        [assembly: ValidateTransition("(eq u1 u2)", typeof(FilePerms))]
        [assembly: MlsValidateTransition("(eq l1 l2)", typeof(FilePerms))]
        """)
        .Says(
            "(constrain (file (create)) (or (eq u1 u2) (eq t1 privileged)))",
            "(constrain (dir (create)) (or (eq u1 u2) (eq t1 privileged)))",
            "(mlsconstrain (file (read)) (dom l1 l2))",
            "(validatetrans file (eq u1 u2))",
            "(mlsvalidatetrans file (eq l1 l2))");

    [Fact]
    public void Defaults_say_where_the_context_of_a_new_object_comes_from() => Policy.Brief(
        """
        [assembly: DefaultUser(DefaultFrom.Source, typeof(FilePerms))]
        [assembly: DefaultRole(DefaultFrom.Target, typeof(FilePerms), typeof(DirPerms))]
        [assembly: DefaultType(DefaultFrom.Source, typeof(FilePerms))]
        [assembly: DefaultRange(DefaultFrom.Target, RangePart.LowHigh, typeof(FilePerms))]
        """)
        .Says("(defaultuser file source)", "(defaultrole file target)", "(defaultrole dir target)", "(defaulttype file source)", "(defaultrange file target low-high)");
}

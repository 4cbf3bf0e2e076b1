using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class TemplateTests
{
    private const string Service =
        """
        [TypeAttribute] public interface IService : IDomain;
        [Template, Allow<ServiceTemplate<Self>.State>(FilePerms.Read), Allow<Self>(ProcessPerms.Signal)]
        public abstract class ServiceTemplate<TSelf> : IService
        {
            [Entrypoint] public class Exec;
            [FileType, AllowFrom<Owner>(DirPerms.Search), FileContext("/srv/state")] public class State { [FileType] public class Cache; }
            [FileType("{prefix}_special_t")] public class Special;
            [Optional] static class Maybe { [If<Can>, Allow<ServiceTemplate<Self>.Special>(FilePerms.Write)] static class IfCan; }
            [IfNot<Can>, Allow<ServiceTemplate<Self>.Special>(FilePerms.Append)] static class Else;
        }
        [PolicyBoolean] public class Can;

        """;

    private static readonly string[] OfWeb =
    [
        "(type web_t)",
        "(type web_exec_t)",
        "(type web_state_t)",
        "(type web_state_cache_t)",
        "(type web_special_t)",
        "(typeattributeset service (web_t))",
        "(typeattributeset domain (web_t))",
        "(allow web_t self (process (signal)))",
        "(allow web_t web_state_t (file (read)))",
        "(allow web_t web_state_t (dir (search)))",
        "(allow web_t web_exec_t (file (entrypoint execute getattr ioctl lock map open read)))",
        "(booleanif (not can) (true (allow web_t web_special_t (file (append)))))",
    ];

    [Fact]
    public void A_template_is_written_once_for_each_class_that_derives_from_it() => Policy.Brief(
        Service + "[Domain] public class Web : ServiceTemplate<Web>;")
        .Says(OfWeb)
        .Says("(optional test_maybe_optional (booleanif can (true (allow web_t web_special_t (file (write))))))")
        .NeverSays("(type state_t)", "(type exec_t)");

    [Fact]
    public void A_template_of_another_assembly_is_written_where_it_is_derived_from()
    {
        var package = Policy.Package("services", Service);

        Policy.Brief("[Domain] public class Web : ServiceTemplate<Web>;", package)
            .Says(OfWeb)
            .Says("(optional test_maybe_optional (booleanif can (true (allow web_t web_special_t (file (write))))))")
            .NeverSays("(typeattribute service)", "(boolean can");
    }

    [Fact]
    public void Each_deriving_class_has_its_own_of_everything() => Policy.Brief(
        Service.Replace(", FileContext(\"/srv/state\")", "", StringComparison.Ordinal)
        + "[Domain] public class Web : ServiceTemplate<Web>; [Domain, Allow<Web.State>(FilePerms.Write)] public class Mail : ServiceTemplate<Mail>;")
        .Says(OfWeb)
        .Says("(type mail_state_t)", "(allow mail_t mail_state_t (file (read)))", "(allow mail_t web_state_t (file (write)))")
        .NeverSays("(allow web_t mail_state_t");

    [Fact]
    public void A_template_may_derive_from_another_one() => Policy.Brief(
        """
        [Template, Allow<Below<Self>.Data>(FilePerms.Read)] public abstract class Below<TSelf> { [FileType] public class Data; }
        [Template, Allow<Below<Self>.Data>(FilePerms.Write)] public abstract class Above<TSelf> : Below<TSelf> { [FileType] public class Log; }
        [Domain, Allow<Web.Data>(FilePerms.Append), Allow<Web.Log>(FilePerms.Append)] public class Web : Above<Web>;
        """)
        .Says(
            "(type web_data_t)",
            "(type web_log_t)",
            "(allow web_t web_data_t (file (read)))",
            "(allow web_t web_data_t (file (write)))",
            "(allow web_t web_data_t (file (append)))",
            "(allow web_t web_log_t (file (append)))");

    [Fact]
    public void Self_in_the_class_that_derives_is_that_class() => Policy.Brief(
        "[Template] public abstract class T<TSelf> { [FileType] public class Data; } [Domain, Allow<T<Self>.Data>(FilePerms.Read)] public class Web : T<Web>;")
        .Says("(allow web_t web_data_t (file (read)))");

    [Fact]
    public void A_domain_inside_a_template_may_come_from_a_template_itself() => Policy.Brief(
        """
        [Template] public abstract class Inner<TSelf> { [Entrypoint] public class Exec; }
        [Template, DomainTransition<Outer<Self>.Helper>] public abstract class Outer<TSelf> { [Domain] public class Helper : Inner<Helper>; }
        [Domain] public class Web : Outer<Web>;
        """)
        .Says("(type web_helper_t)", "(type web_helper_exec_t)", "(typetransition web_t web_helper_exec_t process web_helper_t)");

    [Fact]
    public void Owner_in_a_block_for_another_subject_is_who_derives_from_the_template() => Policy.Brief(
        """
        [Domain] public class Master;
        [Template] public abstract class HelperTemplate<TSelf> { [Entrypoint] public class Exec; }
        [Template] public abstract class ServerTemplate<TSelf> : HelperTemplate<TSelf>
        {
            [RulesFor<Master>, TypeTransition<HelperTemplate<Self>.Exec, Owner>(typeof(ProcessPerms))] private static class ForMaster;
        }
        [Domain] public class Web : ServerTemplate<Web>;
        """)
        .Says("(typetransition master_t web_exec_t process web_t)");

    [Fact]
    public void Owner_in_a_block_of_a_domain_is_the_domain() => Policy.Brief(
        "[Domain] public class Master; [Domain] public class Web { [RulesFor<Master>, Allow<Owner>(ProcessPerms.Signal)] private static class ForMaster; }")
        .Says("(allow master_t web_t (process (signal)))");
}

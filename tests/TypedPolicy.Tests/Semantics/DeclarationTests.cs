using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class DeclarationTests
{
    [Fact]
    public void A_domain_is_a_process_domain_in_object_r_and_its_roles() => Policy.Brief(
        "[Domain, Role<SystemR>, Role<UserR>] public class Web; [Role] public class UserR;")
        .SaysOf("web_t", "(type web_t)", "(roletype object_r web_t)", "(typeattributeset domain (web_t))", "(roletype system_r web_t)", "(roletype user_r web_t)");

    [Theory]
    [InlineData("FileType", "file_type", "non_auth_file_type", "non_security_file_type")]
    [InlineData("PortType", "port_type")]
    [InlineData("NodeType", "node_type")]
    [InlineData("NetifType", "netif_type")]
    [InlineData("FilesystemType", "filesystem_type")]
    [InlineData("PolicyType")]
    public void A_kind_of_type_joins_what_the_base_policy_gives_it(string kind, params string[] attributes) => Policy.Brief($"[{kind}] public class Thing;")
        .SaysOf("thing_t", ["(type thing_t)", "(roletype object_r thing_t)", .. attributes.Select(a => $"(typeattributeset {a} (thing_t))")]);

    [Fact]
    public void A_nested_entrypoint_enters_the_domain_around_it() => Policy.Brief(
        "[Domain] public class Web { [Entrypoint] public class Exec; }")
        .Says(
            "(type web_exec_t)",
            "(typeattributeset exec_type (web_exec_t))",
            "(typeattributeset entry_type (web_exec_t))",
            "(allow web_t web_exec_t (file (entrypoint execute getattr ioctl lock map open read)))");

    [Fact]
    public void An_entrypoint_of_someone_else_is_said_on_the_domain() => Policy.Brief(
        "[Domain, Entrypoint<Shell>] public class Web; [External(\"shell_exec_t\")] public class Shell;")
        .Says("(allow web_t shell_exec_t (file (entrypoint execute getattr ioctl lock map open read)))");

    [Fact]
    public void A_type_may_have_other_names_bounds_and_be_permissive() => Policy.Brief(
        "[Domain, Alias(\"old_t\"), Bounds<Parent>, Permissive] public class Web; [Domain] public class Parent;")
        .Says("(typealias old_t)", "(typealiasactual old_t web_t)", "(typebounds parent_t web_t)", "(typepermissive web_t)");

    [Fact]
    public void Roles_have_types_rules_attributes_and_bounds() => Policy.Brief(
        """
        [Role] public interface IAdmins;
        [Role, RoleAllow<OtherR>, Bounds<OtherR>] public class WebR : IAdmins;
        [Role, RoleTransition<Exec, WebR>] public class OtherR;
        [External("web_exec_t")] public class Exec;
        [Domain, Role<IAdmins>] public class Web;
        """)
        .Says(
            "(roleattribute admins)",
            "(role web_r)",
            "(roleattributeset admins (web_r))",
            "(roleallow web_r other_r)",
            "(rolebounds other_r web_r)",
            "(roletransition other_r web_exec_t process web_r)",
            "(roletype admins web_t)");

    [Fact]
    public void A_user_has_roles_a_level_a_range_and_a_prefix() => Policy.Brief(
        "[User(typeof(WebR), typeof(SystemR), Level = \"s0\", Range = \"s0-s0:c0.c1023\", Prefix = \"user\"), Bounds<SystemU>] public class WebU; [Role] public class WebR;")
        .SaysOf(
            "web_u",
            "(user web_u)",
            "(userrole web_u system_r)",
            "(userrole web_u web_r)",
            "(userrole web_u object_r)",
            "(userlevel web_u (s0))",
            "(userrange web_u ((s0) (s0 ((range c0 c1023)))))",
            "(userprefix web_u user)",
            "(userbounds system_u web_u)");

    [Fact]
    public void A_user_has_the_role_of_objects_once_whether_or_not_it_is_written() => Policy.Brief(
        "[User(typeof(SystemR))] public class WebU; [User(typeof(ObjectR))] public class FilesU;")
        .SaysOf("web_u", "(user web_u)", "(userrole web_u system_r)", "(userrole web_u object_r)", "(userlevel web_u (s0))", "(userrange web_u ((s0) (s0)))")
        .SaysOf("files_u", "(user files_u)", "(userrole files_u object_r)", "(userlevel files_u (s0))", "(userrange files_u ((s0) (s0)))");

    [Fact]
    public void A_boolean_is_false_where_its_default_is_not_said() => Policy.Brief(
        "[PolicyBoolean] public class CanConnect; [PolicyBoolean(Default = true)] public class CanBind; [Tunable(Default = true)] public class HasDocker;")
        .Says("(boolean can_connect false)", "(boolean can_bind true)", "(tunable has_docker true)");

    [Fact]
    public void What_is_external_is_never_declared() => Policy.Brief(
        """
        [External("etc_t")] public class Etc;
        [External] public interface ISystemd;
        [External("web_r"), Role] public class WebR;
        [External("can"), PolicyBoolean] public class Can;
        [External("thing")] public enum ThingPerms { Read = 1, Write = 2 }
        [Domain, Role<WebR>, Allow<Etc>(ThingPerms.Read)] public class Web : ISystemd { [If<Can>, Allow<Etc>(ThingPerms.Write)] static class Maybe; }
        """)
        .Says("(allow web_t etc_t (thing (read)))", "(typeattributeset systemd (web_t))", "(booleanif can (true (allow web_t etc_t (thing (write)))))")
        .NeverSays("(type etc_t)", "(typeattribute systemd)", "(role web_r)", "(boolean can ", "(class thing");

    [Fact]
    public void An_external_of_ones_own_is_the_librarys_of_that_name() => Policy.Brief(
        """
        [External("domain")] public interface IMine;
        [TypeAttribute, Include<IDomain>, Include<IMine>] public interface IBoth;
        [Domain] public class Web : IMine;
        """)
        .Says("(typeattributeset both (domain))")
        .SaysOf("(web_t)", "(typeattributeset domain (web_t))");

    [Fact]
    public void A_label_that_a_container_runtime_gives_is_written_to_lxc_contexts()
    {
        var policy = Policy.Brief(
            """
            [assembly: ContainerContexts(Process = typeof(Web), File = typeof(Data), Level = "s0:c1,c2")]
            [Domain] public class Web; [FileType] public class Data;
            """);

        Assert.Equal(
            "process = \"system_u:system_r:web_t:s0:c1,c2\"\nfile = \"system_u:object_r:data_t:s0:c1,c2\"\n",
            policy.IsGood().Artifact("lxc_contexts", "el9"));
    }

    [Theory]
    [InlineData("My.Policy", "My.Policy")]
    [InlineData("My Policy (1)", "My_Policy__1_")]
    [InlineData("7zip..policy.", "policy_7zip.policy")]
    public void The_assemblys_name_is_made_legal_for_the_module(string assembly, string module) =>
        Assert.Contains((module + ".cil", "el9"), Policy.Package(assembly, "[PolicyType] class A;").IsGood().Artifacts);

    [Fact]
    public void The_module_may_be_named() => Assert.Contains(
        ("web.cil", "fedora"), Policy.Brief("[assembly: PolicyModule(\"web\", Version = \"1.2\")] [PolicyType] class A;").IsGood().Artifacts);
}

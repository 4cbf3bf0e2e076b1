using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class RuleTests
{
    private const string Types = "[External(\"etc_t\")] public class Etc; [External(\"tmp_t\")] public class Tmp;\n";

    [Fact]
    public void A_rule_on_an_interface_is_a_rule_on_the_attribute() => Policy.Brief(
        Types + "[TypeAttribute, Allow<Etc>(FilePerms.Read)] public interface IApp; [PolicyType] public class Web : IApp;")
        .SaysOf("(allow", "(allow app etc_t (file (read)))");

    [Fact]
    public void Self_on_an_attribute_is_each_member_itself() => Policy.Brief(
        "[TypeAttribute, Allow<Self>(ProcessPerms.Signal)] public interface IApp;")
        .Says("(allow app self (process (signal)))");

    [Fact]
    public void Each_word_for_access_has_its_statement() => Policy.Brief(
        Types + "[PolicyType, AuditAllow<Etc>(FilePerms.Read), DontAudit<Etc>(FilePerms.Write), NeverAllow<Etc>(FilePerms.Append)] public class Web;")
        .Says("(auditallow web_t etc_t (file (read)))", "(dontaudit web_t etc_t (file (write)))", "(neverallow web_t etc_t (file (append)))");

    [Fact]
    public void A_rule_may_be_said_on_its_target() => Policy.Brief(
        Types + "[FileType, AllowFrom<Etc>(FilePerms.Read), DontAuditFrom<Etc>(FilePerms.Write), AuditAllowFrom<Etc>(DirPerms.Read), NeverAllowFrom<Etc>(DirPerms.Write)] public class Data { [FileType, AllowFrom<Owner>(DirPerms.Search)] public class Inner; }")
        .Says(
            "(allow etc_t data_t (file (read)))",
            "(dontaudit etc_t data_t (file (write)))",
            "(auditallow etc_t data_t (dir (read)))",
            "(neverallow etc_t data_t (dir (write)))",
            "(allow data_t data_inner_t (dir (search)))");

    [Fact]
    public void Permissions_of_several_classes_are_a_rule_for_each_class_in_order() => Policy.Brief(
        Types + "[PolicyType, Allow<Etc>(FilePerms.Write | FilePerms.Open, DirPerms.Search, FilePerms.Append)] public class Web;")
        .SaysOf("(allow", "(allow web_t etc_t (dir (search)))", "(allow web_t etc_t (file (append open write)))");

    [Fact]
    public void All_permissions_of_a_class_are_what_the_base_policy_knows_of_it() => Policy.Brief(
        Types + "[PolicyType, Allow<Etc>(FilePerms.All, ~(DirPerms.Write | DirPerms.Search))] public class Web;")
        .Says("(allow web_t etc_t (file (all)))", "(allow web_t etc_t (dir (not (search write))))");

    [Fact]
    public void Several_sets_of_one_class_leave_out_what_none_of_them_gives() => Policy.Brief(
        Types + "[PolicyType, Allow<Etc>(~(DirPerms.Write | DirPerms.Search), ~(DirPerms.Search | DirPerms.Open | DirPerms.Rmdir), DirPerms.Open)] public class Web;")
        .Says("(allow web_t etc_t (dir (not (search))))");

    [Fact]
    public void All_but_some_permissions_and_these_are_all() => Policy.Brief(
        Types + "[PolicyType, Allow<Etc>(~DirPerms.Search, DirPerms.Search)] public class Web;")
        .Says("(allow web_t etc_t (dir (all)))");

    [Fact]
    public void A_permission_set_that_has_every_permission_is_that_set_and_not_what_a_newer_kernel_adds() => Policy.Brief(
        Types + "[PolicyType, Allow<Self>(ShmPerms.CreateSet)] public class Web;")
        .Says("(allow web_t self (shm (associate create destroy getattr lock read setattr unix_read unix_write write)))");

    [Fact]
    public void RulesFor_gives_rules_to_what_someone_else_declares() => Policy.Brief(
        Types + "[RulesFor<Etc>, Allow<Tmp>(FilePerms.Read)] static class ForEtc;")
        .Says("(allow etc_t tmp_t (file (read)))");

    [Fact]
    public void A_file_may_have_a_type_of_its_own_by_its_name() => Policy.Brief(
        Types + "[PolicyType, TypeTransition<Etc, Tmp>(typeof(FilePerms), typeof(DirPerms), Name = \"web data\"), TypeChange<Etc, Tmp>(typeof(FilePerms)), TypeMember<Etc, Tmp>(typeof(DirPerms)), TypeTransition<Etc, Tmp>(typeof(SockFilePerms))] public class Web;")
        .Says(
            "(typetransition web_t etc_t file \"web data\" tmp_t)",
            "(typetransition web_t etc_t dir \"web data\" tmp_t)",
            "(typetransition web_t etc_t sock_file tmp_t)",
            "(typechange web_t etc_t file tmp_t)",
            "(typemember web_t etc_t dir tmp_t)");

    [Fact]
    public void A_range_transition_says_the_level_that_a_process_starts_at() => Policy.Brief(
        Types + "[PolicyType, RangeTransition<Etc>(\"s0-s1:c0,c5.c7\"), RangeTransition<Tmp>(\"s0\", typeof(FilePerms))] public class Web;")
        .Says("(rangetransition web_t etc_t process ((s0) (s1 (c0 (range c5 c7)))))", "(rangetransition web_t tmp_t file ((s0) (s0)))");

    [Fact]
    public void Ioctl_requests_are_numbers_and_ranges() => Policy.Brief(
        Types + "[PolicyType, AllowIoctl<Etc, ChrFilePerms>(\"0x8910-0x8920, 0x1234, 5\"), NeverAllowIoctl<Self, ChrFilePerms>(\"1\"), AuditAllowIoctl<Etc, FilePerms>(\"1\"), DontAuditIoctl<Etc, FilePerms>(\"1\")] public class Web;")
        .Says(
            "(allowx web_t etc_t (ioctl chr_file (0x0005 0x1234 (range 0x8910 0x8920))))",
            "(neverallowx web_t self (ioctl chr_file (0x0001)))",
            "(auditallow web_t etc_t (file (ioctl)))",
            "(auditallowx web_t etc_t (ioctl file (0x0001)))",
            "(dontauditx web_t etc_t (ioctl file (0x0001)))");

    [Fact]
    public void A_domain_transition_is_everything_that_starting_a_process_takes()
    {
        const string file = "(file (execute getattr ioctl map open read))";
        Policy.Brief(Types + "[Domain, DomainTransition<Etc, Web>] public class Starter; [Domain] public class Web;").SaysOf(
            "starter_t",
            "(type starter_t)",
            "(roletype object_r starter_t)",
            "(typeattributeset domain (starter_t))",
            "(typetransition starter_t etc_t process web_t)",
            $"(allow starter_t etc_t {file})",
            "(allow starter_t web_t (process (transition)))",
            "(dontaudit starter_t web_t (process (noatsecure rlimitinh siginh)))",
            "(allow web_t starter_t (fd (use)))",
            "(allow web_t starter_t (fifo_file (append getattr ioctl lock read write)))",
            "(allow web_t starter_t (process (sigchld)))")
            .Says("(allow web_t etc_t (file (entrypoint execute getattr ioctl lock map open read)))");
    }

    [Fact]
    public void A_domain_with_one_entrypoint_is_entered_through_it() => Policy.Brief(
        "[Domain, DomainTransition<Web>(NoNewPrivileges = true)] public class Starter; [Domain] public class Web { [Entrypoint] public class Exec; }")
        .Says("(typetransition starter_t web_exec_t process web_t)", "(allow starter_t web_t (process2 (nnp_transition nosuid_transition)))");

    [Fact]
    public void What_no_attribute_says_is_said_in_CIL_that_was_read() => Policy.Brief(
        "[assembly: RawCil(\"(policycap open_perms) ; a comment\")] [PolicyType, RawCil(\"(allow web_t self\\n  (file (read)))\")] public class Web;")
        .Says("(policycap open_perms)", "(allow web_t self (file (read)))");
}

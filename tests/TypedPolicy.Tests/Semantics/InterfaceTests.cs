using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Semantics;

public sealed class InterfaceTests
{
    private const string Names = "[External(\"etc_t\")] public class Etc; [External(\"tmp_t\")] public class Tmp; [PolicyBoolean] public class Can; [Tunable] public class Tune;\n";
    private const string ReadFiles = "[PolicyInterface, Allow<Arg1>(FilePerms.Read)] public class ReadFilesAttribute<T> : PolicyInterfaceAttribute;\n";
    private const string Create = "[PolicyInterface, TypeTransition<Arg1, Arg2>(typeof(Param2), Name = Param1.Value)] public class CreateAttribute<D, F>(string name, Type kind) : PolicyInterfaceAttribute;\n";
    private const string Use = "[PolicyInterface, Allow<Arg1>(Param1.Value)] public class UseAttribute<T>(params object[] permissions) : PolicyInterfaceAttribute;\n";

    [Fact]
    public void An_interface_is_a_macro_and_its_application_a_call() => Policy.Brief(
        Names + ReadFiles + "[PolicyType, ReadFiles<Etc>] public class Web;")
        .Says("(macro test_read_files ((type subject) (type arg1)) (allow subject arg1 (file (read))))", "(call test_read_files (web_t etc_t))");

    [Fact]
    public void File_names_and_classes_are_parameters() => Policy.Brief(
        Names + Create + "[PolicyType, Create<Etc, Tmp>(\"web.sock\", typeof(SockFilePerms))] public class Web;")
        .Says(
            "(macro test_create ((type subject) (type arg1) (type arg2) (name param1) (class param2)) (typetransition subject arg1 param2 param1 arg2))",
            "(call test_create (web_t etc_t tmp_t \"web.sock\" sock_file))");

    [Fact]
    public void Owner_in_a_block_for_another_subject_is_who_carries_the_interface() => Policy.Brief(
        Names + "[PolicyInterface] public class BackendAttribute<TExec> : PolicyInterfaceAttribute { [RulesFor<Etc>, TypeTransition<Arg1, Owner>(typeof(ProcessPerms)), Allow<Owner>(ProcessPerms.Signal)] private static class ForEtc; }\n"
        + "[PolicyType, Backend<Tmp>] public class Web;")
        .Says("(macro test_backend ((type subject) (type arg1)) (allow etc_t subject (process (signal))) (typetransition etc_t arg1 process subject))", "(call test_backend (web_t tmp_t))");

    [Fact]
    public void Permissions_are_a_parameter() => Policy.Brief(
        Names + Use + "[PolicyType, Use<Etc>(FilePerms.Read | FilePerms.Open)] public class Web;")
        .Says(
            "(macro test_use ((type subject) (type arg1) (classpermission param1)) (allow subject arg1 param1))",
            "(call test_use (web_t etc_t (file (open read))))");

    [Fact]
    public void Permissions_of_several_classes_are_written_out() => Policy.Brief(
        Names + Use + "[PolicyType, Use<Etc>(FilePerms.Read, DirPerms.Search)] public class Web;")
        .Says("(allow web_t etc_t (file (read)))", "(allow web_t etc_t (dir (search)))")
        .NeverSays("(call");

    [Fact]
    public void An_interface_with_a_condition_for_an_argument_is_written_out() => Policy.Brief(
        Names
        + "[PolicyInterface] public class MaybeAttribute<T, B> : PolicyInterfaceAttribute { [If<Arg2>, Allow<Arg1>(FilePerms.Read)] static class When; }"
        + "[PolicyType, Maybe<Etc, Can>, Maybe<Tmp, Tune>] public class Web;")
        .Says("(booleanif can (true (allow web_t etc_t (file (read)))))", "(tunableif tune (true (allow web_t tmp_t (file (read)))))")
        .NeverSays("(macro", "(call");

    [Fact]
    public void An_interface_with_labels_is_written_out()
    {
        var policy = Policy.Brief(
            Names + "[PolicyInterface, FileContext<Arg1>(\"/srv\"), Allow<Arg1>(FilePerms.Read)] public class OwnAttribute<T> : PolicyInterfaceAttribute; [PolicyType, Own<Etc>] public class Web;");

        policy.Says("(filecon \"/srv\" any (system_u object_r etc_t ((s0) (s0))))", "(allow web_t etc_t (file (read)))").NeverSays("(macro", "(call");
        Assert.Contains("/srv\tsystem_u:object_r:etc_t:s0\n", policy.FileContexts, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_is_called_inside_a_condition() => Policy.Brief(
        Names + ReadFiles + "[PolicyType] public class Web { [If<Can>, ReadFiles<Etc>] static class X; }")
        .Says("(booleanif can (true (call test_read_files (web_t etc_t))))");

    [Fact]
    public void A_macro_that_a_condition_may_call_has_no_line_marks()
    {
        const string source = Names + ReadFiles + "[PolicyInterface, MemberOf<IDomain>] public class JoinAttribute : PolicyInterfaceAttribute;\n[PolicyType, Join] public class Web { [If<Can>, ReadFiles<Etc>] static class X; }";
        var cil = Policy.Of("global using TypedPolicy; global using System;\n" + source, lineMarks: "true").IsGood().Cil;

        Assert.DoesNotContain(";;*", Body(cil, "(macro test_read_files"), StringComparison.Ordinal);
        Assert.DoesNotContain(";;*", Body(cil, "(booleanif"), StringComparison.Ordinal);
        Assert.Contains(";;* lmx", Body(cil, "(macro test_join"), StringComparison.Ordinal);

        static string Body(string cil, string start)
        {
            var at = cil.IndexOf(start, StringComparison.Ordinal);
            return cil[at..cil.IndexOf("\n)", at, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void An_interface_that_no_condition_may_call_is_refused_there() => Assert.Equal(
        ["TP1011"],
        Policy.Brief(Names + "[PolicyInterface, MemberOf<IDomain>] public class JoinAttribute : PolicyInterfaceAttribute; [PolicyType] public class Web { [If<Can>, Join] static class X; }").Ids());

    [Fact]
    public void In_an_optional_an_interface_is_written_out() => Policy.Brief(
        Names + ReadFiles + "[PolicyType] public class Web { [Optional, ReadFiles<Etc>] static class X; }")
        .Says("(optional test_x_optional (allow web_t etc_t (file (read))))");

    [Fact]
    public void An_interface_may_apply_another_one() => Policy.Brief(
        Names + ReadFiles + Use
        + "[PolicyInterface, ReadFiles<Arg1>, Use<Arg1>(Param1.Value)] public class BothAttribute<T>(object permissions) : PolicyInterfaceAttribute; [PolicyType, Both<Etc>(FilePerms.Write)] public class Web;")
        .Says(
            "(macro test_both ((type subject) (type arg1) (classpermission param1)) (call test_read_files (subject arg1)) (call test_use (subject arg1 param1)))",
            "(call test_both (web_t etc_t (file (write))))");

    [Fact]
    public void Another_subject_inside_an_interface_is_a_block_for_its_argument() => Policy.Brief(
        Names + "[PolicyInterface] public class TalkAttribute<T> : PolicyInterfaceAttribute { [RulesFor<Arg1>, AllowFrom<Etc>(FdPerms.Use), Allow<Etc>(FilePerms.Read)] static class Other; } [PolicyType, Talk<Tmp>] public class Web;")
        .Says("(macro test_talk ((type subject) (type arg1)) (allow arg1 etc_t (file (read))) (allow etc_t arg1 (fd (use))))", "(call test_talk (web_t tmp_t))");

    [Fact]
    public void An_argument_that_is_a_role_is_a_role_parameter() => Policy.Brief(
        Names + "[PolicyInterface, Role<Arg1>] public class RunAttribute<R> : PolicyInterfaceAttribute; [PolicyInterface, Run<Arg1>] public class RunTooAttribute<R> : PolicyInterfaceAttribute; [Domain, RunToo<SystemR>] public class Web;")
        .Says("(macro test_run ((type subject) (role arg1)) (roletype arg1 subject))", "(macro test_run_too ((type subject) (role arg1)) (call test_run (subject arg1)))");

    [Fact]
    public void An_interface_of_another_assembly_is_called_by_its_name()
    {
        var package = Policy.Package("files", Names + ReadFiles + "[PolicyInterface, FileContext<Arg1>(\"/srv\")] public class OwnAttribute<T> : PolicyInterfaceAttribute;");

        Policy.Brief("[PolicyType, ReadFiles<Etc>, Own<Etc>] public class Web { [Optional, ReadFiles<Tmp>] static class X; }", package)
            .Says(
                "(call files_read_files (web_t etc_t))",
                "(filecon \"/srv\" any (system_u object_r etc_t ((s0) (s0))))",
                "(optional test_x_optional (allow web_t tmp_t (file (read))))")
            .NeverSays("(macro");
    }

    [Fact]
    public void Self_as_an_argument_is_the_subject() => Policy.Brief(
        Names + ReadFiles + "[PolicyType, ReadFiles<Self>] public class Web;").Says("(call test_read_files (web_t web_t))");

    [Fact]
    public void A_named_interface_keeps_its_name() => Policy.Brief(
        "[PolicyInterface(\"web_run\"), Allow<Self>(FilePerms.Read)] public class RunAttribute : PolicyInterfaceAttribute; [PolicyType, Run] public class Web;")
        .Says("(macro web_run ((type subject)) (allow subject self (file (read))))", "(call web_run (web_t))");

    [Fact]
    public void A_type_inside_an_interface_is_declared() => Policy.Brief(
        "[PolicyInterface, Allow<Data>(FilePerms.Read)] public class RunAttribute : PolicyInterfaceAttribute { } [FileType] public class Data; [PolicyInterface] public class HoldAttribute : PolicyInterfaceAttribute { [FileType] public class Held; }")
        .Says("(type held_t)");
}

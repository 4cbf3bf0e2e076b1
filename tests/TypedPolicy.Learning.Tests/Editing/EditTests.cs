using static TypedPolicy.Learning.Tests.LearnedText;

namespace TypedPolicy.Learning.Tests.Editing;

/// <summary>How answers are written into C#.</summary>
[Trait("Needs", "toolchain")]
public sealed class EditTests
{
    [Fact]
    public void Permissions_go_into_the_attribute_that_the_target_has_and_everything_else_stays()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t self:tcp_socket { listen bind }"), Avc("greeter_t var_t:dir { getattr open read }"));
        Assert.Equal(
            Greeter.Source.Replace("TcpSocketPerms.Create)", "TcpSocketPerms.Create | TcpSocketPerms.Bind | TcpSocketPerms.Listen)", StringComparison.Ordinal).Replace("DirPerms.Search)", "DirPerms.List)", StringComparison.Ordinal),
            learned.Text);
        Assert.Empty(learned.After.Open);
    }

    [Fact]
    public void Another_class_of_the_target_becomes_another_argument()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t var_t:file getattr"));
        Assert.Equal("[Allow<Var>(DirPerms.Search, FilePerms.Getattr)]", learned.Added);
    }

    [Fact]
    public void A_type_without_a_class_gets_one_below_the_others_that_stand_for_types_of_the_base()
    {
        var learned = Of(Greeter.Source, Avc("greeter_t etc_t:file { getattr open read }"));
        Assert.Equal("[Allow<Etc>(FilePerms.ReadSet)]\n[External(\"etc_t\")] public sealed class Etc;", learned.Added);
        Assert.EndsWith("public sealed class InitT;\n[External(\"etc_t\")] public sealed class Etc;\n", learned.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_twice_it_changes_nothing()
    {
        string[] log =
        [
            Avc("greeter_t self:tcp_socket { listen bind }"), Avc("greeter_t etc_t:file { getattr open read }"), Avc("greeter_t tmp_t:file { create open write }", "name=\"a\""),
            Avc("greeter_t unreserved_port_t:tcp_socket name_bind", "src=7070"), Avc("greeter_t self:capability net_admin"), Avc("init_t greeter_t:process transition"), Avc("greeter_t var_lib_t:dir { add_name write }", "path=\"/var/lib/greeter\""),
        ];
        var first = Of(Greeter.Source, log);
        Assert.NotEmpty(first.Edit.Files);
        Assert.Empty(Of(first.Text, log).Edit.Files);
    }

    [Fact]
    public void Ends_of_lines_stay_as_the_file_has_them()
    {
        var source = Greeter.Source.ReplaceLineEndings("\r\n");
        var text = Of(source, Avc("greeter_t etc_t:file read"), Avc("greeter_t tmp_t:file { create write }")).Text;
        Assert.Equal(text.ReplaceLineEndings("\r\n"), text);
        Assert.Contains("public sealed class Tmp;\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_ends_in_a_semicolon_gets_braces_and_a_using_is_added()
    {
        const string source = "[assembly: TypedPolicy.PolicyModule(\"greeter\")]\n\n[TypedPolicy.Domain, TypedPolicy.Role<TypedPolicy.SystemR>] public sealed class Greeter; // greeter_t\n";
        var learned = Of(source, Avc("greeter_t tmp_t:sock_file { create unlink }"));
        Assert.Empty(learned.After.Open);
        Assert.StartsWith("using TypedPolicy;\n", learned.Text, StringComparison.Ordinal);
        Assert.Contains("public sealed class Greeter\n{\n    /// <summary>Its temporary files.</summary>\n    [FileType]\n    [AllowFrom<Owner>(SockFilePerms.Manage)]\n    public sealed class Tmp;\n} // greeter_t\n", learned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_means_something_else_in_the_project_is_written_in_full()
    {
        var learned = Of(Greeter.Source + "\npublic sealed class FilePerms;\n", Avc("greeter_t var_t:file getattr"));
        Assert.Contains("global::TypedPolicy.FilePerms.Getattr", learned.Added, StringComparison.Ordinal);
    }
}

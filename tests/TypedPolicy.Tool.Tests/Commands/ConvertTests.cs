using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>typedpolicy convert</c> with Debian's headers: what docs/converting.md shows of it is what it prints and writes.</summary>
[Trait("Needs", "toolchain")]
public sealed class ConvertTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedpolicy-").FullName;

    [Fact]
    public void The_module_of_the_readme_becomes_the_class_that_is_shown()
    {
        var (te, fc, said, shown) = Readme();
        var run = TypedPolicyCommand.Run("convert", Write("greeter.te", te), Write("greeter.fc", fc), "--output", PathOf("GreeterPolicy")).Succeeds();

        Assert.Equal(said, run.Output.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.EndsWith("\n\n" + shown, File.ReadAllText(PathOf("GreeterPolicy/Greeter.cs")), StringComparison.Ordinal);
        Assert.Equal(
            ["Booleans.cs", "Greeter.cs", "GreeterPolicy.csproj", "Module.cs", "Types.cs"],
            Directory.GetFiles(PathOf("GreeterPolicy")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("<PolicyHeaders Include=\"/usr/share/selinux/devel/include\" />", File.ReadAllText(PathOf("GreeterPolicy/GreeterPolicy.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_replaced_only_where_that_is_asked_for_and_a_project_never()
    {
        var (te, _, _, _) = Readme();
        Directory.CreateDirectory(PathOf("own"));
        Write("own/Greeter.cs", "// Mine.\n");
        Write("own/Mine.csproj", "<Project />\n");
        string[] convert = ["convert", Write("greeter.te", te), "--output", PathOf("own")];

        Assert.Contains("Greeter.cs already exists", TypedPolicyCommand.Run(convert).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Equal(["Greeter.cs", "Mine.csproj"], Directory.GetFiles(PathOf("own")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("// Mine.\n", File.ReadAllText(PathOf("own/Greeter.cs")));

        TypedPolicyCommand.Run([.. convert, "--force"]).Succeeds();
        Assert.NotEqual("// Mine.\n", File.ReadAllText(PathOf("own/Greeter.cs")));
        Assert.Equal("<Project />\n", File.ReadAllText(PathOf("own/Mine.csproj")));
        Assert.Single(Directory.GetFiles(PathOf("own"), "*.csproj"));
    }

    [Theory]
    [InlineData("<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>", true, true)]
    [InlineData("<Project><PropertyGroup><ManagePackageVersionsCentrally>True</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include=\"TypedPolicy\" Version=\"1.0.0\" /></ItemGroup></Project>", true, false)]
    [InlineData("<Project />", false, false)]
    public void Where_a_file_gives_the_versions_of_packages_the_project_gives_none_and_what_the_file_lacks_is_said(string central, bool isCentral, bool isSaid)
    {
        Write("Directory.Packages.props", central);
        var run = TypedPolicyCommand.Run("convert", Write("greeter.te", Readme().Rules), "--output", PathOf("below/GreeterPolicy")).Succeeds();

        Assert.Equal(isSaid, run.Output.Contains("Add <PackageVersion Include=\"TypedPolicy\" Version=", StringComparison.Ordinal));
        var project = File.ReadAllText(PathOf("below/GreeterPolicy/GreeterPolicy.csproj"));
        Assert.Equal(isCentral, project.Contains("<PackageReference Include=\"TypedPolicy\" />", StringComparison.Ordinal));
        Assert.Equal(!isCentral, project.Contains("<PackageReference Include=\"TypedPolicy\" Version=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("debian", "define(`all_user_namespace_perms',`{ create }')", "debian13")]
    [InlineData("debian", "define(`manage_lnk_file_perms',`{ create getattr ioctl link lock read rename setattr unlink write }')", "debian12")]
    [InlineData("debian", "define(`all_perms',`{ create }')", "debian12")]
    [InlineData("redhat", "", "el9")]
    [InlineData("redhat", "define(`all_user_namespace_perms',`{ create }')", "el10")]
    [InlineData("redhat", "define(`mmap_rw_file_perms',`{ open mmap_rw_inherited_file_perms }')\ndefine(`mmap_rw_inherited_file_perms',`{ getattr ioctl lock map append read write }')", "fedora")]
    [InlineData("", "", "refpolicy")]
    public void The_project_is_for_the_target_of_headers_that_lie_anywhere(string distribution, string macros, string target)
    {
        Write("include/build.conf", $"TYPE = mcs\nDISTRO ?= {distribution}\n");
        Write("include/support/sets.spt", macros + "\n");
        TypedPolicyCommand.Run("convert", Write("whole.te", "policy_module(whole, 1.0)\ntype whole_t;\n"), "--headers", PathOf("include"), "--output", PathOf("whole")).Succeeds();
        Assert.Contains($"<TypedPolicyTargets>{target}</TypedPolicyTargets>", File.ReadAllText(PathOf("whole/WholePolicy.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_tells_whether_everything_was_converted()
    {
        TypedPolicyCommand.Run("convert", Write("whole.te", "policy_module(whole, 1.0)\ntype whole_t;\ndomain_type(whole_t)\n"), "--output", PathOf("whole")).Succeeds();
        var unread = TypedPolicyCommand.Run("convert", Write("unread.te", "policy_module(unread, 1.0)\ntype unread_t;\nallow unread_t self file read;\n"), "--output", PathOf("unread")).EndsWith(ExitCode.No);
        Assert.Contains("unread.te:3:", unread.Output, StringComparison.Ordinal);
        var unsaid = TypedPolicyCommand.Run("convert", Write("unsaid.te", "policy_module(unsaid, 1.0)\ntype unsaid_t;\nno_such_interface(unsaid_t)\n"), "--output", PathOf("unsaid")).EndsWith(ExitCode.No);
        Assert.Contains("unsaid.te:3:", unsaid.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_module_that_loads_allows_is_a_warning_also_where_warnings_are_errors()
    {
        TypedPolicyCommand.Run("convert", Write("till.te", "policy_module(till, 1.0)\ntype till_t;\ndomain_type(till_t)\nallow till_t self:capability dac_override;\n"), "--output", PathOf("till")).Succeeds();
        Assert.Contains("<WarningsNotAsErrors>$(WarningsNotAsErrors);$(TypedPolicyJudgements)</WarningsNotAsErrors>", File.ReadAllText(PathOf("till/TillPolicy.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_module_are_refused_before_anything_is_read()
    {
        Assert.Contains("greeter.txt is not a source of a module", TypedPolicyCommand.Run("convert", Write("greeter.txt", "")).EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Contains("One module has one .te file", TypedPolicyCommand.Run("convert", Write("a.te", ""), Write("b.te", "")).EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ID=\"rhel\"\nVERSION_ID=\"10.1\"\n", "el10")]
    [InlineData("ID=fedora\nVERSION_ID=42\n", "fedora")]
    [InlineData("", "el9")]
    public void Headers_in_the_tree_of_another_system_are_of_its_release_as_they_are_to_the_build(string release, string target)
    {
        Write("root/usr/share/selinux/devel/include/build.conf", "TYPE = mcs\nDISTRO ?= redhat\n");
        Write("root/etc/os-release", release);
        var convert = TypedPolicyCommand.Run("convert", Write("till.te", "policy_module(till, 1.0)\ntype till_t;\n"), "--headers", PathOf("root/usr/share/selinux/devel/include"), "--output", PathOf("till"));
        Assert.Contains($"<TypedPolicyTargets>{target}</TypedPolicyTargets>", File.ReadAllText(PathOf("till/TillPolicy.csproj")), StringComparison.Ordinal);
        convert.Succeeds();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>The blocks of the page on converting: the module's rules and labels, what the command says, and a class of what it writes.</summary>
    private static (string Rules, string Labels, string Said, string Class) Readme()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "converting.md")).ReplaceLineEndings("\n");
        var blocks = page.Split("```").Where((_, i) => i % 2 == 1).Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]).ToArray();
        var said = string.Concat(blocks[2].Split('\n').Where(line => line.Length > 0 && !line.StartsWith('$')).Select(line => line + Environment.NewLine));
        return (blocks[0], blocks[1], said, blocks[3]);
    }
}

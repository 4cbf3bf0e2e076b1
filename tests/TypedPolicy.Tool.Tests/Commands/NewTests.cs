using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Starting;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>typedpolicy new</c>: what docs/starting.md shows of it is what it prints and writes.</summary>
public sealed class NewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedpolicy-").FullName;

    [Fact]
    public void The_unit_of_the_page_becomes_the_class_that_is_shown()
    {
        var (unit, said, shown) = Page();
        var run = TypedPolicyCommand.Run("new", "--unit", Write("greeter.service", unit), "--target", "el9", "--output", PathOf("GreeterPolicy")).Succeeds();

        Assert.Equal(said, run.Output.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.EndsWith("\n\n" + shown, File.ReadAllText(PathOf("GreeterPolicy/Greeter.cs")), StringComparison.Ordinal);
        Assert.Equal(["Base.cs", "Greeter.cs", "GreeterPolicy.csproj"], Directory.GetFiles(PathOf("GreeterPolicy")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("<TypedPolicyTargets>el9</TypedPolicyTargets>", File.ReadAllText(PathOf("GreeterPolicy/GreeterPolicy.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void More_drop_ins_than_are_read_are_an_error_since_the_last_counts_most()
    {
        var unit = Write("greeter.service", "[Service]\nExecStart=/usr/bin/greeter\n");
        for (var i = 0; i < 201; i++)
        {
            Write($"greeter.service.d/{i:000}.conf", "[Service]\nUser=greeter\n");
        }

        Assert.Contains("More than 200 files belong to ", TypedPolicyCommand.Run("new", "--unit", unit, "--output", PathOf("out")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        File.Delete(PathOf("greeter.service.d/000.conf"));
        TypedPolicyCommand.Run("new", "--unit", unit, "--output", PathOf("out")).Succeeds();
    }

    [Fact]
    public void A_bus_service_that_cannot_be_read_is_of_another_service()
    {
        var unit = Write("greeter.service", "[Service]\nExecStart=/usr/bin/greeter\n");
        Write("org.example.Large.service", "#" + new string('x', 2 << 20));
        File.CreateSymbolicLink(PathOf("org.example.Zero.service"), "/dev/zero");

        Assert.DoesNotContain("org.example", TypedPolicyCommand.Run("new", "--unit", unit, "--output", PathOf("out")).Succeeds().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_beside_the_unit_or_where_it_is_installed_is_read()
    {
        var unit = Write("usr/lib/systemd/system/greeter@one.service", "[Service]\nExecStart=/usr/bin/greeter\nUser=greeter\n");
        Write("usr/lib/systemd/system/greeter@.service.d/a.conf", "[Service]\nStateDirectory=wrong\n");
        Write("usr/lib/systemd/system/greeter@one.service.d/a.conf", "[Service]\nStateDirectory=greeter\n");
        Write("usr/lib/systemd/system/greeter@one.service.d/b.txt", "[Service]\nStateDirectory=wrong\n");
        Write("usr/lib/systemd/system/greeter.socket", "[Socket]\nListenStream=7070\n");
        Write("usr/lib/systemd/system/greeter.socket.d/b.conf", "[Socket]\nListenStream=\nListenStream=7071\n");
        Write("usr/lib/tmpfiles.d/greeter.conf", "d /run/greeter\n");
        Write("usr/lib/sysusers.d/greeter.conf", "u greeter - - /srv/greeter\n");
        Write("usr/share/dbus-1/system-services/org.example.Greeter.service", "[D-BUS Service]\nName=org.example.Greeter\nSystemdService=greeter@one.service\n");
        Write("usr/share/dbus-1/system-services/org.example.Other.service", "[D-BUS Service]\nName=org.example.Other\nSystemdService=other.service\n");
        var named = Write("more.conf", "[Service]\nCacheDirectory=more\n");

        var run = TypedPolicyCommand.Run("new", "--unit", unit, "--unit", named, "--target", "debian12", "--name", "Welcome", "--output", PathOf("out"), "--format", "json").Succeeds().Json();

        Assert.Equal("welcome_t", run.GetProperty("domain").GetString());
        Assert.Equal(
            ["greeter@one.service", "greeter.socket", "a.conf", "b.conf", "greeter.conf", "greeter.conf", "org.example.Greeter.service", "more.conf"],
            run.GetProperty("read").EnumerateArray().Select(r => Path.GetFileName(r.GetString())));
        var text = File.ReadAllText(PathOf("out/Welcome.cs"));
        Assert.All(["/var/lib/greeter", "/run/greeter", "/srv/greeter", "/var/cache/more", "7071"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(["wrong", "7070"], part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_adds_to_its_unit_or_stands_alone()
    {
        var script = Write("greet", "#!/bin/sh\necho hello\n");
        var alone = TypedPolicyCommand.Run("new", "--program", script, "--installed-at", "/usr/libexec/greet", "--port", "tcp/7070", "--path", "/var/lib/greet/", "--target", "el9", "--output", PathOf("Alone")).Succeeds();
        var text = File.ReadAllText(PathOf("Alone/Greet.cs"));
        Assert.Contains("[FileContext(\"/usr/libexec/greet\", FileKind.File)]", text, StringComparison.Ordinal);
        Assert.Contains("// tcp/7070 (--port)", text, StringComparison.Ordinal);
        Assert.Contains("[FileContextTree(\"/var/lib/greet\")]", text, StringComparison.Ordinal);
        Assert.StartsWith("greet_t for", alone.Output, StringComparison.Ordinal);

        var unit = Write("greeter.service", "[Service]\nExecStart=/usr/libexec/greet\n");
        TypedPolicyCommand.Run("new", "--unit", unit, "--program", script, "--port", "udp/7070", "--target", "el9", "--output", PathOf("Both")).Succeeds();
        Assert.Contains("// udp/7070 (--port)", File.ReadAllText(PathOf("Both/Greeter.cs")), StringComparison.Ordinal);

        Assert.Contains("'7070' is not a port", TypedPolicyCommand.Run("new", "--unit", unit, "--port", "7070").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Contains("is not an absolute path", TypedPolicyCommand.Run("new", "--unit", unit, "--path", "x/").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Contains("knows a package '--x'", TypedPolicyCommand.Run("new", "--from-package=--x").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", TypedPolicyCommand.Run("new", "--program", PathOf("none")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_a_package_show_its_unit_and_the_directories_that_are_its_own()
    {
        string[] files = ["/.", "/etc", "/etc/greeter", "/etc/greeter/greeter.conf", "/etc/init.d", "/etc/default", "/usr/lib/systemd/system", "/usr/lib/systemd/system/greeter.service", "/usr/lib/systemd/system/greeter.service.d/a.service", "/var/lib/greeter", "/var/lib/greeter.state"];
        var packaged = PackagedService.Of(files, path => Path.GetExtension(path) is "" or ".d");
        Assert.Equal(["/usr/lib/systemd/system/greeter.service"], packaged.Units);
        Assert.Equal(["/etc/greeter/", "/var/lib/greeter/"], packaged.Paths);
    }

    [Fact]
    public void A_container_becomes_a_project_too()
    {
        var compose = Write("compose.yaml", "services:\n  web:\n    volumes: [/srv/web:/data]\n  db:\n    image: db\n");
        var run = TypedPolicyCommand.Run("new", "--container", compose, "--service", "web", "--target", "el9", "--output", PathOf("Web")).Succeeds();
        Assert.StartsWith("web_t for Enterprise Linux 9: 3 files in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("[FileContextTree(\"/srv/web\")]", File.ReadAllText(PathOf("Web/Web.cs")), StringComparison.Ordinal);
        Assert.Contains("Choose one with --service.", TypedPolicyCommand.Run("new", "--container", compose, "--target", "el9").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_stays_unless_it_is_to_be_replaced_and_a_project_always()
    {
        string[] command = ["new", "--unit", Write("greeter.service", "[Service]\nExecStart=/usr/bin/greeter\n"), "--output", PathOf("own"), "--permissive"];
        Write("own/Mine.csproj", "<Project />\n");
        Write("own/Greeter.cs", "// Mine.\n");
        Assert.Contains("Greeter.cs already exists", TypedPolicyCommand.Run(command).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        TypedPolicyCommand.Run([.. command, "--force"]).Succeeds();
        Assert.Contains("[Permissive]", File.ReadAllText(PathOf("own/Greeter.cs")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(PathOf("own"), "*.csproj"));
    }

    [Fact]
    public void What_makes_no_sense_is_told_before_anything_is_written()
    {
        var unit = Write("greeter.service", "[Service]\nType=oneshot\n");
        Assert.Contains("greeter.service has no ExecStart=", TypedPolicyCommand.Run("new", "--unit", unit).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'debian12'?", TypedPolicyCommand.Run("new", "--unit", unit, "--target", "debian21").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Contains("'my-app' is not a name of a class", TypedPolicyCommand.Run("new", "--unit", unit, "--name", "my-app").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        TypedPolicyCommand.Run("new", "--unit", PathOf("no.service")).EndsWith(ExitCode.Failure);
        Assert.Contains("--unit FILE, --program FILE, --from-package NAME or --container FILE.", TypedPolicyCommand.Run("new").EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);
        TypedPolicyCommand.Run("new", "--unit", unit, "--container", unit).EndsWith(ExitCode.Usage);
        TypedPolicyCommand.Run("new", "--unit", unit, "--service", "web").EndsWith(ExitCode.Usage);
        Assert.Contains("greeter.service:2: This is neither JSON nor YAML.", TypedPolicyCommand.Run("new", "--container", unit).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Equal(["greeter.service"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("sshd.service", "/usr/sbin/sshd", "declares sshd_exec_t already. Name the class of this one otherwise, with --name")]
    [InlineData("greeter.service", "/usr/sbin/sshd", "labels /usr/sbin/sshd sshd_exec_t already")]
    [InlineData("greeter.service", "/usr/sbin/greeter", null)]
    [Trait("Needs", "toolchain")]
    public void What_the_policy_of_this_machine_has_for_the_service_already_is_told(string name, string program, string? told)
    {
        var run = TypedPolicyCommand.Run("new", "--unit", Write(name, $"[Service]\nExecStart={program}\n"), "--target", "debian12", "--output", PathOf("out")).Succeeds();
        Assert.Equal(told is not null, run.Output.Contains("The policy of this machine", StringComparison.Ordinal));
        Assert.Contains(told ?? "", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The policy of this machine", TypedPolicyCommand.Run("new", "--unit", PathOf(name), "--target", "el9", "--output", PathOf("other")).Succeeds().Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>The blocks of the page: the unit, what the command says, and what it writes.</summary>
    private static (string Unit, string Said, string Class) Page()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "starting.md")).ReplaceLineEndings("\n");
        var blocks = page.Split("```").Where((_, i) => i % 2 == 1).Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]).ToArray();
        return (blocks[0], string.Concat(blocks[1].Split('\n').Where(line => line.Length > 0 && !line.StartsWith('$')).Select(line => line + Environment.NewLine)), blocks[2]);
    }
}

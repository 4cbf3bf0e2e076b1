using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Evidence.Programs;
using TypedPolicy.Evidence.Tests.Services;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Evidence.Tests.Programs;

/// <summary>What the file of a program shows becomes rules, each with what shows it; the program is neither run nor loaded.</summary>
public sealed class ProgramFileTests
{
    private const string Greeter =
        """
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Sockets;

        public static class Greeter
        {
            static Greeter() => throw new System.Exception("loaded");

            public static void Main()
            {
                new TcpListener(IPAddress.Any, 7070).Start();
                new HttpClient().GetAsync("http://other").Wait();
                File.AppendAllText("/var/lib/greeter/notes/today", "hello");
                File.ReadAllText("/srv/somewhere");
                System.Console.WriteLine("/var/lib/mentioned/only");
                System.Diagnostics.Process.Start("date");
                Path.GetTempFileName();
            }
        }
        """;

    private static readonly Lazy<byte[]> Assembly = new(() => Compile(Greeter));

    [Fact]
    public async Task An_assembly_of_DotNet_is_read_by_its_metadata_with_the_addresses_of_its_settings()
    {
        var program = Read("/opt/greeter/Greeter", ("Greeter", "\u007FELF host"u8.ToArray()), ("Greeter.dll", Assembly.Value), ("appsettings.json", """{"Urls": "http://*:7071", "Kestrel": {"Endpoints": {"Https": {"Url": "https://*:8443"}}}, } // ours"""u8.ToArray()));
        Assert.Equal((ProgramFileKind.DotNet, "/opt/greeter/Greeter"), (program.Kind, program.Path));
        var made = await MadePolicy.OfProgram(program).HasNoWarnings();
        var policy = made.Link();
        Assert.Equal("greeter_exec_t", made.Labels.TypeOf("/opt/greeter/Greeter"));
        Assert.Equal("greeter_state_t", made.Labels.TypeOf("/var/lib/greeter/x"));
        Assert.DoesNotContain("mentioned", made.Text, StringComparison.Ordinal);
        Assert.Equal("greeter_tmp_t", policy.NewType("greeter_t", "tmp_t", "file"));
        foreach (var (target, @class, permission) in new[] { ("greeter_port_t", "tcp_socket", "name_bind"), ("http_port_t", "tcp_socket", "name_bind"), ("dns_port_t", "tcp_socket", "name_connect"), ("cert_t", "file", "read"), ("bin_t", "file", "execute"), ("greeter_state_t", "file", "append") })
        {
            Assert.True(policy.Access("greeter_t", target, @class, permission).IsAllowed, $"{target} {@class} {permission}\n{made.Text}");
        }

        Assert.Contains("// names /var/lib/greeter/notes/today (Greeter.dll)", made.Text, StringComparison.Ordinal);
        Assert.Contains("// Kestrel:Endpoints:Https:Url https://*:8443 (appsettings.json)", made.Text, StringComparison.Ordinal);
        Assert.Equal(["The .NET runtime", "It uses /srv/somewhere,", "It connects to"], made.Policy.Notes.Select(n => string.Join(' ', n.Message.Split(' ')[..3])));
        Assert.True(policy.Access("greeter_t", "usr_t", "file", "map").IsAllowed, "The assemblies beside the program are mapped.");
    }

    [Fact]
    public void A_port_that_a_person_names_is_not_asked_for()
    {
        var program = Read("/usr/bin/greeter.dll", ("greeter.dll", Assembly.Value));
        Assert.Equal("/usr/bin/greeter", program.Path);
        Assert.Contains(MadePolicy.OfProgram(program).Policy.Notes, n => n.Message.StartsWith("It listens.", StringComparison.Ordinal));
        Assert.DoesNotContain(MadePolicy.OfProgram(program, null, ("tcp", 7070)).Policy.Notes, n => n.Message.StartsWith("It listens.", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Needs", "toolchain")]
    public async Task Machine_code_is_read_as_nm_reads_it_and_needs_what_it_imports()
    {
        const string Code = """
            #define _GNU_SOURCE
            #include <netdb.h>
            #include <stdlib.h>
            #include <sys/socket.h>
            #include <syslog.h>
            #include <unistd.h>
            #include <grp.h>
            int main(int n, char **a) { struct addrinfo *i; char t[] = "/tmp/xXXXXXX"; openlog("x", 0, 0); getaddrinfo(a[0], "1", 0, &i); listen(0, 1); mkstemp(t); setgroups(0, 0); return setuid(n) || setpgid(0, 0) || chroot("/"); }
            """;
        var folder = Directory.CreateTempSubdirectory("typedpolicy-");
        try
        {
            var file = Path.Combine(folder.FullName, "daemon");
            await File.WriteAllTextAsync(file + ".c", Code);
            await Run("gcc", "-o", file, file + ".c");
            var bytes = await File.ReadAllBytesAsync(file);
            var program = Read("/usr/sbin/daemon", ("daemon", bytes));
            var imported = (await Run("nm", "-D", "--undefined-only", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1].Split('@')[0]);
            Assert.Equal(imported.Order(StringComparer.Ordinal), program.Uses.Keys.Order(StringComparer.Ordinal));

            foreach (var target in new[] { Target.El9, Target.Debian12 })
            {
                var made = MadePolicy.OfProgram(program, target, ("udp", 7070));
                await made.HasNoWarnings();
                var policy = made.Link();
                var domain = made.Policy.Domain;
                foreach (var (to, @class, permission) in new[] { ("devlog_t", "sock_file", "write"), ("syslogd_t", "unix_dgram_socket", "sendto"), ("net_conf_t", "file", "read"), (domain, "capability", "setuid"), (domain, "capability", "setgid"), (domain, "capability", "sys_chroot"), (domain, "process", "setpgid") })
                {
                    Assert.True(policy.Access(domain, to, @class, permission).IsAllowed, $"{to} {@class} {permission}\n{made.Text}");
                }
            }

            Damage(bytes, "daemon", 1_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_script_starts_its_interpreter_in_its_own_domain()
    {
        var program = Read("/usr/libexec/greet", ("greet", "#!/usr/bin/python3 -s\nprint()\n"u8.ToArray()));
        var policy = MadePolicy.OfProgram(program).Link();
        Assert.True(policy.Access("greet_t", "bin_t", "file", "execute").IsAllowed);
        Assert.False(policy.Access("greet_t", "bin_t", "file", "execute_no_trans").IsAllowed);
    }

    [Fact]
    public void What_is_no_program_is_told()
    {
        Assert.Null(ProgramFile.Read("/x/y", "y", _ => new MemoryStream("text"u8.ToArray()), [], out var problem));
        Assert.Equal("/x/y is not a program that can be read: it is neither ELF, nor an assembly of .NET, nor a script that begins with '#!'.", problem);
        Assert.Null(ProgramFile.Read("/x/y", "y", _ => null, [], out problem));
        Assert.Equal("There is no file /x/y.", problem);
    }

    [Theory]
    [InlineData("""{"Urls": "\ud800"}""")]
    [InlineData("""{"\ud800": 1}""")]
    [InlineData("""{"Kestrel": {"Endpoints": {"\udfff": {"Url": "http://*:1"}}}}""")]
    [InlineData("{")]
    public void Settings_that_are_not_JSON_are_passed_over(string settings)
    {
        var program = Read("/opt/x/greeter.dll", ("greeter.dll", Assembly.Value), ("appsettings.json", Encoding.UTF8.GetBytes(settings)));
        Assert.Empty(program.Urls);
        Assert.Equal("appsettings.json: It is not JSON, and was passed over.", Assert.Single(program.Notes).ToString());
    }

    [Fact]
    public void A_path_with_the_letter_of_instances_is_no_pattern()
    {
        var made = MadePolicy.OfContainer("""[{"Name": "x", "Config": {}, "Mounts": [{"Source": "/srv/\uFFFC", "RW": true}]}]""");
        Assert.Equal("x_volume_t", made.LinkedLabels.TypeOf("/srv/?"));
        Assert.Null(made.LinkedLabels.TypeOf("/srv/y"));
    }

    [Fact]
    public void A_thousand_damaged_assemblies_are_read_or_refused() => Damage(Assembly.Value, "Greeter.dll", 1_000);

    private static void Damage(byte[] file, string name, int times)
    {
        var random = new Random(20261130);
        for (var i = 0; i < times; i++)
        {
            var damaged = file[..(random.Next(4) == 0 ? random.Next(file.Length) : file.Length)];
            for (var change = random.Next(1, 20); change > 0 && damaged.Length > 0; change--)
            {
                damaged[random.Next(3) == 0 ? random.Next(Math.Min(512, damaged.Length)) : random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var program = ProgramFile.Read("/opt/x/" + name, name, n => n == name ? new MemoryStream(damaged) : null, [], out var problem);
            Assert.True(program is null == problem is not null);
            if (program is not null)
            {
                var text = string.Concat(ServicePolicy.OfProgram(program, new([], []), Target.El9, null, isPermissive: false).Files.Select(f => f.Text + "\n//\n"));
                Assert.DoesNotContain(CSharpSyntaxTree.ParseText(text.Replace("namespace ", "// ", StringComparison.Ordinal)).GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && d.Id is not ("CS1529" or "CS1730"));
            }
        }
    }

    private static ProgramFacts Read(string path, params (string Name, byte[] Bytes)[] files)
    {
        Stream? Open(string name) => files.FirstOrDefault(f => f.Name == name) is { Bytes: { } bytes } ? new MemoryStream(bytes) : null;
        return ProgramFile.Read(path, path[(path.LastIndexOf('/') + 1)..], Open, [.. files.Select(f => f.Name).Where(n => n.EndsWith(".json", StringComparison.Ordinal))], out var problem) ?? throw new InvalidOperationException(problem);
    }

    private static byte[] Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f));
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create("Greeter", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication)).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}

using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Evidence.Tests.Services;

/// <summary>A service with most of what a unit can say, as a policy that is built and linked.</summary>
[Trait("Needs", "toolchain")]
public sealed class GreeterTests
{
    private const string Unit = """
        [Unit]
        Description=Greets <everyone> & answers
        [Service]
        Type=notify
        ExecStartPre=/usr/bin/mkdir -p /var/lib/greeter/new
        ExecStart=/usr/libexec/greeter/greeterd --port 7070
        ExecReload=/bin/kill -HUP $MAINPID
        Environment="ASPNETCORE_URLS=http://*:8080;https://[::]:443"
        User=greeter
        StateDirectory=greeter
        CacheDirectory=greeter
        LogsDirectory=greeter
        ConfigurationDirectory=greeter
        RuntimeDirectory=greeter
        PIDFile=/run/greeter.pid
        ReadWritePaths=/srv/greetings -/var/lib/greeter/old
        EnvironmentFile=-/etc/greeter/environment
        PrivateTmp=yes
        ProtectSystem=strict
        NoNewPrivileges=yes
        AmbientCapabilities=CAP_NET_BIND_SERVICE
        CapabilityBoundingSet=CAP_NET_BIND_SERVICE
        MemoryDenyWriteExecute=yes
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
        BusName=org.example.Greeter
        Restart=on-failure
        """;

    private static readonly EvidenceFile Socket = new("greeter.socket", "[Socket]\nListenStream=/run/greeter/control.sock\nListenDatagram=7071\nListenStream=/run/greeter.sock\n");

    [Theory]
    [InlineData("el8")]
    [InlineData("el9")]
    [InlineData("el10")]
    [InlineData("fedora")]
    [InlineData("debian12")]
    [InlineData("debian13")]
    [InlineData("refpolicy")]
    public async Task It_builds_without_a_warning_and_links_with_the_embedded_base(string target)
    {
        var made = await MadePolicy.Of(Unit, Target.TryGet(target), beside: Socket).HasNoWarnings();
        Assert.DoesNotContain(made.Policy.Notes, n => n.Directive is not null);
        made.Link();
    }

    [Theory]
    [InlineData("el9")]
    [InlineData("debian12")]
    public void Its_program_directories_and_sockets_have_labels_in_the_spelling_of_the_target(string target)
    {
        var made = MadePolicy.Of(Unit, Target.TryGet(target), beside: Socket);
        made.Link();
        foreach (var (path, kind, type) in new[]
        {
            ("/usr/libexec/greeter/greeterd", Kind.File, "greeter_exec_t"), ("/var/lib/greeter/a/b", Kind.File, "greeter_state_t"), ("/var/cache/greeter", Kind.Directory, "greeter_cache_t"),
            ("/var/log/greeter/today", Kind.File, "greeter_log_t"), ("/etc/greeter/settings.json", Kind.File, "greeter_conf_t"), ("/run/greeter", Kind.Directory, "greeter_runtime_t"),
            ("/run/greeter.pid", Kind.File, "greeter_runtime_t"), ("/run/greeter.sock", Kind.Socket, "greeter_runtime_t"), ("/srv/greetings/hello", Kind.File, "greeter_data_t"),
        })
        {
            Assert.Equal(type, made.Labels.TypeOf(path, kind));
        }
    }

    [Fact]
    public void It_may_do_what_the_unit_says_and_with_Debians_base_all_that_takes()
    {
        var policy = MadePolicy.Of(Unit, Target.Debian12, beside: Socket).Link(PolicyBase.Debian, checks: false);

        Assert.Equal("greeter_t", policy.NewType("init_t", "greeter_exec_t", "process"));
        Assert.Equal("greeter_tmp_t", policy.NewType("greeter_t", "tmp_t", "file"));
        Assert.Equal("greeter_runtime_t", policy.NewType("greeter_t", "var_run_t", "file", "greeter.pid"));
        foreach (var (source, target, objects, permissions) in new[]
        {
            ("init_t", "greeter_t", "process", "transition"), ("init_t", "greeter_t", "process2", "nnp_transition"), ("init_t", "greeter_exec_t", "file", "execute"), ("greeter_t", "greeter_exec_t", "file", "entrypoint"),
            ("init_t", "greeter_state_t", "dir", "create setattr mounton"), ("init_t", "greeter_t", "unix_stream_socket", "create bind listen"), ("init_t", "greeter_t", "udp_socket", "create bind"),
            ("init_t", "greeter_runtime_t", "sock_file", "create setattr unlink"), ("init_t", "greeter_runtime_t", "file", "read open"), ("init_t", "greeter_conf_t", "file", "read open"),
            ("init_t", "greeter_conf_t", "dir", "search"), ("init_t", "var_run_t", "dir", "add_name"), ("init_t", "var_t", "dir", "search"),
            ("greeter_t", "greeter_state_t", "file", "create write unlink"), ("greeter_t", "var_lib_t", "dir", "search"), ("greeter_t", "var_t", "dir", "search"), ("greeter_t", "greeter_conf_t", "file", "read open"),
            ("greeter_t", "greeter_port_t", "tcp_socket", "name_bind"), ("greeter_t", "greeter_port_t", "udp_socket", "name_bind"), ("greeter_t", "http_port_t", "tcp_socket", "name_bind"),
            ("greeter_t", "http_cache_port_t", "tcp_socket", "name_bind"), ("greeter_t", "node_t", "tcp_socket", "node_bind"), ("greeter_t", "greeter_t", "capability", "net_bind_service"),
            ("greeter_t", "init_t", "unix_dgram_socket", "sendto"), ("greeter_t", "init_runtime_t", "sock_file", "write"), ("greeter_t", "init_runtime_t", "dir", "search"), ("greeter_t", "init_t", "unix_stream_socket", "write"),
            ("greeter_t", "system_dbusd_t", "dbus", "acquire_svc send_msg"), ("greeter_t", "system_dbusd_runtime_t", "sock_file", "write"), ("greeter_t", "tmp_t", "dir", "add_name write"), ("greeter_t", "greeter_tmp_t", "file", "create"),
            ("greeter_t", "greeter_data_t", "file", "create"),
        })
        {
            Assert.All(permissions.Split(' '), p => Assert.True(policy.Access(source, target, objects, p).IsAllowed, $"{source} {target} {objects} {p}"));
        }

        Assert.False(policy.Access("greeter_t", "greeter_conf_t", "file", "write").IsAllowed);
        Assert.False(policy.Access("greeter_t", "greeter_t", "process", "execmem").IsAllowed);
        Assert.False(policy.Access("greeter_t", "greeter_t", "capability", "sys_admin").IsAllowed);
        Assert.False(policy.Access("greeter_t", "unreserved_port_t", "tcp_socket", "name_bind").IsAllowed);
    }

    [Fact]
    public void What_the_unit_forbids_Debians_base_does_not_give()
    {
        var cil = MadePolicy.Of(Unit, Target.Debian12, beside: Socket);
        Assert.Contains("[NeverAllow<Self>(ProcessPerms.Execmem | ProcessPerms.Execstack | ProcessPerms.Execheap)]", cil.Text, StringComparison.Ordinal);
        Assert.Contains("SysAdmin", cil.Text, StringComparison.Ordinal);
        cil.Link(PolicyBase.Debian);
    }

    [Fact]
    public void Each_rule_has_where_it_comes_from_above_it()
    {
        var text = MadePolicy.Of(Unit, Target.El9, beside: Socket).Text;
        Assert.Contains("    // StateDirectory=greeter (greeter.service:10)\n    [FileContextTree(\"/var/lib/greeter\")]\n", text, StringComparison.Ordinal);
        Assert.Contains("// ListenDatagram=7071 (greeter.socket:3)\n", text, StringComparison.Ordinal);
        Assert.Contains("// NoNewPrivileges=yes (greeter.service:20)\n[DomainTransition<Greeter>(NoNewPrivileges = true)]\n", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Greets &lt;everyone&gt; &amp; answers</summary>\n", text, StringComparison.Ordinal);
        Assert.Contains("[FileContextTree(\"/var/run/greeter\")]", text, StringComparison.Ordinal);
    }
}

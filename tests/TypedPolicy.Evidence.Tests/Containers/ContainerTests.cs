using TypedPolicy.Evidence.Tests.Services;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Evidence.Tests.Containers;

/// <summary>What describes a container becomes a domain that may use what the container is given, and no more.</summary>
public sealed class ContainerTests
{
    private const string Podman =
        """
        [
             {
                  "Id": "7da70fec290d",
                  "Name": "shop",
                  "EffectiveCaps": ["CAP_CHOWN", "CAP_NET_BIND_SERVICE"],
                  "Mounts": [
                       {"Type": "bind", "Source": "/srv/shop", "Destination": "/data", "RW": true},
                       {"Type": "bind", "Source": "/var/log", "Destination": "/logs", "RW": false},
                       {"Type": "bind", "Source": "/etc/pki", "Destination": "/etc/pki", "RW": false},
                       {"Type": "bind", "Source": "/opt/shop/pages", "Destination": "/pages", "RW": false},
                       {"Type": "volume", "Name": "cache", "Source": "/var/lib/containers/storage/volumes/cache/_data", "RW": true}
                  ],
                  "NetworkSettings": {"Ports": {"8080/tcp": [{"HostPort": "80"}], "7071/udp": null}},
                  "HostConfig": {"Devices": [{"PathOnHost": "/dev/dri/card0", "CgroupPermissions": "rwm"}, {"PathOnHost": "/dev/ghost"}], "NetworkMode": "bridge", "Privileged": false}
             }
        ]
        """;

    [Fact]
    public async Task What_podman_prints_becomes_a_domain_with_its_volumes_ports_devices_and_capabilities()
    {
        var made = await MadePolicy.OfContainer(Podman).HasNoWarnings();
        var policy = made.Link();
        foreach (var rule in new (string Target, string Class, string[] Permissions)[]
        {
            ("shop_volume_t", "file", ["read", "write", "create", "unlink"]),
            ("shop_content_t", "file", ["read", "open"]),
            ("cert_t", "file", ["read", "open"]),
            ("http_cache_port_t", "tcp_socket", ["name_bind"]),
            ("shop_port_t", "udp_socket", ["name_bind"]),
            ("dri_device_t", "chr_file", ["read", "write", "ioctl"]),
            ("shop_t", "capability", ["chown", "net_bind_service"]),
        })
        {
            Assert.True(rule.Permissions.All(p => policy.Access("shop_t", rule.Target, rule.Class, p).IsAllowed), $"{rule.Target} {rule.Class}\n{made.Text}");
        }

        foreach (var (target, @class, permission) in new[] { ("shop_content_t", "file", "write"), ("cert_t", "file", "write"), ("shop_t", "capability", "kill") })
        {
            Assert.False(policy.Access("shop_t", target, @class, permission).IsAllowed, $"{target} {@class} {permission}");
        }

        // It comes to its files by mounts.
        Assert.DoesNotContain("var_t", made.Cil, StringComparison.Ordinal);
        Assert.Equal("shop_volume_t", made.Labels.TypeOf("/srv/shop/orders.db"));
        Assert.Equal("shop_content_t", made.Labels.TypeOf("/opt/shop/pages/index.html"));
        Assert.Contains("(typeattributeset container_domain", made.Cil, StringComparison.Ordinal);
        Assert.Contains("/dev/ghost is not known", Assert.Single(made.Policy.Notes).Message, StringComparison.Ordinal);
        Assert.Contains("// mount /srv/shop (container:7)", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_systemd_is_said_of_a_container() => Assert.DoesNotContain("init_t", MadePolicy.OfContainer(Podman).Cil, StringComparison.Ordinal);

    [Fact]
    public async Task A_pod_has_its_host_paths_ports_and_capabilities()
    {
        const string Deployment =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order-desk}
            spec:
              template:
                spec:
                  hostNetwork: true
                  volumes:
                  - name: data
                    hostPath: {path: /srv/orders}
                  - name: scratch
                    emptyDir: {}
                  containers:
                  - name: web
                    ports:
                    - containerPort: 7072
                    securityContext:
                      capabilities: {drop: [ALL], add: [NET_RAW]}
                    volumeMounts:
                    - {name: data, mountPath: /data, readOnly: true}
                    - {name: scratch, mountPath: /scratch}
            """;
        var made = await MadePolicy.OfContainer(Deployment, Target.El10).HasNoWarnings();
        var policy = made.Link();
        Assert.True(policy.Access("order_desk_t", "order_desk_content_t", "file", "read").IsAllowed);
        Assert.False(policy.Access("order_desk_t", "order_desk_content_t", "file", "write").IsAllowed);
        Assert.True(policy.Access("order_desk_t", "order_desk_port_t", "tcp_socket", "name_bind").IsAllowed);
        Assert.True(policy.Access("order_desk_t", "order_desk_t", "capability", "net_raw").IsAllowed);
        Assert.False(policy.Access("order_desk_t", "order_desk_t", "capability", "chown").IsAllowed);
        Assert.Contains("(typeattributeset sandbox_net_domain", made.Cil, StringComparison.Ordinal);
        Assert.Empty(made.Policy.Notes);
    }

    [Fact]
    public async Task One_service_of_a_compose_file_is_chosen()
    {
        const string Compose =
            """
            services:
              web:
                ports: ["127.0.0.1:8443:443"]
                volumes:
                - /srv/web:/data:ro
                - ./here:/here
                - cache:/cache
                cap_drop: [ALL]
              db:
                volumes:
                - {type: bind, source: /srv/db, target: /data}
                devices: ["/dev/kvm:/dev/kvm:r"]
                user: "1000"
            """;
        var web = await MadePolicy.OfContainer(Compose, service: "web").HasNoWarnings();
        Assert.True(web.Link().Access("web_t", "http_port_t", "tcp_socket", "name_bind").IsAllowed);
        Assert.Equal("web_content_t", web.Labels.TypeOf("/srv/web/x"));
        Assert.Contains("./here", Assert.Single(web.Policy.Notes).Message, StringComparison.Ordinal);

        var db = (await MadePolicy.OfContainer(Compose, service: "db").HasNoWarnings()).Link();
        Assert.True(db.Access("db_t", "kvm_device_t", "chr_file", "read").IsAllowed);
        Assert.False(db.Access("db_t", "kvm_device_t", "chr_file", "write").IsAllowed);
        Assert.False(db.Access("db_t", "db_t", "capability", "chown").IsAllowed);
        Assert.Contains("container describes 2 containers: web, db. Choose one with --service.", Problem(Compose), StringComparison.Ordinal);
        Assert.Contains("container has no 'cache'. It has web, db.", Problem(Compose, "cache"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_crictl_and_nerdctl_print_is_read()
    {
        const string Cri = """{"status": {"metadata": {"name": "spool"}, "mounts": [{"hostPath": "/srv/spool", "readonly": false}, {"hostPath": "/var/lib/kubelet/pods/1/etc-hosts", "readonly": false}]}, "info": {"runtimeSpec": {"process": {"capabilities": {"effective": ["CAP_KILL"]}}, "linux": {"namespaces": [{"type": "pid"}, {"type": "ipc"}, {"type": "network"}]}}}}""";
        var spool = (await MadePolicy.OfContainer(Cri).HasNoWarnings()).Link();
        Assert.True(spool.Access("spool_t", "spool_volume_t", "file", "write").IsAllowed);
        Assert.True(spool.Access("spool_t", "spool_t", "capability", "kill").IsAllowed);

        const string Native = """[{"ID": "c1", "Spec": {"ociVersion": "1", "mounts": [{"source": "proc", "type": "proc"}, {"source": "/srv/n", "type": "bind", "options": ["rbind", "ro"]}], "linux": {"devices": [{"path": "/dev/fuse"}]}}}]""";
        var native = (await MadePolicy.OfContainer(Native).HasNoWarnings()).Link();
        Assert.True(native.Access("c1_t", "c1_content_t", "file", "read").IsAllowed);
        Assert.True(native.Access("c1_t", "fuse_device_t", "chr_file", "write").IsAllowed);
    }

    [Theory]
    [InlineData("", "describes no container")]
    [InlineData("{}", "describes no container")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: x}\n", "describes no container")]
    [InlineData("a: [1", "container:")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "64 deep")]
    public void What_is_no_container_is_told(string text, string expected) => Assert.Contains(expected, Problem(text), StringComparison.Ordinal);

    [Fact]
    public void Debian_has_no_types_of_containers() => Assert.Contains("--target", Problem(Podman, target: Target.Debian12), StringComparison.Ordinal);

    [Fact]
    public void Privileges_of_the_host_are_notes_and_no_rules()
    {
        var made = MadePolicy.OfContainer("""[{"Name": "tool", "HostConfig": {"Privileged": true, "PidMode": "host", "IpcMode": "host", "CapAdd": ["ALL", "SYS_MODULE"]}, "Mounts": [{"Source": "/", "RW": true}, {"Source": "/run/docker.sock", "RW": true}]}]""");
        string[] expected = ["spc_t", "processes of the host", "shared memory", "all capabilities", "CAP_SYS_MODULE is kept", "No label was made", "as mighty as root"];
        Assert.All(expected, text => Assert.Contains(made.Policy.Notes, n => n.Message.Contains(text, StringComparison.Ordinal)));
        Assert.DoesNotContain("connectto", made.Cil, StringComparison.Ordinal);
    }

    private static string Problem(string text, string? service = null, Target? target = null)
    {
        Assert.Null(ServicePolicy.OfContainer(new("container", text), service, target ?? Target.El9, null, null, isPermissive: false, out var problem));
        return problem!;
    }
}

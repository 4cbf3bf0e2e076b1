using Gravitational.Policy;

namespace TypedPolicy.Testing.Tests;

/// <summary>What assertions say when they fail, about Gravity with the embedded base.</summary>
[Trait("Needs", "toolchain")]
public sealed class PolicyUnderTestTests(PolicyFixture<Gravity> fixture) : IClassFixture<PolicyFixture<Gravity>>
{
    private readonly PolicyUnderTest _policy = fixture.Policy;

    [Fact]
    public void A_permission_that_is_missing_is_named_with_those_that_are_there()
    {
        var message = Message(() => _policy.Allows<Gravity, GravityPort>(TcpSocketPerms.NameBind | TcpSocketPerms.Accept));
        Assert.StartsWith("gravity_t is not allowed accept on gravity_port_t (tcp_socket). It has name_bind, name_connect, but not accept. Nearest:\n", message, StringComparison.Ordinal);
        Assert.True(message.Contains("allow gravity_t gravity_port_t:tcp_socket name_bind; — Domains/Gravity.cs:", StringComparison.Ordinal), message);
        Assert.DoesNotContain("may not name_bind", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boolean_that_is_off_is_named_and_can_be_set()
    {
        var message = Message(() => _policy.Allows<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read));
        Assert.Contains("gravity_kubernetes_use_nfs is off:\n  allow gravity_kubernetes_t nfs_t:file ", message, StringComparison.Ordinal);
        _policy.With<GravityKubernetesUseNfs>(true).Allows<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read);
        Message(() => _policy.Allows<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read));
    }

    [Fact]
    public void What_is_allowed_and_should_not_be_names_the_rule()
    {
        _policy.Denies<Gravity, Homes.UserContent>(FilePerms.Read);
        Assert.Contains("Allowed by\n  allow gravity_t gravity_port_t:tcp_socket name_bind; — Domains/Gravity.cs:", Message(() => _policy.Denies<Gravity, GravityPort>(TcpSocketPerms.NameBind)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_stands_for_each_of_its_types()
    {
        _policy.Allows<IGravityDomain, GravityPort>(TcpSocketPerms.NameBind);
        Assert.StartsWith("gravity_t is not allowed read on user_home_t (file).", Message(() => _policy.Allows<IGravityDomain, Homes.UserContent>(FilePerms.Read)), StringComparison.Ordinal);
        Assert.StartsWith("gravity_installer_t is allowed read on user_home_t (file). Allowed by\n", Message(() => _policy.Denies<IGravityDomain, Homes.UserContent>(FilePerms.Read)), StringComparison.Ordinal);
        _policy.Denies<IGravityDomain, SELinux.Security>(SecurityPerms.Setenforce);
    }

    [Fact]
    public void What_must_never_be_allowed_is_found_also_under_a_boolean_that_is_off()
    {
        _policy.Denies<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read);
        Assert.Contains("gravity_kubernetes_t must never have this on nfs_t:\n  allow gravity_kubernetes_t nfs_t:file ", Message(() => _policy.NeverAllows<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read)), StringComparison.Ordinal);
        _policy.NeverAllows<IGravityDomain, SELinux.Security>(SecurityPerms.Setenforce);
        _policy.NeverAllows<Gravity, Self>(ProcessPerms.Execmem);
        Assert.Contains("gravity_kubernetes_t must never have this on self:", Message(() => _policy.NeverAllows<GravityKubernetes, Self>(RawipSocketPerms.Create)), StringComparison.Ordinal);
    }

    [Fact]
    public void Transitions_labels_members_and_ways_say_what_they_are()
    {
        _policy.Transition<GravityContainerInit, GravityKubernetes.Exec>().Is<GravityKubernetes>();
        Assert.Equal("what gravity_container_init_t starts from gravity_kubernetes_exec_t runs as: gravity_kubernetes_t. Expected: gravity_t (Gravity).", Message(() => _policy.Transition<GravityContainerInit, GravityKubernetes.Exec>().Is<Gravity>()));
        Assert.Equal("/usr/bin/gravity is labelled by '/usr/bin/gravity': gravity_exec_t. Expected: none.", Message(() => _policy.LabelOf("/usr/bin/gravity", FileKind.File).IsNone()));
        _policy.LabelOf("/nowhere").IsNone();
        _policy.MembersOf<IGravityDomain>().Include<Gravity>().DoNotInclude<GravityKubernetes>().Are(typeof(Gravity), typeof(GravityInstaller));
        Assert.Contains("missing: gravity_kubernetes_t; unexpected: gravity_installer_t", Message(() => _policy.MembersOf<IGravityDomain>().Are(typeof(Gravity), typeof(GravityKubernetes))), StringComparison.Ordinal);
        _policy.Path<GravityContainerInit, GravityKubernetes>().IsPossible();
        Assert.StartsWith("Transitions lead from gravity_container_init_t to gravity_kubernetes_t:\n", Message(() => _policy.Path<GravityContainerInit, GravityKubernetes>().IsImpossible()), StringComparison.Ordinal);
        Assert.Equal("No transitions lead from gravity_kubernetes_t to gravity_installer_t.", Message(() => _policy.Path<GravityKubernetes, GravityInstaller>().IsPossible()));
        Assert.Contains("→", Message(() => _policy.Flow<GravitySecrets, GravityLog>().IsImpossible()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_reached_through_the_directories_above_it()
    {
        const string Key = "/var/lib/gravity/secrets/ca.key";
        _policy.Allows<GravityKubernetes>(Key, FilePerms.Read | FilePerms.Open);
        _policy.Denies<GravityContainerLogger>(Key, FilePerms.Read);
        Assert.StartsWith($"{Key}: gravity_kubernetes_t is allowed read on gravity_secrets_t (file). Allowed by\n", Message(() => _policy.Denies<GravityKubernetes>(Key, FilePerms.Read)), StringComparison.Ordinal);
        _policy.LabelOf(Key, FileKind.File, reachedBy: typeof(GravityKubernetes)).Is<GravitySecrets>();
        Assert.Contains(
            "gravity_container_logger_t cannot search the directory /var/lib/gravity/secrets, which is gravity_secrets_t: no rule grants it. Add [Allow<GravitySecrets>(DirPerms.Search)]",
            Message(() => _policy.LabelOf(Key, FileKind.File, reachedBy: typeof(GravityContainerLogger)).Is<GravitySecrets>()),
            StringComparison.Ordinal);
        _policy.LabelOf(Key, FileKind.File, reachedBy: typeof(GravityContainerLogger)).IsNone();
        _policy.LabelOf(Key, FileKind.File).Is<GravitySecrets>();
        Assert.Contains("has no label as sock_file", Message(() => _policy.Allows<GravityKubernetes>("/nowhere", SockFilePerms.Write)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_below_a_directory_that_may_not_be_searched_is_not_started()
    {
        const string Program = "/var/lib/gravity/secrets/tool";
        _policy.DomainOf(Program, startedBy: typeof(GravityKubernetes)).Is<GravityKubernetes>();
        Assert.Contains("cannot search the directory /var/lib/gravity/secrets", Message(() => _policy.DomainOf(Program, startedBy: typeof(GravityContainerLogger)).Is<GravityContainerLogger>()), StringComparison.Ordinal);
        _policy.DomainOf(Program, startedBy: typeof(GravityContainerLogger)).IsNone();

        // What is above a container's root does not concern the container, and of domains of others the small base knows nothing.
        _policy.DomainOf(Program, startedBy: typeof(GravityContainerLogger), root: Program).Is<GravityContainerLogger>();
        _policy.DomainOf(Program, startedBy: typeof(Systemd.Init)).Is<Systemd.Init>();
    }

    [Fact]
    public void Ioctl_requests_are_asked_by_number()
    {
        _policy.Allows<GravityService, Devices.TunTap>(ChrFilePerms.Ioctl);
        _policy.AllowsIoctl<GravityService, Devices.TunTap, ChrFilePerms>("0x54ca-0x54cd, 0x54d2");
        _policy.DeniesIoctl<GravityService, Devices.TunTap, ChrFilePerms>("0x54ce, 0x5401");
        Assert.Equal(
            "gravity_service_t may not make the ioctl request 0x54cd-0x54ce of tun_tap_device_t as chr_file: a rule grants ioctl, but extended permissions allow only the requests 0x54ca-0x54cd, 0x54d2.",
            Message(() => _policy.AllowsIoctl<GravityService, Devices.TunTap, ChrFilePerms>("0x54cd-0x54ce")));
        Assert.StartsWith("gravity_service_t may make the ioctl request 0x54cd of tun_tap_device_t", Message(() => _policy.DeniesIoctl<GravityService, Devices.TunTap, ChrFilePerms>("0x54cd-0x54ce")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _policy.AllowsIoctl<GravityService, Devices.TunTap, ChrFilePerms>("0x12345"));
    }

    [Fact]
    public void A_version_that_removes_widens_or_leaves_is_told_with_the_list()
    {
        var folder = Directory.CreateTempSubdirectory("typedpolicy-");
        try
        {
            var cil = System.Text.Encoding.UTF8.GetString(_policy.Modules.Single().Content.Span);
            var earlier = Path.Combine(folder.FullName, "gravity.cil");
            File.WriteAllText(earlier, cil);
            _policy.KeepsApiOf(earlier);

            // Before: a type more, a member more, and less access.
            File.WriteAllText(earlier, cil.Replace("(allow gravity_t gravity_port_t (tcp_socket (name_bind)))\n", "", StringComparison.Ordinal) + "(type gravity_old_t)\n(roletype object_r gravity_old_t)\n(typeattributeset gravity_domain (gravity_service_t))\n");
            Assert.Equal(
                [
                    "removed: type gravity_old_t",
                    "lost: gravity_service_t in attribute gravity_domain",
                    "widened: gravity_t gravity_port_t:tcp_socket { name_bind }",
                ],
                PolicyApi.Broken(_policy, earlier));
            Assert.StartsWith("3 promises of gravity.cil are broken:\n", Message(() => _policy.KeepsApiOf(earlier)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Any_number_of_threads_may_ask()
    {
        var failures = 0;
        Parallel.For(0, 200, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            _policy.With<GravityKubernetesUseNfs>(i % 2 == 0).Transition<GravityContainerInit, GravityKubernetes.Exec>().Is<GravityKubernetes>();
            try
            {
                _policy.With<GravityKubernetesUseNfs>(i % 2 == 0).Allows<GravityKubernetes, Filesystems.Nfs>(FilePerms.Read);
            }
            catch (PolicyAssertionException)
            {
                Interlocked.Increment(ref failures);
            }
        });
        Assert.Equal(100, failures);
    }

    [Fact]
    public void Fixtures_that_ask_for_the_same_policy_share_it_whichever_of_its_classes_they_name()
    {
        Assert.Same(_policy, new PolicyFixture<Gravity>().Policy);
        Assert.Same(_policy, new PolicyFixture<GravityInstaller>().Policy);
        Assert.Same(_policy, new ForEl9().Policy);
        Assert.NotSame(_policy, new PolicyFixture<ContainerTypes.Policy.ContainerT>().Policy);
    }

    [Fact]
    public void Exceptions_are_all_that_a_test_framework_sees() =>
        Assert.DoesNotContain(typeof(PolicyUnderTest).Assembly.GetReferencedAssemblies(), r => r.Name is { } name && (name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("nunit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Microsoft.VisualStudio", StringComparison.Ordinal)));

    [Fact]
    public void A_target_that_is_unknown_is_refused_with_those_that_are_not() =>
        Assert.Contains("debian12, debian13, el10, el8", Assert.Throws<ArgumentException>(() => PolicyUnderTest.Of<Gravity>(target: "rhel")).Message, StringComparison.Ordinal);

    private sealed class ForEl9 : PolicyFixture<GravityKubernetes>
    {
        protected override string? Target => "el9";
    }

    private static string Message(Action assertion) => Assert.Throws<PolicyAssertionException>(assertion).Message;
}

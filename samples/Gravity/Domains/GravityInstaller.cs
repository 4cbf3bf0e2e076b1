using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The installer: it brings a cluster to a node, extends it and upgrades it. It reads the home directory that it was
/// unpacked in, loads this policy, and puts programs on the node; it never runs them: systemd does.
/// </summary>
[Domain, Role<SystemR>]
[FileContext<GravityInstaller.Exec>("/usr/local/share/gravity/gravity", FileKind.File)]
[FileContextTree<GravityInstaller.Tmp>("/var/tmp/gravity-installer")]
[Allow<GravityInstallPort>(TcpSocketPerms.NameBind)]
[Allow<GravityPort>(TcpSocketPerms.NameBind)]                   // checks that they are free
[Allow<GravityKubernetesPort>(TcpSocketPerms.NameBind)]
[Allow<GravityVxlanPort>(UdpSocketPerms.NameBind)]

// The home directory of the user who installs.
[Allow<Homes.Root>(DirPerms.SearchSet)]
[ReadTree<Homes.UserContent>]
[CreateNamed<Homes.UserDirectory, GravityHome>(".gravity", typeof(DirPerms))]
[CreateNamed<Homes.UserContent, GravityHome>(".gravity", typeof(DirPerms))]
[TypeTransition<GravityHome, GravityInstaller.Report>(typeof(FilePerms), Name = "crashreport.tgz")]

// Loading the policy: semodule writes the store, load_policy or the installer itself hands it to the kernel.
[DomainTransition<SELinux.SemanageExecutable, SELinux.Semanage>]
[DomainTransition<SELinux.LoadPolicyExecutable, SELinux.LoadPolicy>]
[Allow<SELinux.Security>(FilePerms.WriteSet, SecurityPerms.ComputeCreate | SecurityPerms.CheckContext)]
[AuditAllow<SELinux.Security>(SecurityPerms.LoadPolicy)]

// What it puts on the node, with the right label from the start.
[ManageTree<IGravityInstalledExecutable>]
[Allow<IGravityInstalledExecutable>(FilePerms.Relabel, LnkFilePerms.Relabel)]
[NeverAllow<IGravityInstalledExecutable>(FilePerms.Execute | FilePerms.ExecuteNoTrans)]
[ManageTree<GravityContainerFile>]
[Allow<GravityContainerFile>(DirPerms.Relabel, FilePerms.Relabel, LnkFilePerms.Relabel, ChrFilePerms.Manage, BlkFilePerms.Manage)]
[Allow<Self>(CapabilityPerms.Mknod)]                            // planet's root has devices in it
[ManageTree<GravityContainerLibrary>]
[Allow<GravityContainerLibrary>(DirPerms.Relabel, FilePerms.Relabel, LnkFilePerms.Relabel)]
[Allow<Files.Bin>(DirPerms.Rw, LnkFilePerms.Delete)]
[TypeTransition<Files.Bin, Gravity.Exec>(typeof(FilePerms))]    // no name: the file is written under another one, then renamed
[TypeTransition<Files.Bin, GravityKubernetes.Exec>(typeof(LnkFilePerms), Name = "kubectl")]
[TypeTransition<Files.Bin, GravityKubernetes.Exec>(typeof(LnkFilePerms), Name = "helm")]
[Allow<GravityUnitFile>(FilePerms.Manage, LnkFilePerms.Manage)]
[TypeTransition<GravityHome, GravityUnitFile>(typeof(FilePerms), Name = "gravity-agent.service")]
[TypeTransition<GravityHome, GravityUnitFile>(typeof(FilePerms), Name = "gravity-installer.service")]
[CreateNamed<Files.Etc, Files.EtcRuntime>("gravity.conf", typeof(FilePerms))]      // in modules-load.d and sysctl.d
[Allow<Files.EtcRuntime>(FilePerms.Manage)]

// The service user.
[DomainTransition<Tools.UseraddExecutable, Tools.Useradd>]
[DomainTransition<Tools.GroupaddExecutable, Tools.Groupadd>]
[Justified("TP5004", "Bringing the policy to the node is the installer's task; the base policy's secure mode still rules it.")]
[Justified("TP5008", "The base lets only members of can_load_policy load policy, which is the installer's task.")]
[Justified("TP5007", "An upgrade takes away links in /usr/bin that older releases made, and those have the type of the directory.")]
public sealed partial class GravityInstaller : GravityDomainTemplate<GravityInstaller>, SELinux.ICanLoadPolicy
{
    /// <summary>What a failed operation leaves for the people who look into it.</summary>
    [FileType]
    [FileContext("/usr/local/share/gravity/crashreport.tgz", FileKind.File)]
    [FileContext("HOME_DIR/.gravity/crashreport.tgz", FileKind.File)]
    [AllowFrom<Owner>(FilePerms.Manage)]
    public sealed class Report;

    /// <summary>Nobody loads a policy while the administrator has closed that door.</summary>
    [IfNot<SELinux.SecureModePolicyLoad>, Allow<SELinux.Security>(SecurityPerms.LoadPolicy)]
    private static class WhilePoliciesMayBeLoaded;

    /// <summary>Unit files, and the administrator's home, have types of their own there.</summary>
    [Optional]
    [Allow<Systemd.UnitFile>(DirPerms.Rw)]
    [TypeTransition<Systemd.UnitFile, GravityUnitFile>(typeof(FilePerms), Name = "gravity-agent.service")]
    [TypeTransition<Systemd.UnitFile, GravityUnitFile>(typeof(LnkFilePerms), Name = "gravity-installer.service")]
    [Allow<Homes.AdministratorDirectory>(DirPerms.Rw, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
    [TypeTransition<Homes.AdministratorDirectory, GravityHome>(typeof(DirPerms), Name = ".gravity")]
    private static class OnEnterpriseLinux;

    /// <summary>The same for the name that Debian gives unit files.</summary>
    [Optional]
    [Allow<Systemd.Unit>(DirPerms.Rw)]
    [TypeTransition<Systemd.Unit, GravityUnitFile>(typeof(FilePerms), Name = "gravity-agent.service")]
    [TypeTransition<Systemd.Unit, GravityUnitFile>(typeof(LnkFilePerms), Name = "gravity-installer.service")]
    private static class OnDebian;
}

using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>systemd as the host's init.</summary>
public static class Systemd
{
    /// <summary>The host's init.</summary>
    [External("init_t")]
    public sealed class Init;

    /// <summary>Its files and sockets in /run.</summary>
    [External("init_var_run_t")]
    public sealed class Runtime;

    /// <summary>Unit files in general, under the name that EL and Fedora give them.</summary>
    [External("systemd_unit_file_t")]
    public sealed class UnitFile;

    /// <summary>Unit files in general, under the name that Debian and the reference policy give them.</summary>
    [External("systemd_unit_t")]
    public sealed class Unit;

    /// <summary>The types of unit files, on EL and Fedora.</summary>
    [External("systemd_unit_file_type")]
    public interface IUnitFile;

    /// <summary>The types of unit files, on Debian and in the reference policy.</summary>
    [External("systemdunit")]
    public interface IUnit;

    /// <summary>systemctl, on EL and Fedora; an ordinary program elsewhere.</summary>
    [External("systemd_systemctl_exec_t")]
    public sealed class Systemctl;

    /// <summary>The domains that init starts: they may use the sockets and descriptors that it hands them.</summary>
    [External("daemon")]
    public interface IDaemon;
}

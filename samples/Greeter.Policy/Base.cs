using TypedPolicy;

namespace Greetings.Policy;

/// <summary>Types of the base policy.</summary>
public static class Base
{
    /// <summary>systemd.</summary>
    [External("init_t")]
    public sealed class Init;

    /// <summary>/usr and /opt.</summary>
    [External("usr_t")]
    public sealed class Usr;

    /// <summary>/var.</summary>
    [External("var_t")]
    public sealed class Var;

    /// <summary>/var/lib.</summary>
    [External("var_lib_t")]
    public sealed class VarLib;

    /// <summary>/run.</summary>
    [External("var_run_t")]
    public sealed class Run;

    /// <summary>Any address of the machine.</summary>
    [External("node_t")]
    public sealed class AnyAddress;
}

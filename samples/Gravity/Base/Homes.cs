using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The users' home directories.</summary>
public static class Homes
{
    /// <summary>/home.</summary>
    [External("home_root_t")]
    public sealed class Root;

    /// <summary>A user's home directory.</summary>
    [External("user_home_dir_t")]
    public sealed class UserDirectory;

    /// <summary>What is in it.</summary>
    [External("user_home_t")]
    public sealed class UserContent;

    /// <summary>/root, where the base policy has a type for it (EL, Fedora).</summary>
    [External("admin_home_t")]
    public sealed class AdministratorDirectory;
}

namespace TypedPolicy.Model.Targets;

/// <summary>What a declared type is for; it decides which attributes of the base policy it joins.</summary>
public enum TypeKind
{
    /// <summary>A type that joins nothing.</summary>
    Policy,

    /// <summary>A process domain.</summary>
    Domain,

    /// <summary>A type of files.</summary>
    File,

    /// <summary>A type of network ports.</summary>
    Port,

    /// <summary>A type of network nodes.</summary>
    Node,

    /// <summary>A type of network interfaces.</summary>
    Netif,

    /// <summary>A type of whole filesystems.</summary>
    Filesystem,

    /// <summary>A type of executables that enter a domain.</summary>
    Executable,
}

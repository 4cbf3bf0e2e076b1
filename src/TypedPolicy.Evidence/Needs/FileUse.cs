namespace TypedPolicy.Evidence.Needs;

/// <summary>What files of a service are for: each use has a type of its own.</summary>
internal enum FileUse
{
    /// <summary>Its program.</summary>
    Exec,

    /// <summary>What it keeps in /var/lib.</summary>
    State,

    /// <summary>What it can make anew.</summary>
    Cache,

    /// <summary>Its logs.</summary>
    Log,

    /// <summary>Its settings, which it reads.</summary>
    Conf,

    /// <summary>What is gone when the machine stops: sockets, and files with its process id.</summary>
    Runtime,

    /// <summary>Its files in /tmp and /var/tmp.</summary>
    Tmp,

    /// <summary>Other files that it reads and writes.</summary>
    Data,

    /// <summary>What a container is given to write.</summary>
    Volume,

    /// <summary>What a container is given to read.</summary>
    Content,
}

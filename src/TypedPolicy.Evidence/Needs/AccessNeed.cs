using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Needs;

/// <summary>Who gets access.</summary>
internal enum Holder
{
    /// <summary>The service.</summary>
    Service,

    /// <summary>systemd.</summary>
    Systemd,
}

/// <summary>Access that is needed, or that nobody is to give.</summary>
/// <param name="Holder">Who gets it.</param>
/// <param name="Target">What it is to.</param>
/// <param name="Permissions">The permissions as C# writes them: <c>TcpSocketPerms.NameBind</c>.</param>
/// <param name="Reason">Where it is declared.</param>
/// <param name="IsForbidden">Whether it is forbidden.</param>
internal sealed record AccessNeed(Holder Holder, AccessTarget Target, IReadOnlyList<string> Permissions, Reason Reason, bool IsForbidden = false);

/// <summary>What access is to: a type of the base, files or a port of the service, or itself.</summary>
/// <param name="BaseType">A type of the base.</param>
/// <param name="Use">Files of the service.</param>
/// <param name="IsOwnPort">Whether it is the service's own port.</param>
/// <param name="BaseAttribute">An attribute of the base.</param>
internal sealed record AccessTarget(string? BaseType = null, FileUse? Use = null, bool IsOwnPort = false, string? BaseAttribute = null)
{
    /// <summary>The service itself.</summary>
    public static AccessTarget Self { get; } = new();

    /// <summary>The service's own port.</summary>
    public static AccessTarget OwnPort { get; } = new(IsOwnPort: true);

    /// <summary>All types of an attribute of the base.</summary>
    public static AccessTarget Attribute(string attribute) => new(BaseAttribute: attribute);

    /// <summary>A type of the base.</summary>
    public static implicit operator AccessTarget(string baseType) => new(BaseType: baseType);

    /// <summary>Files of the service.</summary>
    public static implicit operator AccessTarget(FileUse use) => new(Use: use);
}

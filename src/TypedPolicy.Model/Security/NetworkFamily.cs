namespace TypedPolicy.Model.Security;

/// <summary>A family of network addresses.</summary>
public enum NetworkFamily
{
    /// <summary>IPv4.</summary>
    IPv4 = 4,

    /// <summary>IPv6.</summary>
    IPv6 = 6,
}

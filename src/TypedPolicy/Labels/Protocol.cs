namespace TypedPolicy;

/// <summary>A transport protocol with ports.</summary>
public enum Protocol
{
    /// <summary>TCP.</summary>
    Tcp = 0,

    /// <summary>UDP.</summary>
    Udp = 1,

    /// <summary>DCCP.</summary>
    Dccp = 2,

    /// <summary>SCTP.</summary>
    Sctp = 3,
}

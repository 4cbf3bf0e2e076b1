namespace TypedPolicy;

/// <summary>The base attribute of every type of network interfaces.</summary>
[External("netif_type")]
public interface INetifType;

namespace TypedPolicy;

/// <summary>The base attribute of every port type.</summary>
[External("port_type")]
public interface IPortType;

namespace TypedPolicy;

/// <summary>The base attribute of every type of network hosts.</summary>
[External("node_type")]
public interface INodeType;

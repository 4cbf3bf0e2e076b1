namespace TypedPolicy;

/// <summary>The base attribute of every domain.</summary>
[External("domain")]
public interface IDomain;

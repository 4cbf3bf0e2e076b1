using TypedPolicy;

namespace Contoso.Policy;

/// <summary>Lets the service connect to servers outside the cluster.</summary>
[PolicyBoolean]
public sealed class InventoryFetchPrices;

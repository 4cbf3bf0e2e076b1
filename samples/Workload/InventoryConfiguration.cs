using TypedPolicy;

namespace Contoso.Policy;

/// <summary>The service's configuration on the node: mounted into its pods, read and never written.</summary>
[FileType("inventory_etc_t")]
[FileContextTree("/etc/inventory")]
[NeverAllowFrom<Inventory>(FilePerms.Write | FilePerms.Append | FilePerms.Create | FilePerms.Unlink)]
public sealed class InventoryConfiguration;

using Gravitational.Policy;
using TypedPolicy;

namespace Contoso.Policy;

/// <summary>The backup job: it reads the service's volume, and writes to one of its own.</summary>
[Domain, Role<SystemR>]
[FileContext<InventoryBackup.Exec>("/opt/inventory/bin/inventory-backup", FileKind.File)]
[FileContextTree<InventoryBackup.Storage>("/srv/inventory-backup")]
[ReadTree<Inventory.Storage>]
[GravityStreamConnect]                                      // asks planet whether this node leads
[NeverAllow<Inventory.Storage>(FilePerms.Write | FilePerms.Append | FilePerms.Unlink)]
public sealed class InventoryBackup : GravityWorkloadTemplate<InventoryBackup>;

using Gravitational.Policy;
using TypedPolicy;

namespace Contoso.Policy;

/// <summary>
/// The inventory service: a workload on a Gravity cluster, in a domain of its own and with a volume that no other container
/// can open. The domain, its executable and the type of the volume come from Gravity's template.
/// </summary>
[Domain, Role<SystemR>]
[FileContextTree<Inventory.Exec>("/opt/inventory/bin", FileKind.File)]
[FileContextTree<Inventory.Storage>("/srv/inventory")]
[FileContextTree<Inventory.Import>("/srv/inventory/import")]
[Allow<Inventory.Storage>(FilePerms.Rename | FilePerms.Lock)]
[TypeTransition<Inventory.Storage, Inventory.Import>(typeof(DirPerms), Name = "import")]
[Allow<InventoryPort>(TcpSocketPerms.NameBind | TcpSocketPerms.NameConnect)]
[Allow<GravityPort>(TcpSocketPerms.NameConnect)]            // signs in through the cluster's proxy
[ReadTree<InventoryConfiguration>]
public sealed class Inventory : GravityWorkloadTemplate<Inventory>
{
    /// <summary>Where partners leave their lists: on the volume, and never executed.</summary>
    [FileType]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    [NeverAllowFrom<Owner>(FilePerms.Execute)]
    public sealed class Import;

    /// <summary>Prices are fetched from a supplier's server, which listens where it likes.</summary>
    [If<InventoryFetchPrices>, Allow<IPortType>(TcpSocketPerms.NameConnect)]
    private static class WhenFetchingPrices;
}

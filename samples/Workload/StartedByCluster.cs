using Gravitational.Policy;
using TypedPolicy;

namespace Contoso.Policy;

/// <summary>
/// Jobs of the cluster start the service's programs in the service's domain. The rules have a subject of Gravity's: it takes
/// no change to Gravity to add them.
/// </summary>
[RulesFor<GravityContainer>]
[Allow<Files.Bin>(DirPerms.SearchSet)]                      // the type of /opt/inventory/bin itself
[DomainTransition<Inventory.Exec, Inventory>(NoNewPrivileges = true)]
public static class StartedByCluster;

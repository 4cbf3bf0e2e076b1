using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// Lets the subject manage a volume that one workload keeps its data on. With a type of its own a volume is closed to
/// all other containers, which <c>container_file_t</c> is not.
/// </summary>
/// <typeparam name="TVolume">The type of the volume.</typeparam>
[PolicyInterface]
[ManageTree<Arg1>]
[Allow<Arg1>(FilePerms.Map)]
public sealed class UseVolumesAttribute<TVolume> : PolicyInterfaceAttribute;

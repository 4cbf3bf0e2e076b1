using TypedPolicy;

namespace Example.Policy;

// What the base policy declares.
[External("container_domain")]
public interface IContainerDomain;

[External("container_file_t")]
public sealed class ContainerFile;

[External("mcs_constrained_type")]
public interface IConstrainedByCategories;

[External("node_t")]
public sealed class AnyAddress;

[External("var_lib_t")]
public sealed class VarLib;

[External("var_t")]
public sealed class Var;

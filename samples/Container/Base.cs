using TypedPolicy;

namespace ContainerTypes.Policy;

/// <summary>
/// The domains that categories mean something to: Debian's constraints compare the categories of a process with those of what it accesses for the
/// members of this attribute, and for nobody else.
/// </summary>
[External("mcs_constrained_type")]
public interface IConstrainedByCategories;

/// <summary>/var.</summary>
[External("var_t")]
public sealed class Var;

/// <summary>/var/lib.</summary>
[External("var_lib_t")]
public sealed class VarLib;

/// <summary>Every address that has no type of its own.</summary>
[External("node_t")]
public sealed class AnyAddress;

/// <summary>Directories that a file system is mounted on.</summary>
[External("mountpoint")]
public interface IMountPoint;

/// <summary>Files in /run.</summary>
[External("pidfile")]
public interface IRuntimeFile;

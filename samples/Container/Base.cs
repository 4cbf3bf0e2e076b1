using TypedPolicy;

namespace ContainerTypes.Policy;

/// <summary>Directories that a file system is mounted on.</summary>
[External("mountpoint")]
public interface IMountPoint;

/// <summary>Files in /run.</summary>
[External("pidfile")]
public interface IRuntimeFile;

using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The programs that the installer puts on a node: all but the installer itself.</summary>
[TypeAttribute, Include<IGravityExecutable>, Exclude<GravityInstaller.Exec>]
public interface IGravityInstalledExecutable;

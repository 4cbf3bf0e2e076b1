using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Gravity's sockets on the host: the installer's, that its clients talk to.</summary>
[FileType]
[FileContextTree("/var/run/gravity")]
[FileContext("/usr/local/share/gravity/installer.sock", FileKind.Socket)]
[FileContext("HOME_DIR/.gravity/installer.sock", FileKind.Socket)]
public sealed class GravityVarRun : Files.IRuntime;

using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The logs of Gravity's operations.</summary>
[FileType]
[FileContext("/var/log/gravity-install.log", FileKind.File)]
[FileContext("/var/log/gravity-system.log", FileKind.File)]
public sealed class GravityLog : Files.ILog;

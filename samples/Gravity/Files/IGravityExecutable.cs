using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Every program of Gravity and of planet.</summary>
[TypeAttribute]
public interface IGravityExecutable;

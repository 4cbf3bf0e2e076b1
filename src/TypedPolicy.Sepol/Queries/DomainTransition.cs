using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Queries;

/// <summary>A way into a domain by an executable.</summary>
/// <param name="Executable">The type of the executable.</param>
/// <param name="IsAutomatic">Whether a <c>type_transition</c> makes it; otherwise the domain must ask for it.</param>
/// <param name="Rules">The rules that let the source execute it and the target begin with it, and the transition.</param>
public sealed record DomainEntrypoint(string Executable, bool IsAutomatic, ImmutableArray<PolicyRule> Rules);

/// <summary>One step from a domain into another.</summary>
/// <param name="Source">The domain that changes.</param>
/// <param name="Target">The domain that it becomes.</param>
/// <param name="Entrypoints">The executables by which it can; none where it only can without one.</param>
/// <param name="IsDynamic">Whether it can without executing anything.</param>
/// <param name="Rules">The rules that let it change at all.</param>
public sealed record DomainTransition(string Source, string Target, ImmutableArray<DomainEntrypoint> Entrypoints, bool IsDynamic, ImmutableArray<PolicyRule> Rules);

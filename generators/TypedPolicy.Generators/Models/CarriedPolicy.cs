using TypedPolicy.Model;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Generators.Models;

/// <summary>What an assembly carries.</summary>
/// <param name="Module">The module.</param>
/// <param name="Version">Its version, or nothing.</param>
/// <param name="Declarations">What it declares, a line each.</param>
/// <param name="Artifacts">The policy files.</param>
internal sealed record CarriedPolicy(string Module, string Version, string Declarations, EquatableArray<Artifact> Artifacts);

/// <summary>A policy file.</summary>
/// <param name="Path">Its path below the policy folder.</param>
/// <param name="Parts">Its text, in order; a part may belong to some targets only.</param>
internal sealed record Artifact(string Path, EquatableArray<TextPart> Parts);

/// <summary>An error that blocks the policy.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Place">The place, where there is one.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record Problem(string Id, Place? Place, string Message);

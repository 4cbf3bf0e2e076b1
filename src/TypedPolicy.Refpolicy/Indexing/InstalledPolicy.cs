using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>A policy as a machine has it installed, read by anyone who has its files.</summary>
/// <param name="Modules">Its modules, all of them: what they do not declare does not exist.</param>
/// <param name="FileContexts">The text of <c>file_contexts</c>; empty where there is none.</param>
/// <param name="Substitutions">The text of <c>file_contexts.subs_dist</c>; empty where there is none.</param>
public sealed record InstalledPolicy(ImmutableArray<InstalledModule> Modules, string FileContexts, string Substitutions)
{
    /// <summary>The version of the kernel policy that is loaded; null where there is none.</summary>
    public int? PolicyVersion { get; init; }

    /// <summary>Whether <c>semodule</c> checks neverallow rules; null where that is unknown.</summary>
    public bool? ExpandCheck { get; init; }
}

/// <summary>A module of an installed policy.</summary>
/// <param name="Name">Its name: <c>base</c>, <c>netutils</c>.</param>
/// <param name="Cil">Its text: what the store keeps, or what libsepol makes of a package. Neverallow rules are in it, which a linked policy has lost.</param>
public sealed record InstalledModule(string Name, string Cil);

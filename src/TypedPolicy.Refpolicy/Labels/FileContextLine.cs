using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Labels;

/// <summary>A line of a <c>.fc</c> file, or a macro that holds lines.</summary>
public abstract record FileContextItem
{
    /// <summary>Where it starts, in the text that was read.</summary>
    public int Start { get; init; }
}

/// <summary><c>/usr/bin/gravity -- gen_context(system_u:object_r:gravity_exec_t,s0)</c></summary>
/// <param name="Path">The pattern of the path.</param>
/// <param name="Kind">The kind of file, <c>--</c>, <c>-d</c>, <c>-l</c> and the like; empty for any.</param>
/// <param name="Context">The label; nothing for <c>&lt;&lt;none&gt;&gt;</c>.</param>
public sealed record FileContextLine(string Path, string Kind, FileContextLabel? Context) : FileContextItem;

/// <summary>The label of a line.</summary>
/// <param name="User">The user.</param>
/// <param name="Role">The role.</param>
/// <param name="Type">The type.</param>
/// <param name="Level">The level for MLS: <c>s0</c>, <c>mls_systemhigh</c>; empty where none is written.</param>
/// <param name="Categories">The categories for MCS: <c>mcs_allcats</c>; empty where none are written.</param>
public sealed record FileContextLabel(string User, string Role, string Type, string Level, string Categories);

/// <summary><c>ifdef(`distro_debian',` … ',` … ')</c></summary>
/// <param name="Name">The macro: <c>ifdef</c> or <c>ifndef</c>.</param>
/// <param name="Head">The name that must be defined.</param>
/// <param name="Items">The lines where it is.</param>
/// <param name="Otherwise">The lines where it is not.</param>
public sealed record FileContextBlock(string Name, string Head, ImmutableArray<FileContextItem> Items, ImmutableArray<FileContextItem> Otherwise) : FileContextItem;

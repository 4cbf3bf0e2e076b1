using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Model.Rules;

/// <summary>The context of a label. Its role is always <c>object_r</c>.</summary>
/// <param name="User">The SELinux user.</param>
/// <param name="Type">The type.</param>
/// <param name="Range">The range.</param>
public sealed record LabelContext(EntityRef User, EntityRef Type, SecurityRange Range)
{
    /// <summary>The context as the kernel writes it.</summary>
    public override string ToString() => $"{User.Name}:object_r:{Type.Name}:{Range}";
}

/// <summary>A rule that labels something.</summary>
/// <param name="Origin">Where it is written.</param>
public abstract record LabelRule(Origin Origin) : Rule(Origin);

/// <summary><c>filecon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Path">The path.</param>
/// <param name="Kind">The kind of file.</param>
/// <param name="Context">The label; nothing for <c>&lt;&lt;none&gt;&gt;</c>.</param>
public sealed record FileLabel(Origin Origin, PathPattern Path, FileKind Kind, LabelContext? Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Context is null ? [] : Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = Context is null ? null : arguments.Of(Context) }];
}

/// <summary><c>portcon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>dccp</c> or <c>sctp</c>.</param>
/// <param name="Low">The first port.</param>
/// <param name="High">The last port.</param>
/// <param name="Context">The label.</param>
public sealed record PortLabel(Origin Origin, string Protocol, int Low, int High, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

/// <summary><c>nodecon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Address">The address.</param>
/// <param name="Mask">The mask.</param>
/// <param name="Context">The label.</param>
public sealed record NodeLabel(Origin Origin, string Address, string Mask, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

/// <summary><c>netifcon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Name">The network interface.</param>
/// <param name="Context">The label of the interface.</param>
/// <param name="PacketContext">The label of its packets.</param>
public sealed record NetifLabel(Origin Origin, string Name, LabelContext Context, LabelContext PacketContext) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [.. Operand.Of(Context), .. Operand.Of(PacketContext)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context), PacketContext = arguments.Of(PacketContext) }];
}

/// <summary><c>genfscon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Filesystem">The file system.</param>
/// <param name="Path">The path in it, literal.</param>
/// <param name="Kind">The kind of file.</param>
/// <param name="Context">The label.</param>
public sealed record GenfsLabel(Origin Origin, string Filesystem, string Path, FileKind Kind, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

/// <summary><c>fsuse</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Kind"><c>xattr</c>, <c>task</c> or <c>trans</c>.</param>
/// <param name="Filesystem">The file system.</param>
/// <param name="Context">The label.</param>
public sealed record FsUseLabel(Origin Origin, string Kind, string Filesystem, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

/// <summary><c>ibpkeycon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="SubnetPrefix">The prefix of the subnet.</param>
/// <param name="Low">The first key.</param>
/// <param name="High">The last key.</param>
/// <param name="Context">The label.</param>
public sealed record InfinibandPkeyLabel(Origin Origin, string SubnetPrefix, int Low, int High, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

/// <summary><c>ibendportcon</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Device">The device.</param>
/// <param name="Port">The port.</param>
/// <param name="Context">The label.</param>
public sealed record InfinibandEndPortLabel(Origin Origin, string Device, int Port, LabelContext Context) : LabelRule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => Operand.Of(Context);

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Context = arguments.Of(Context) }];
}

using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>A path whose files get a type of the service.</summary>
/// <param name="Use">What they are for.</param>
/// <param name="Path">The path, spelled as the target has it, with <see cref="Units.UnitSpecifiers.Any"/> for what differs between machines or instances.</param>
/// <param name="IsTree">Whether all below it is meant too.</param>
/// <param name="Kind">The kind of file.</param>
/// <param name="Reason">Where it is declared.</param>
internal sealed record OwnPath(FileUse Use, string Path, bool IsTree, FileKind Kind, Reason Reason)
{
    /// <summary>Whether another path is this one, or in this tree.</summary>
    public bool Has(string path) => Path == path || (IsTree && path.StartsWith(Path + "/", StringComparison.Ordinal));
}

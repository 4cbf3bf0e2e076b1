using TypedPolicy.Conversion.Permissions;

namespace TypedPolicy.Conversion.CSharp;

/// <summary>Access rules side by side about one target are one attribute; about the subject itself, those of one object class.</summary>
public sealed class AccessAttributes
{
    private const int MaxLineLength = 160;

    private static readonly string[] Words = ["Allow", "AuditAllow", "DontAudit", "NeverAllow", "AllowFrom", "AuditAllowFrom", "DontAuditFrom", "NeverAllowFrom"];

    private readonly PermissionText _permissions;

    internal AccessAttributes(PermissionText permissions) => _permissions = permissions;

    /// <summary>Knows the library's permission sets alone.</summary>
    public static AccessAttributes OfLibrary { get; } = new(PermissionText.OfLibrary);

    /// <summary>Two attributes as one; null if they are about different targets, or the line would be too long to read.</summary>
    public string? Join(string first, string second) => Both(first, second) is { Length: <= MaxLineLength } joined ? joined : null;

    /// <summary>Whether one attribute grants all that another does.</summary>
    public bool Covers(string wide, string narrow) => wide == narrow || Both(wide, narrow) == wide;

    private string? Both(string first, string second)
    {
        var open = first.IndexOf(">(", StringComparison.Ordinal) + 2;
        if (open < 2 || !second.StartsWith(first[..open], StringComparison.Ordinal) || !Words.Contains(first[..first.IndexOf('<', StringComparison.Ordinal)]))
        {
            return null;
        }

        var parts = first[open..^1].Split(", ").ToList();
        foreach (var part in second[open..^1].Split(", "))
        {
            var type = PermissionText.EnumOf(part);
            var same = parts.FindIndex(p => PermissionText.EnumOf(p) == type);
            if (same < 0)
            {
                if (first[..open].EndsWith("<Self>(", StringComparison.Ordinal))
                {
                    return null;
                }

                parts.Add(part);
            }
            else
            {
                parts[same] = _permissions.Join(parts[same], part);
            }
        }

        return first[..open] + string.Join(", ", parts) + ")";
    }
}

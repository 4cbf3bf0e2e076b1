using System.Globalization;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>The ids as users see them.</summary>
public static class DiagnosticIds
{
    /// <summary><c>TP4008</c> for <see cref="DiagnosticId.PathUnderEquivalence"/>.</summary>
    public static string Code(this DiagnosticId id) => "TP" + ((int)id).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The id of a code that <see cref="Code"/> gave.</summary>
    public static DiagnosticId Parse(string code) => (DiagnosticId)int.Parse(code.Substring(2), CultureInfo.InvariantCulture);
}

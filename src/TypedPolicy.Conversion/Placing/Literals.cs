using TypedPolicy.Model.Languages;

namespace TypedPolicy.Conversion.Placing;

/// <summary>C# literals.</summary>
internal static class Literals
{
    /// <summary>A text as C# writes it: verbatim where that reads better.</summary>
    public static string Text(string value) => CSharpText.ReadableLiteral(value);
}

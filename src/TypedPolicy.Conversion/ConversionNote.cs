using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Conversion;

/// <summary>Something that a person should look at after a conversion: it is marked in the C# too.</summary>
/// <param name="Place">Where the module says it.</param>
/// <param name="Message">What it is, and what became of it.</param>
/// <param name="IsLoss">Whether the C# lacks something that the module has: a statement that could not be read or has no form in C#.</param>
public sealed record ConversionNote(SourcePlace? Place, string Message, bool IsLoss = false)
{
    /// <summary>What it says, on one line, whatever source it quotes.</summary>
    public string Message { get; init; } = PlainText.Line(Message);

    /// <summary>Whether it is about an interface that the base policy has deprecated: the C# builds, with a warning.</summary>
    public bool IsDeprecation { get; init; }
}

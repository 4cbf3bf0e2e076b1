using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Tests.Support;

/// <summary>A file among a project's additional files; its text is the same object for as long as it lives, as in an editor.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

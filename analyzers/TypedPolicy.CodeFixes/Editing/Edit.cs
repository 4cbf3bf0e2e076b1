using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>One thing that a fix offers to do.</summary>
/// <param name="Title">What the lightbulb shows.</param>
/// <param name="Node">What it changes: of several edits of one node, FixAll makes the first, and the next look finds the rest.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Choice">Tells the alternatives for one finding apart.</param>
public sealed record Edit(string Title, SyntaxNode Node, Action<SyntaxEditor> Make, string Choice = "")
{
    /// <summary>Writes a node in place of another one.</summary>
    public static Edit Write(string title, SyntaxNode node, SyntaxNode instead, string choice = "") =>
        new(title, node, editor => editor.ReplaceNode(node, instead), choice);
}

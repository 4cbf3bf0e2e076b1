using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Beside a list of ioctl requests, what gives it the meaning that it has to a reader: all requests are allowed where some are logged, and ioctl is granted where some are allowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IoctlListFix)), Shared]
public sealed class IoctlListFix() : SyntaxFix(DiagnosticId.IoctlListDeniesOthers, DiagnosticId.IoctlListWithoutGrant)
{
    private const string AllRequests = "\"0x0000-0xffff\"";

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute
            || attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is not { TypeArgumentList.Arguments: { Count: 2 } types } name)
        {
            yield break;
        }

        var text = diagnostic.Id == DiagnosticId.IoctlListDeniesOthers.Code() ? $"AllowIoctl{name.TypeArgumentList}({AllRequests})" : $"Allow<{types[0]}>({types[1]}.Ioctl)";

        // As the other is written: where the namespace is not used, its name is before both.
        var written = attribute.Name.ToString();
        var qualified = written.Substring(0, written.Length - name.ToString().Length) + text;
        yield return new Edit($"Add [{text}]", attribute, editor => editor.ReplaceNode(list, (current, _) => WithFirst((AttributeListSyntax)current, list.Attributes.IndexOf(attribute), qualified)));
    }

    // Others of the list may have got one before.
    private static AttributeListSyntax WithFirst(AttributeListSyntax list, int at, string text)
    {
        var added = Parse(text);
        return list.Attributes.Any(a => SyntaxFactory.AreEquivalent(a, added)) ? list : list.WithAttributes(list.Attributes.Insert(at, added)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static AttributeSyntax Parse(string text) =>
        SyntaxFactory.ParseCompilationUnit($"[{text}] class C;").DescendantNodes().OfType<AttributeSyntax>().First();
}

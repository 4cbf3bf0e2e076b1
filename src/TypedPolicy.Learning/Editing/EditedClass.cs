using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Learning.Editing;

/// <summary>A class that attributes and classes are added to: each attribute on a line of its own below the others.</summary>
internal sealed class EditedClass(EditedFile file, TypeDeclarationSyntax declaration)
{
    private const string Step = "    ";

    private readonly List<string> _attributes = [];
    private readonly List<string> _members = [];

    /// <summary>The file.</summary>
    public EditedFile File => file;

    /// <summary>The class, as it was.</summary>
    public TypeDeclarationSyntax Declaration => declaration;

    /// <summary>Where names of its attributes are looked up.</summary>
    public int Position => declaration.SpanStart;

    /// <summary>Adds an attribute.</summary>
    public void Add(string attribute)
    {
        if (!_attributes.Contains(attribute))
        {
            _attributes.Add(attribute);
        }
    }

    /// <summary>Adds a class: lines without indentation.</summary>
    public void AddMember(string lines) => _members.Add(lines);

    /// <summary>Writes all of it to the file.</summary>
    public void Finish()
    {
        var indent = file.IndentAt(declaration.SpanStart);
        if (_attributes.Count > 0)
        {
            Attributes(indent);
        }

        if (_members.Count > 0)
        {
            Members(indent);
        }
    }

    private void Attributes(string indent)
    {
        var lines = new StringBuilder();
        foreach (var attribute in _attributes)
        {
            lines.Append(indent).Append('[').Append(attribute).Append("]\n");
        }

        if (declaration.AttributeLists is [.., var last] && Line(last.Span.End) is var line && Line(last.GetLastToken().GetNextToken().SpanStart).Start == line.Start)
        {
            // The class stands on the line of its attributes.
            var next = last.GetLastToken().GetNextToken().SpanStart;
            file.Replace(TextSpan.FromBounds(last.Span.End, next), $"\n{lines}{indent}");
        }
        else
        {
            file.Insert(declaration.AttributeLists is [.., var lowest] ? Line(lowest.Span.End).EndIncludingLineBreak : Line(declaration.SpanStart).Start, lines.ToString());
        }
    }

    private void Members(string indent)
    {
        var text = string.Join("\n", _members.Select(m => string.Concat(m.TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? "\n" : $"{indent}{Step}{l}\n"))));
        if (declaration.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            file.Replace(declaration.SemicolonToken.Span, $"\n{indent}{{\n{text}{indent}}}");
            return;
        }

        var close = declaration.CloseBraceToken;
        var isAlone = Line(close.SpanStart) is var line && file.Text.ToString(TextSpan.FromBounds(line.Start, close.SpanStart)).Trim().Length == 0;
        var blank = declaration.Members.Count > 0 ? "\n" : "";
        file.Insert(isAlone ? line.Start : close.SpanStart, isAlone ? blank + text : $"\n{blank}{text}{indent}");
    }

    private TextLine Line(int at) => file.Text.Lines.GetLineFromPosition(at);
}

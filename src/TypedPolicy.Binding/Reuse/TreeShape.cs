using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Binding.Vocabulary;

namespace TypedPolicy.Binding.Reuse;

/// <summary>
/// What the rest of a policy can know of a file: its text without the rules and labels on ordinary classes, which concern those classes alone.
/// Two files of one shape have the same classes, kinds, names, constants, memberships, templates and interfaces.
/// </summary>
/// <param name="Text">The text that is left.</param>
/// <param name="ReachesOut">
/// Whether it changes what attributes in other files are: it gives a class another name for the whole project, or makes a class in parts one that others read.
/// </param>
/// <param name="MayHoldInterfaces">Whether it may declare interfaces of policy.</param>
internal sealed record TreeShape(string Text, bool ReachesOut, bool MayHoldInterfaces)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeShape> Known = new();

    /// <summary>Attributes that say nothing which anyone but their own class asks for.</summary>
    private static readonly ImmutableHashSet<string> Private = ImmutableHashSet.CreateRange(
        StringComparer.Ordinal,
        Enum.GetValues(typeof(AttributeKind)).Cast<AttributeKind>().Where(w => w.Group() is AttributeGroup.Rule or AttributeGroup.Label).Select(w => w.ToString()));

    /// <summary>The shape of a file. It is made once for each tree.</summary>
    public static TreeShape Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(tree, out var shape))
        {
            shape = Make(tree.GetRoot(cancellation));
            shape = Known.GetValue(tree, _ => shape);
        }

        return shape;
    }

    private static TreeShape Make(SyntaxNode root)
    {
        if (root is not CompilationUnitSyntax unit)
        {
            return new TreeShape(root.ToFullString(), ReachesOut: false, MayHoldInterfaces: false);
        }

        // Where a class has another name, any attribute may be written by it.
        var aliases = unit.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Where(u => u.Alias is not null).ToArray();
        if (aliases.Length > 0)
        {
            return new TreeShape(root.ToFullString(), aliases.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)), MayHoldInterfaces: true);
        }

        var shape = new StringBuilder();
        Append(unit.Externs, shape);
        Append(unit.Usings, shape);
        Append(unit.AttributeLists, shape);
        Members(unit.Members, shape);
        var read = unit.DescendantNodes(static n => n is not AttributeListSyntax).OfType<ClassDeclarationSyntax>().Where(IsRead).ToArray();
        return new TreeShape(shape.ToString(), read.Any(c => c.Modifiers.Any(SyntaxKind.PartialKeyword)), read.Length > 0);
    }

    private static void Members(SyntaxList<MemberDeclarationSyntax> members, StringBuilder shape)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    shape.Append("namespace ");
                    Append(space.Name, shape);
                    shape.Append("{\n");
                    Append(space.Externs, shape);
                    Append(space.Usings, shape);
                    Members(space.Members, shape);
                    shape.Append("}\n");
                    break;
                case ClassDeclarationSyntax type when IsOrdinary(type):
                    Attributes(type, shape);
                    shape.Append(type.Modifiers).Append(" class ").Append(type.Identifier.Text);
                    Append(type.ParameterList, shape);
                    Append(type.BaseList, shape);
                    shape.Append("{\n");
                    Members(type.Members, shape);
                    shape.Append("}\n");
                    break;
                default:
                    Append(member, shape);
                    break;
            }
        }
    }

    /// <summary>
    /// Whether nobody reads what a class declares but the class itself: others read a template, which is generic, and an interface of policy; what
    /// C# interfaces say is little, and is kept.
    /// </summary>
    private static bool IsOrdinary(ClassDeclarationSyntax type) =>
        type.TypeParameterList is null && !IsRead(type);

    private static bool IsRead(ClassDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(l => l.Attributes).Any(a => NameOf(a) is "PolicyInterface" or "Template");

    private static void Attributes(ClassDeclarationSyntax type, StringBuilder shape)
    {
        foreach (var attribute in type.AttributeLists.SelectMany(l => l.Attributes))
        {
            if (!Private.Contains(NameOf(attribute)))
            {
                Append(attribute, shape);
            }
        }
    }

    private static void Append<T>(SyntaxList<T> nodes, StringBuilder shape)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
        {
            Append(node, shape);
        }
    }

    /// <summary>A part of the file as it is written; where it is broken, the tree that the compiler made of it, since its text may stand for several.</summary>
    private static void Append(SyntaxNode? node, StringBuilder shape)
    {
        if (node is { ContainsDiagnostics: true })
        {
            Structure(node, shape);
        }
        else
        {
            shape.Append(node);
        }

        shape.Append('\n');
    }

    private static void Structure(SyntaxNodeOrToken part, StringBuilder shape)
    {
        shape.Append('\u0001').Append(part.RawKind).Append(part.IsMissing ? '-' : '+');
        if (part.IsToken)
        {
            var text = part.AsToken().Text;
            shape.Append(text.Length).Append(':').Append(text);
            return;
        }

        foreach (var child in part.ChildNodesAndTokens())
        {
            Structure(child, shape);
        }

        shape.Append('\u0002');
    }

    /// <summary>The name of an attribute as it is written: without namespaces, type arguments and ending.</summary>
    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        const string ending = "Attribute";
        return name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : name;
    }
}

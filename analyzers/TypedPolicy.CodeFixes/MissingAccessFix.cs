using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.CodeFixes;

/// <summary>Adds access that a domain cannot do its job without: the interface of the base that gives it where its binding is referenced, and an [Allow] otherwise.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingAccessFix)), Shared]
public sealed class MissingAccessFix() : SyntaxFix("TP3012", "TP3013", "TP4019", "TP4020", "TP5009", "TP5010", "TP6004", "TP6005")
{
    // What is missing: access on a name, a class and a permission; or membership in an attribute; or a role.
    private const string Member = "member";
    private const string Role = "role";

    // In place of a permission: what is made in a directory gets a type, whose C# name follows.
    private const string Transition = "transition";

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue(RemedyProperties.Remedy, out var remedy) || remedy is null || DeclarationFor(remedy, diagnostic, root, model) is not { } declaration)
        {
            yield break;
        }

        var place = root.FindNode(diagnostic.Location.SourceSpan);
        var missing = remedy.Split('@')[0].Split(' ').Select(m => m.Split(':')).ToArray();
        if (missing.Any(m => m[0].EndsWith("=", StringComparison.Ordinal) || m[m.Length - 1].Contains('<')))
        {
            yield break; // a type of a template: which one of them is not to be said in words
        }

        diagnostic.Properties.TryGetValue(RemedyProperties.Instead, out var name);
        if (name is not null && BaseBindings.Interface(name, arity: 0, model.Compilation) is { } binding)
        {
            yield return new Edit($"Add [{name}]", place, editor =>
            {
                Syntax.AddAttribute(editor, declaration, SyntaxFactory.Attribute((NameSyntax)Syntax.Type(Syntax.FullName(binding))));
                foreach (var parts in missing.Where(m => m[m.Length - 2] == Transition))
                {
                    Add(parts, declaration, model.Compilation, editor);
                }
            });
            yield break;
        }

        yield return new Edit(Title(missing), place, editor =>
        {
            foreach (var parts in missing)
            {
                Add(parts, declaration, model.Compilation, editor);
            }
        });
    }

    /// <summary>The class that the access is for: that at the finding, or the one of a name in the same file.</summary>
    private static TypeDeclarationSyntax? DeclarationFor(string remedy, Diagnostic diagnostic, SyntaxNode root, SemanticModel model) => remedy.Split('@') is [_, var name]
        ? root.DescendantNodes().OfType<TypeDeclarationSyntax>().FirstOrDefault(d => model.GetDeclaredSymbol(d)?.ToDisplayString() == name)
        : Syntax.DeclarationAt(root, diagnostic);

    private static string Title(string[][] missing) => missing[0] switch
    {
        [Member, var attribute] => $"Add the type to the attribute {attribute}",
        [Role, var role] => $"Let the role {role} run the domain",
        _ => $"Allow {string.Join(" and ", missing.Where(m => m.Length == 3).Select(m => $"{m[1]} {m[2]} on {m[0].Split('=')[0]}"))}",
    };

    private static void Add(string[] missing, TypeDeclarationSyntax declaration, Compilation compilation, SyntaxEditor editor)
    {
        var name = missing[0] is Member or Role ? missing[1] : missing[0];
        var isAttribute = missing[0] == Member;
        var named = name == "self" ? "global::TypedPolicy.Self" : name.Split('=') is [_, var own] ? $"global::{own}" : ExternalClasses.Find(name, compilation) is { } found ? Syntax.FullName(found) : null;

        // The class of the name where there is one; else it is declared within the class that needs it, where no other file can declare it too.
        if (named is null)
        {
            var outermost = declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();
            var identifier = isAttribute ? $"I{NameOf.Pascal(name)}" : missing[0] == Role ? NameOf.Pascal(name) : NameOf.Pascal(NameOf.Stem(name, EntityKind.Type));
            named = $"{outermost.Identifier.ValueText}.{identifier}";
            editor.ReplaceNode(outermost, (current, _) => WithExternal((TypeDeclarationSyntax)current, name, identifier, isAttribute ? "interface" : "sealed class", missing[0] == Role ? ", global::TypedPolicy.Role" : ""));
        }

        Syntax.AddAttribute(editor, declaration, missing switch
        {
            [Member, ..] => $"global::TypedPolicy.MemberOf<{named}>",
            [Role, ..] => $"global::TypedPolicy.Role<{named}>",
            [_, var @class, Transition, var made] => $"global::TypedPolicy.TypeTransition<{named}, global::{made}>(typeof(global::TypedPolicy.{NameOf.Pascal(@class)}Perms))",
            [_, var @class, var permission, ..] => $"global::TypedPolicy.Allow<{named}>({Permission(@class, permission, compilation)})",
            _ => throw new ArgumentException($"No remedy: {string.Join(":", missing)}.", nameof(missing)),
        });
    }

    /// <summary>The set that people use for a permission, where there is one.</summary>
    private static string Permission(string @class, string permission, Compilation compilation)
    {
        var permissions = $"{NameOf.Pascal(@class)}Perms";
        var set = permission switch { "add_name" => "AddEntry", "remove_name" => "DelEntry", _ => $"{NameOf.Pascal(permission)}Set" };
        var isSet = compilation.GetTypeByMetadataName($"TypedPolicy.{permissions}")?.GetMembers(set).IsEmpty == false;
        return $"global::TypedPolicy.{permissions}.{(isSet ? set : NameOf.Pascal(permission))}";
    }

    private static TypeDeclarationSyntax WithExternal(TypeDeclarationSyntax declaration, string name, string identifier, string keyword, string kind)
    {
        if (declaration.Members.OfType<TypeDeclarationSyntax>().Any(m => m.Identifier.ValueText == identifier))
        {
            return declaration;
        }

        var external = SyntaxFactory.ParseMemberDeclaration($"[global::TypedPolicy.External(\"{name}\"){kind}] internal {keyword} {identifier};")!
            .WithTrailingTrivia(Syntax.EndOfLine(declaration))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        var whole = Syntax.WithBraces(declaration);
        return whole.WithMembers(whole.Members.Add(external)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.CodeFixes;

/// <summary>Adds access that a domain cannot do its job without: the interface of the base that gives it where its binding is referenced, and an [Allow] otherwise.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingAccessFix)), Shared]
public sealed class MissingAccessFix() : SyntaxFix(DiagnosticId.UnreachableProgram, DiagnosticId.RoleMayNotRunDomain, DiagnosticId.UnreachableFiles, DiagnosticId.UnreachableLabels, DiagnosticId.IncompleteKernelLogAccess, DiagnosticId.CategoriesWithoutEffect, DiagnosticId.PortWithoutAddress, DiagnosticId.LowPortWithoutCapability)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var place = root.FindNode(diagnostic.Location.SourceSpan);
        return RemedyProperties.Read(diagnostic) switch
        {
            JoinAttribute join when DeclarationFor(join.Class, diagnostic, root, model) is { } declaration =>
                [new Edit($"Add the type to the attribute {join.Attribute}", place, editor => Join(join.Attribute, declaration, model.Compilation, editor))],
            AllowRole allow when DeclarationFor(allow.Class, diagnostic, root, model) is { } declaration =>
                [new Edit($"Let the role {allow.Role} run the domain", place, editor => LetRun(allow.Role, declaration, model.Compilation, editor))],

            // A type of a template: which one of them is not to be said in words.
            AddAccess add when !add.Missing.Any(m => m.TargetClass is "" || m.Made?.Contains('<') == true) && DeclarationFor(add.Class, diagnostic, root, model) is { } declaration =>
                [Access(add, place, declaration, model.Compilation)],
            _ => [],
        };
    }

    private static Edit Access(AddAccess add, SyntaxNode place, TypeDeclarationSyntax declaration, Compilation compilation)
    {
        if (add.Interface is { } name && BaseBindings.Interface(name, arity: 0, compilation) is { } binding)
        {
            return new Edit($"Add [{name}]", place, editor =>
            {
                Syntax.AddAttribute(editor, declaration, SyntaxFactory.Attribute((NameSyntax)Syntax.Type(Syntax.FullName(binding))));
                Add(add.Missing.Where(m => m.Made is not null), editor);
            });
        }

        var permissions = add.Missing.Where(m => m.Made is null).Select(m => $"{m.ObjectClass} {m.Permission} on {m.Target}");
        return new Edit($"Allow {string.Join(" and ", permissions)}", place, editor => Add(add.Missing, editor));

        void Add(IEnumerable<MissingAccess> missing, SyntaxEditor editor)
        {
            foreach (var access in missing)
            {
                Allow(access, declaration, compilation, editor);
            }
        }
    }

    /// <summary>The class that the access is for: that at the finding, or the one of a name in the same file.</summary>
    private static TypeDeclarationSyntax? DeclarationFor(string? name, Diagnostic diagnostic, SyntaxNode root, SemanticModel model) => name is null
        ? Syntax.DeclarationAt(root, diagnostic)
        : root.DescendantNodes().OfType<TypeDeclarationSyntax>().FirstOrDefault(d => model.GetDeclaredSymbol(d)?.ToDisplayString() == name);

    private static void Allow(MissingAccess access, TypeDeclarationSyntax declaration, Compilation compilation, SyntaxEditor editor)
    {
        var target = access.Target == EntityRef.Self.Name ? "global::TypedPolicy.Self"
            : access.TargetClass is { } own ? $"global::{own}"
            : Named(access.Target, NameOf.Pascal(NameOf.Stem(access.Target, EntityKind.Type)), "sealed class", "", declaration, compilation, editor);
        Syntax.AddAttribute(editor, declaration, access switch
        {
            { Made: { } made } => $"global::TypedPolicy.TypeTransition<{target}, global::{made}>(typeof(global::TypedPolicy.{NameOf.Pascal(access.ObjectClass)}Perms))",
            _ => $"global::TypedPolicy.Allow<{target}>({Permission(access.ObjectClass, access.Permission!, compilation)})",
        });
    }

    private static void Join(string attribute, TypeDeclarationSyntax declaration, Compilation compilation, SyntaxEditor editor) =>
        Syntax.AddAttribute(editor, declaration, $"global::TypedPolicy.MemberOf<{Named(attribute, $"I{NameOf.Pascal(attribute)}", "interface", "", declaration, compilation, editor)}>");

    private static void LetRun(string role, TypeDeclarationSyntax declaration, Compilation compilation, SyntaxEditor editor) =>
        Syntax.AddAttribute(editor, declaration, $"global::TypedPolicy.Role<{Named(role, NameOf.Pascal(role), "sealed class", ", global::TypedPolicy.Role", declaration, compilation, editor)}>");

    /// <summary>The class of a name where there is one; else it is declared within the class that needs it, where no other file can declare it too.</summary>
    private static string Named(string name, string identifier, string keyword, string kind, TypeDeclarationSyntax declaration, Compilation compilation, SyntaxEditor editor)
    {
        if (ExternalClasses.Find(name, compilation) is { } found)
        {
            return Syntax.FullName(found);
        }

        var outermost = declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();
        editor.ReplaceNode(outermost, (current, _) => WithExternal((TypeDeclarationSyntax)current, name, identifier, keyword, kind));
        return $"{outermost.Identifier.ValueText}.{identifier}";
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

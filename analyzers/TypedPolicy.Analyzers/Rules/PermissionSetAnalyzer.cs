using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP2006: permissions that a set of the class, of the library or of the bindings, has one name for, or that read and write what they cannot open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PermissionSetAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Classes that are opened before they are read. Links and sockets are not.</summary>
    private static readonly ImmutableHashSet<string> Opened = ImmutableHashSet.Create(StringComparer.Ordinal, "FilePerms", "DirPerms", "ChrFilePerms", "BlkFilePerms", "FifoFilePerms");

    private static readonly ImmutableArray<string> Using = ["Read", "Write", "Append"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.NamedPermissionSet)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SharedModel.HasPolicy(start.Compilation))
            {
                var headers = new Lazy<HeaderSets>(() => new HeaderSets(start.Compilation));
                start.RegisterSyntaxNodeAction(node => Analyze(node, headers), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, Lazy<HeaderSets> headers)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments }
            || AttributeSubject.LibraryClassOf(attribute, context.SemanticModel, context.CancellationToken, "Allow", "AllowFrom") is null)
        {
            return;
        }

        var typed = arguments
            .Where(a => a.NameEquals is null)
            .Select(a => (a.Expression, Type: context.SemanticModel.GetTypeInfo(a.Expression, context.CancellationToken).Type as INamedTypeSymbol))
            .ToArray();
        foreach (var (expression, type) in typed)
        {
            // Permissions of one class in two arguments belong together, and no single one of them is at fault.
            if (type is { TypeKind: TypeKind.Enum }
                && typed.Count(t => SymbolEqualityComparer.Default.Equals(t.Type, type)) == 1
                && context.SemanticModel.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: { } constant }
                && Suggest(type, EnumBits.Of(constant), expression, headers.Value) is var (set, message)
                && !Justifications.Cover(AttributeSubject.Of(attribute, context.SemanticModel, context.CancellationToken), DiagnosticId.NamedPermissionSet.Code()))
            {
                context.ReportDiagnostic(RuleDescriptors.Diagnose(
                    message,
                    expression.GetLocation(),
                    new WriteCode(set)));
            }
        }
    }

    private static (string Set, RuleText Message)? Suggest(INamedTypeSymbol type, ulong value, ExpressionSyntax expression, HeaderSets headers)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => (f.Name, Value: EnumBits.Of(f.ConstantValue!))).ToArray();
        var sets = fields.Where(f => EnumBits.Count(f.Value) > 1 && f.Name != "All").ToArray();
        var said = sets.FirstOrDefault(s => s.Value == value).Name is { } ofLibrary ? ($"{type.Name}.{ofLibrary}", $"{Qualified(type)}.{ofLibrary}") : headers.Of(type, value);
        if (said is var (name, full) && expression.DescendantNodesAndSelf().Any(n => n.IsKind(SyntaxKind.BitwiseOrExpression)))
        {
            return (full, RuleCatalogue.NamedPermissionSet.SetExists.With(name));
        }

        var open = fields.FirstOrDefault(f => f.Name == "Open").Value;
        if (!Opened.Contains(type.Name)
            || open == 0
            || (value & open) != 0
            || (said is not null && EnumBits.Count(value) > 1)
            || !fields.Any(f => Using.Contains(f.Name) && (value & f.Value) != 0)
            || Smallest(sets.Where(s => (s.Value & open) != 0), value) is not { } opening)
        {
            return null;
        }

        var handed = Smallest(sets.Where(s => (s.Value & open) == 0), value);
        return ($"{Qualified(type)}.{opening}", handed is null
            ? RuleCatalogue.NamedPermissionSet.WithoutOpen.With($"{type.Name}.{opening}")
            : RuleCatalogue.NamedPermissionSet.WithoutOpenOrInherited.With($"{type.Name}.{opening}", $"{type.Name}.{handed}"));
    }

    private static string Qualified(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string? Smallest(IEnumerable<(string Name, ulong Value)> sets, ulong value) =>
        sets.Where(s => (s.Value & value) == value).OrderBy(s => s.Name.StartsWith("Mmap", StringComparison.Ordinal)).ThenBy(s => EnumBits.Count(s.Value)).ThenBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault().Name;
}

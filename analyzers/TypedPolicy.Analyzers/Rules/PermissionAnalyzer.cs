using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP2002, TP2003, TP5002 to TP5004: permissions that an allow rule names, at the member that names them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PermissionAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] OptionEnums = ["TypedPolicy.CapabilityPerms", "TypedPolicy.Capability2Perms", "TypedPolicy.ProcessPerms"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleDescriptors.Of(DiagnosticId.WildcardPermissions, DiagnosticId.AuditAccessInAllow, DiagnosticId.WritableExecutableMemory, DiagnosticId.SensitivePermission, DiagnosticId.PolicyManagement);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SharedModel.HasPolicy(start.Compilation))
            {
                var names = new PermissionNames();
                start.RegisterSyntaxNodeAction(node => Analyze(node, names), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, PermissionNames names)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments }
            || !AttributeSubject.MayBe(attribute, context.SemanticModel, context.CancellationToken, "Allow", "AllowFrom")
            || !MaySpeak(attribute, arguments, context, names)
            || AttributeSubject.LibraryClassOf(attribute, context.SemanticModel, context.CancellationToken, "Allow", "AllowFrom") is null)
        {
            return;
        }

        foreach (var argument in arguments.Where(a => a.NameEquals is null))
        {
            foreach (var part in Parts(argument.Expression))
            {
                var info = context.SemanticModel.GetTypeInfo(part, context.CancellationToken);
                var value = context.SemanticModel.GetConstantValue(part, context.CancellationToken);
                foreach (var set in names.Of(info.Type, value.HasValue ? value.Value : null))
                {
                    Analyze(context, attribute, part, set, info.Type, value.HasValue ? value.Value : null);
                }
            }
        }
    }

    /// <summary>Whether there is anything to say about what an attribute amounts to. Where there is, its parts are looked at one by one, which costs several times as much.</summary>
    private static bool MaySpeak(AttributeSyntax attribute, SeparatedSyntaxList<AttributeArgumentSyntax> arguments, SyntaxNodeAnalysisContext context, PermissionNames names) =>
        AttributeSubject.DataOf(attribute, context.SemanticModel, context.CancellationToken) is not { AttributeConstructor: not null } data
        || arguments.SelectMany(a => Parts(a.Expression)).Any(part => part is PrefixUnaryExpressionSyntax)
        || data.ConstructorArguments.SelectMany(Values).Any(v => v.Kind == TypedConstantKind.Error || (v.Kind == TypedConstantKind.Enum && names.Of(v.Type, v.Value).Any(IsNotable)));

    private static IEnumerable<TypedConstant> Values(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Array ? [constant] : constant.IsNull ? [] : constant.Values;

    private static bool IsNotable(PermissionSet set) =>
        set.Names.Any(name => name is "all" or "audit_access" || SensitivePermissions.All.Any(s => s.Permissions.Contains(name)));

    private static void Analyze(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, ExpressionSyntax part, PermissionSet set, ITypeSymbol? type, object? value)
    {
        if (part is PrefixUnaryExpressionSyntax)
        {
            Report(context, attribute, part, RuleCatalogue.WildcardPermissions.AllBut.With(set.Class.Name), ByName(type, value));
            return;
        }

        if (set.Names.Contains("all"))
        {
            Report(context, attribute, part, RuleCatalogue.WildcardPermissions.All.With(set.Class.Name), ByName(type, value));
            return;
        }

        if (set.Names.Contains("audit_access"))
        {
            Report(context, attribute, part, RuleCatalogue.AuditAccessInAllow.AllowsNothing.With());
        }

        foreach (var (rule, classes, permissions, why) in SensitivePermissions.All)
        {
            if (permissions.FirstOrDefault(set.Names.Contains) is { } permission
                && (classes.Length == 0 || classes.Contains(set.Class.Name))
                && !(rule == DiagnosticId.SensitivePermission && ProjectSettings.List(context.Options, part.SyntaxTree, RuleOptions.AllowedCapabilities).Contains(permission)))
            {
                Report(context, attribute, part, MessageOf(rule).With(set.Class.Name, permission, why).Then(rule == DiagnosticId.SensitivePermission ? MisspeltOption(context, part) : ""));
            }
        }
    }

    private static RuleMessage MessageOf(DiagnosticId rule) => rule switch
    {
        DiagnosticId.WritableExecutableMemory => RuleCatalogue.WritableExecutableMemory.Permission,
        DiagnosticId.PolicyManagement => RuleCatalogue.PolicyManagement.Permission,
        _ => RuleCatalogue.SensitivePermission.Permission,
    };

    /// <summary>What the option lists that this rule never reports, as the end of a message: anyone who misspelt it learns here why it does not help.</summary>
    private static string MisspeltOption(SyntaxNodeAnalysisContext context, ExpressionSyntax part)
    {
        var known = SensitivePermissions.All.Where(s => s.Rule == DiagnosticId.SensitivePermission).SelectMany(s => s.Permissions).ToArray();
        return string.Concat(ProjectSettings.List(context.Options, part.SyntaxTree, RuleOptions.AllowedCapabilities)
            .Where(listed => !known.Contains(listed) && !OptionEnums.Any(e => context.Compilation.GetTypeByMetadataName(e)?.GetMembers(NameOf.Pascal(listed)).IsEmpty == false))
            .OrderBy(listed => listed, StringComparer.Ordinal)
            .Select(listed => Similar.To(listed, known) is { } near
                ? RuleCatalogue.SensitivePermission.MisspeltOption.With(RuleOptions.AllowedCapabilities, listed, near)
                : RuleCatalogue.SensitivePermission.UnknownOption.With(RuleOptions.AllowedCapabilities, listed))
            .Select(told => " " + told.Text));
    }

    private static void Report(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, ExpressionSyntax part, RuleText message, string? instead = null)
    {
        if (!Justifications.Cover(AttributeSubject.Of(attribute, context.SemanticModel, context.CancellationToken), message.Rule.Code()))
        {
            context.ReportDiagnostic(RuleDescriptors.Diagnose(
                message,
                part.GetLocation(),
                instead is null ? null : new WriteCode(instead)));
        }
    }

    /// <summary>A set of permissions as those that it holds today, one by one.</summary>
    private static string? ByName(ITypeSymbol? type, object? value)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } || value is null)
        {
            return null;
        }

        var bits = EnumBits.Of(value);
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(f => f.HasConstantValue && EnumBits.Of(f.ConstantValue!) is var bit && EnumBits.Count(bit) == 1 && (bits & bit) != 0)
            .Select(f => $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{f.Name}")
            .ToArray();
        return members.Length == 0 ? null : string.Join(" | ", members);
    }

    /// <summary>The members of a set that is written with <c>|</c>, and a complement as a whole.</summary>
    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Parts(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } or => Parts(or.Left).Concat(Parts(or.Right)),
        _ => [expression],
    };
}

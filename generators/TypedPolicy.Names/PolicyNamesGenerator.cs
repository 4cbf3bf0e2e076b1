using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Binding;
using TypedPolicy.Model;

namespace TypedPolicy.Names;

/// <summary>
/// Makes <c>PolicyNames</c>: constants for every name and context that the policy declares, for use at run time, in tests and in
/// manifests. It runs while someone types, so it looks at one class at a time and binds no rule.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyNamesGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that holds the declared names, for tests.</summary>
    public const string NamesStep = "Names";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. The namespace that the constants go into, and the module that they are of.
        var space = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var root) ? root : "");
        var module = context.CompilationProvider.Select(static (compilation, _) => DeclaredNames.Module(compilation));

        // 2. The names, kind by kind, class by class.
        var names = DeclaredNames.Kinds
            .Select(kind => context.SyntaxProvider.ForAttributeWithMetadataName(
                kind,
                static (node, _) => node is BaseTypeDeclarationSyntax,
                static (found, _) => found.TargetSymbol is INamedTypeSymbol type ? DeclaredNames.Of(type) : EquatableArray<DeclaredName>.Empty))
            .Select(provider => provider.Collect())
            .Aggregate((left, right) => left.Combine(right).Select(static (pair, _) => pair.Left.AddRange(pair.Right)))
            .Select(static (all, _) => Sort(all))
            .WithTrackingName(NamesStep);

        // 3. The class.
        context.RegisterSourceOutput(
            names.Combine(module).Combine(space),
            static (output, input) => Emit(output, input.Left.Left, input.Left.Right, input.Right));
    }

    private static EquatableArray<DeclaredName> Sort(ImmutableArray<EquatableArray<DeclaredName>> all) =>
        EquatableArray.From(all
            .SelectMany(names => names)
            .Distinct()
            .OrderBy(n => n.CSharpName, StringComparer.Ordinal)
            .ThenBy(n => n.Entity.Name, StringComparer.Ordinal));

    private static void Emit(SourceProductionContext output, EquatableArray<DeclaredName> names, ModuleIdentity module, string space)
    {
        if (names.Count > 0)
        {
            output.AddSource("PolicyNames.g.cs", SourceText.From(PolicyNamesWriter.Write(names, module, space), Encoding.UTF8));
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Binding;
using TypedPolicy.Binding.Reuse;

namespace TypedPolicy.Names;

/// <summary>
/// Makes <c>PolicyNames</c>: constants for every name and context that the policy declares, for use at run time, in tests and in
/// manifests. It runs while someone types, so it looks at symbols only when the shape of the policy changes: no rule is part of that.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyNamesGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that holds the declared names, for tests.</summary>
    public const string NamesStep = "Names";

    /// <summary>The name of the step that holds what names depend on.</summary>
    public const string ShapeStep = "Shape";

    private static readonly ConditionalWeakTable<PolicyShape, PolicyVocabulary> Known = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. The namespace that the constants go into, and who sees them.
        var settings = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => NamesSettings.Read(options));
        var space = context.CompilationProvider.Combine(settings)
            .Select(static (pair, _) => (Namespace: NamesNamespace.Choose(pair.Left, pair.Right), pair.Right.IsPublic));

        // 2. The names. Binding all classes takes time, so it is done when something that names depend on has changed, and not for each rule
        //    that someone types; the shape that stays the same stays the same object.
        var shape = context.CompilationProvider.Select(PolicyShape.Of).WithTrackingName(ShapeStep);
        var names = shape.Combine(context.CompilationProvider)
            .Select(static (pair, cancellation) => Names(pair.Left, pair.Right, cancellation))
            .WithTrackingName(NamesStep);

        // 3. The class.
        context.RegisterSourceOutput(names.Combine(space), static (output, input) => Emit(output, input.Left, input.Right.Namespace, input.Right.IsPublic));
    }

    private static PolicyVocabulary Names(PolicyShape shape, Compilation compilation, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(shape, out var names))
        {
            names = DeclaredNames.All(compilation, cancellation);
            names = Known.GetValue(shape, _ => names);
        }

        return names;
    }

    private static void Emit(SourceProductionContext output, PolicyVocabulary policy, string space, bool isPublic)
    {
        if (policy.Names.Count > 0)
        {
            output.AddSource("PolicyNames.g.cs", SourceText.From(PolicyNamesWriter.Write(policy.Names, policy.Module, space, isPublic), Encoding.UTF8));
        }
    }
}

using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Generators;

/// <summary>
/// Turns the policy that a compilation declares into CIL and file contexts, carried by the assembly as attributes. Nothing of it is
/// visible to C#: the build leaves this generator out while someone types.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class PolicyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. What the project sets.
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => PolicySettings.Read(options))
            .WithTrackingName(Steps.Settings);

        // 2. The C#, read into values: a model, and beside it the places that it refers to by number.
        var policy = context.CompilationProvider
            .Combine(settings)
            .Select(static (input, cancellation) => Read(input.Left, input.Right, cancellation))
            .WithTrackingName(Steps.Policy);
        var model = policy.Select(static (read, _) => read.Model).WithTrackingName(Steps.Model);
        var places = policy.Select(static (read, _) => read.Places).WithTrackingName(Steps.Places);
        var classes = policy.Select(static (read, _) => read.Classes);

        // 3. What blocks the policy, and where. The texts take the same analysis.
        var analysis = model.Combine(settings)
            .Select(static (input, _) => input.Left is { } read ? new PolicyAnalysis(read, input.Right.SpellingTarget) : null);
        var findings = analysis.Combine(settings)
            .Select(static (input, _) => Check(input.Left, input.Right))
            .WithTrackingName(Steps.Findings);
        var problems = findings.Combine(places)
            .Select(static (input, _) => Locate(input.Left, input.Right))
            .WithTrackingName(Steps.Problems);

        // 4. The texts, with line marks or without.
        var marks = places.Combine(settings)
            .Select(static (input, _) => input.Right.LineMarks ? input.Left : default)
            .WithTrackingName(Steps.LineMarks);
        var artifacts = analysis.Combine(findings).Combine(marks).Combine(settings)
            .Select(static (input, _) => Write(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .WithTrackingName(Steps.Artifacts);

        // 5. The assembly carries them, or the reason why there are none, and the classes that they come from.
        context.RegisterImplementationSourceOutput(
            artifacts.Combine(problems).Combine(classes),
            static (output, input) => Emit(output, input.Left.Left, input.Left.Right, input.Right));
    }
}

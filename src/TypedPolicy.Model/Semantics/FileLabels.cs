using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>Finds the file contexts of a policy, wherever they stand.</summary>
internal static class FileLabels
{
    /// <summary>All of them, with the C# name of the innermost block that each is in, where that may be left out: an optional, or one with a condition.</summary>
    public static IEnumerable<(FileLabel Label, string? Block)> Of(PolicyModel model, InterfaceTable interfaces)
    {
        var rules = model.Declarations
            .Where(d => d is not InterfaceDeclaration)
            .SelectMany(d => d.Rules)
            .Concat(model.Rules);
        return rules.SelectMany(rule => Of(rule, within: null, interfaces));
    }

    private static IEnumerable<(FileLabel Label, string? Block)> Of(Rule rule, string? within, InterfaceTable interfaces) => rule switch
    {
        FileLabel label => [(label, within)],
        Block block => block.Rules.SelectMany(r => Of(r, block.IsOptional || block.Conditions.Count > 0 ? block.Name : within, interfaces)),
        InterfaceCall call when interfaces.HoldsFileLabel(call) => interfaces.Expand(call).SelectMany(r => Of(r, within, interfaces)),
        _ => [],
    };
}

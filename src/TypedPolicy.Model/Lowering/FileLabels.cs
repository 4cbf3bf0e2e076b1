using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Lowering;

/// <summary>Finds the file contexts of a policy, wherever they stand.</summary>
internal static class FileLabels
{
    /// <summary>All of them, with the C# name of the innermost optional that each stands in.</summary>
    public static IEnumerable<(FileLabel Label, string? Optional)> Of(PolicyModel model, InterfaceTable interfaces)
    {
        var rules = model.Declarations
            .Where(d => d is not InterfaceDeclaration)
            .SelectMany(d => d.Rules)
            .Concat(model.Rules);
        return rules.SelectMany(rule => Of(rule, optional: null, interfaces));
    }

    private static IEnumerable<(FileLabel Label, string? Optional)> Of(Rule rule, string? optional, InterfaceTable interfaces) => rule switch
    {
        FileLabel label => [(label, optional)],
        Block block => block.Rules.SelectMany(r => Of(r, block.IsOptional ? block.Name : optional, interfaces)),
        InterfaceCall call when interfaces.HoldsFileLabel(call) => interfaces.Expand(call).SelectMany(r => Of(r, optional, interfaces)),
        _ => [],
    };
}

using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks;

/// <summary>TP0006: an interface that applies itself, through whatever others.</summary>
internal static class InterfaceChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, InterfaceTable interfaces)
    {
        foreach (var declaration in model.Declarations.OfType<InterfaceDeclaration>())
        {
            if (Reaches(declaration, declaration.Entity.Name, interfaces, []))
            {
                yield return new Finding(RuleId.TP0006, declaration.Origin, $"The interface {declaration.CSharpName} applies itself, directly or through another interface; a CIL macro cannot. Take one of the applications out.");
            }
        }
    }

    private static bool Reaches(InterfaceDeclaration from, string goal, InterfaceTable interfaces, HashSet<string> seen) =>
        Calls(from.Rules).Any(call =>
            call.Interface == goal
            || (seen.Add(call.Interface) && interfaces.Find(call.Interface) is { } next && Reaches(next, goal, interfaces, seen)));

    private static IEnumerable<InterfaceCall> Calls(IEnumerable<Rule> rules) =>
        rules.SelectMany(rule => rule switch
        {
            InterfaceCall call => [call],
            Block block => Calls(block.Rules),
            _ => [],
        });
}

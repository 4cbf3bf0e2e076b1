using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>Finds out what the type arguments of an interface stand for, from the places where its rules use them.</summary>
public static class InterfaceParameters
{
    /// <summary>What an argument stands for: a type, unless something else is declared.</summary>
    /// <param name="argument">Its name in the macro: <c>arg1</c>.</param>
    /// <param name="rules">The rules of the interface.</param>
    /// <param name="callee">The parameters of an interface that the rules apply.</param>
    public static ParameterKind Infer(string argument, IEnumerable<Rule> rules, Func<string, EquatableArray<InterfaceParameter>> callee) =>
        Uses(argument, rules, callee).FirstOrDefault(kind => kind != ParameterKind.Type);

    private static IEnumerable<ParameterKind> Uses(string argument, IEnumerable<Rule> rules, Func<string, EquatableArray<InterfaceParameter>> callee) =>
        rules.SelectMany(rule => rule switch
        {
            Block block => block.Conditions
                .Where(c => IsArgument(c.Subject, argument))
                .Select(_ => ParameterKind.Condition)
                .Concat(Uses(argument, block.Rules, callee)),
            InterfaceCall { Base: { } expansion } => Uses(argument, expansion.Rules, callee),
            InterfaceCall call => call.Arguments
                .Zip(callee(call.Interface).Skip(1), (given, parameter) => (given, parameter))
                .Where(pair => pair.given.Entity is { } entity && IsArgument(entity, argument))
                .Select(pair => pair.parameter.Kind),
            _ => rule.Operands()
                .Where(place => IsArgument(place.Entity, argument))
                .Select(place => Kind(place.Expected)),
        });

    private static bool IsArgument(EntityRef entity, string argument) =>
        entity.Kind == EntityKind.Argument && entity.Name == argument;

    private static ParameterKind Kind(Expected expected) => expected switch
    {
        Expected.Roles or Expected.OneRole or Expected.RoleAttribute => ParameterKind.Role,
        Expected.User => ParameterKind.User,
        Expected.Class or Expected.ClassOrMap => ParameterKind.Class,
        Expected.Condition => ParameterKind.Condition,
        _ => ParameterKind.Type,
    };
}

using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>Puts the arguments of a call in place of an interface's parameters. Every rule that comes out has the place of the call.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<string, CallArgument> _arguments = new(StringComparer.Ordinal);
    private readonly InterfaceCall _call;

    /// <summary>Takes the arguments of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="parameters">The names of the interface's parameters, the subject first.</param>
    public Substitution(InterfaceCall call, IReadOnlyList<string> parameters)
    {
        _call = call;
        _arguments[EntityRef.Subject.Name] = new CallArgument(call.Subject, null, EquatableArray<PermissionSet>.Empty);
        for (var i = 0; i < call.Arguments.Count && i + 1 < parameters.Count; i++)
        {
            _arguments[parameters[i + 1]] = call.Arguments[i];
        }
    }

    /// <summary>What a rule of the interface becomes. Only permissions of several classes for one parameter make more than one rule of it.</summary>
    public IEnumerable<Rule> Apply(Rule rule) => rule.With(this).Select(r => r with { Origin = _call.Origin });

    /// <summary>What stands for a name.</summary>
    public EntityRef Of(EntityRef entity) =>
        entity.Kind is EntityKind.Argument or EntityKind.Parameter && _arguments.TryGetValue(entity.Name, out var argument) && argument.Entity is { } given
            ? given
            : entity;

    /// <summary>What stands for a text.</summary>
    public TextArgument? Of(TextArgument? word) =>
        word is { IsParameter: true } && _arguments.TryGetValue(word.Value.Text, out var argument) && argument.Text is { } given ? given : word;

    /// <summary>What stands for permissions: one set for each class.</summary>
    public IEnumerable<PermissionSet> All(PermissionSet set)
    {
        if (set.Class.Kind == EntityKind.Parameter && set.Names.Count == 0
            && _arguments.TryGetValue(set.Class.Name, out var argument) && argument.Permissions.Count > 0)
        {
            return argument.Permissions;
        }

        return [set with { Class = Of(set.Class) }];
    }

    /// <summary>A label with what stands for its names.</summary>
    public LabelContext Of(LabelContext context) => context with { User = Of(context.User), Type = Of(context.Type) };

    /// <summary>An argument of a call inside the interface.</summary>
    public CallArgument Of(CallArgument argument) => new(
        argument.Entity is { } entity ? Of(entity) : null,
        Of(argument.Text),
        EquatableArray.From(argument.Permissions.SelectMany(All)));
}

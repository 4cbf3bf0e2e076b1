using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>Puts the arguments of a call in place of an interface's parameters. Every rule that comes out has the place of the call.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<string, CallArgument> _arguments = new(StringComparer.Ordinal);
    private readonly InterfaceCall _call;

    public Substitution(InterfaceDeclaration declaration, InterfaceCall call)
    {
        _call = call;
        _arguments[EntityRef.Subject.Name] = new CallArgument(call.Subject, null, EquatableArray<PermissionSet>.Empty);
        for (var i = 0; i < call.Arguments.Count && i + 1 < declaration.Parameters.Count; i++)
        {
            _arguments[declaration.Parameters[i + 1].Name] = call.Arguments[i];
        }
    }

    public IEnumerable<Rule> Apply(Rule rule) => rule switch
    {
        AccessRule r => Permissions(r.Permissions).Select(p => (Rule)(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target), Permissions = p })),
        IoctlRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target), Class = Entity(r.Class) }),
        TypeRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target), Class = Entity(r.Class), FileName = Text(r.FileName), Result = Entity(r.Result) }),
        DomainTransitionRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Executable = Entity(r.Executable), Target = Entity(r.Target) }),
        EntrypointRule r => One(r with { Origin = _call.Origin, Domain = Entity(r.Domain), Executable = Entity(r.Executable) }),
        RangeTransitionRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target), Class = Entity(r.Class) }),
        RoleTransitionRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target), Class = Entity(r.Class), Result = Entity(r.Result) }),
        MembershipRule r => One(r with { Origin = _call.Origin, Member = Entity(r.Member), Attribute = Entity(r.Attribute) }),
        RoleTypeRule r => One(r with { Origin = _call.Origin, Role = Entity(r.Role), Type = Entity(r.Type) }),
        RoleAllowRule r => One(r with { Origin = _call.Origin, Source = Entity(r.Source), Target = Entity(r.Target) }),
        BoundsRule r => One(r with { Origin = _call.Origin, Child = Entity(r.Child), Parent = Entity(r.Parent) }),
        AliasRule r => One(r with { Origin = _call.Origin, Type = Entity(r.Type) }),
        PermissiveRule r => One(r with { Origin = _call.Origin, Type = Entity(r.Type) }),
        InterfaceCall r => One(r with { Origin = _call.Origin, Subject = Entity(r.Subject), Arguments = EquatableArray.From(r.Arguments.Select(Argument)), Base = r.Base is null ? null : r.Base with { Rules = EquatableArray.From(r.Base.Rules.SelectMany(Apply)) } }),
        Block r => One(r with
        {
            Origin = _call.Origin,
            Conditions = EquatableArray.From(r.Conditions.Select(c => c with { Subject = Entity(c.Subject) })),
            Rules = EquatableArray.From(r.Rules.SelectMany(Apply)),
        }),
        FileLabel r => One(r with { Origin = _call.Origin, Context = r.Context is null ? null : Context(r.Context) }),
        PortLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        NodeLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        NetifLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context), PacketContext = Context(r.PacketContext) }),
        GenfsLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        FsUseLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        InfinibandPkeyLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        InfinibandEndPortLabel r => One(r with { Origin = _call.Origin, Context = Context(r.Context) }),
        _ => One(rule with { Origin = _call.Origin }),
    };

    private static IEnumerable<Rule> One(Rule rule) => [rule];

    private EntityRef Entity(EntityRef entity) =>
        entity.Kind is EntityKind.Argument or EntityKind.Parameter && _arguments.TryGetValue(entity.Name, out var argument) && argument.Entity is { } given
            ? given
            : entity;

    private Word? Text(Word? word) =>
        word is { IsParameter: true } && _arguments.TryGetValue(word.Value.Text, out var argument) && argument.Word is { } given ? given : word;

    private IEnumerable<PermissionSet> Permissions(PermissionSet set)
    {
        if (set.Class.Kind == EntityKind.Parameter && set.Names.Count == 0
            && _arguments.TryGetValue(set.Class.Name, out var argument) && argument.Permissions.Count > 0)
        {
            return argument.Permissions;
        }

        return [set with { Class = Entity(set.Class) }];
    }

    private LabelContext Context(LabelContext context) => context with { User = Entity(context.User), Type = Entity(context.Type) };

    private CallArgument Argument(CallArgument argument) => new(
        argument.Entity is { } entity ? Entity(entity) : null,
        Text(argument.Word),
        EquatableArray.From(argument.Permissions.SelectMany(Permissions)));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads the rules on a class as attributes.</summary>
internal sealed class RuleReader(Session session)
{
    private static readonly EntityRef Process = new(EntityKind.ObjectClass, "process");

    /// <summary>Reads all rules of a carrier. Its blocks are read apart.</summary>
    public void Read(ISymbol symbol, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        foreach (var attribute in session.Places.InOrder(symbol))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            if (!session.Missing.Holds(attribute, symbol, carrier.Outer))
            {
                Read(attribute, session.Attributes.Of(attribute), carrier, into);
            }
        }
    }

    private void Read(AttributeData attribute, AttributeKind word, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        switch (word)
        {
            case AttributeKind.Allow or AttributeKind.AuditAllow or AttributeKind.DontAudit or AttributeKind.NeverAllow:
                Access(attribute, KindOf(word), carrier.Subject, session.Types.Target(attribute, 0, carrier), carrier, into);
                break;
            case AttributeKind.AllowFrom or AttributeKind.AuditAllowFrom or AttributeKind.DontAuditFrom or AttributeKind.NeverAllowFrom:
                Access(attribute, KindOf(word), session.Types.Of(attribute, 0, carrier), carrier.Subject, carrier, into);
                break;
            case AttributeKind.AllowIoctl or AttributeKind.AuditAllowIoctl or AttributeKind.DontAuditIoctl or AttributeKind.NeverAllowIoctl:
                Ioctl(attribute, KindOf(word), carrier, into);
                break;
            case AttributeKind.TypeTransition or AttributeKind.TypeChange or AttributeKind.TypeMember:
                TypeRule(attribute, word == AttributeKind.TypeTransition ? TypeRuleKind.Transition : word == AttributeKind.TypeChange ? TypeRuleKind.Change : TypeRuleKind.Member, carrier, into);
                break;
            case AttributeKind.DomainTransitionThrough:
                into.Add(new DomainTransitionRule(Origin(attribute, carrier), carrier.Subject, session.Types.Of(attribute, 0, carrier), session.Types.Of(attribute, 1, carrier), attribute.Flag("NoNewPrivileges")));
                break;
            case AttributeKind.DomainTransition:
                ThroughOneEntrypoint(attribute, carrier, into);
                break;
            case AttributeKind.EntrypointOf:
                into.Add(new EntrypointRule(Origin(attribute, carrier), carrier.Subject, session.Types.Of(attribute, 0, carrier)));
                break;
            case AttributeKind.RangeTransition:
                RangeTransition(attribute, carrier, into);
                break;
            case AttributeKind.RoleTransition:
                foreach (var @class in Classes(attribute, 0, carrier, orProcess: true))
                {
                    into.Add(new RoleTransitionRule(Origin(attribute, carrier), carrier.Subject, session.Types.Of(attribute, 0, carrier), @class, session.Types.Of(attribute, 1, carrier)));
                }

                break;
            case AttributeKind.RoleAllow:
                into.Add(new RoleAllowRule(Origin(attribute, carrier), carrier.Subject, session.Types.Of(attribute, 0, carrier)));
                break;
            case AttributeKind.RoleOf:
                into.Add(new RoleTypeRule(Origin(attribute, carrier), session.Types.Of(attribute, 0, carrier), carrier.Subject));
                break;
            case AttributeKind.MemberOf:
                MemberOf(attribute, carrier, into);
                break;
            case AttributeKind.Permissive:
                into.Add(new PermissiveRule(Origin(attribute, carrier), carrier.Subject));
                break;
            case AttributeKind.Bounds:
                into.Add(new BoundsRule(Origin(attribute, carrier), carrier.Subject, session.Types.Of(attribute, 0, carrier)));
                break;
            case AttributeKind.Alias:
                if (attribute.Text(0) is { } alias)
                {
                    into.Add(new AliasRule(Origin(attribute, carrier), carrier.Subject, alias));
                }

                break;
            case AttributeKind.Constrain or AttributeKind.MlsConstrain:
                Constrain(attribute, word == AttributeKind.MlsConstrain, carrier, into);
                break;
            case AttributeKind.ValidateTransition or AttributeKind.MlsValidateTransition:
                ValidateTransition(attribute, word == AttributeKind.MlsValidateTransition, carrier, into);
                break;
            case AttributeKind.RawCil:
                RawCil(attribute, carrier, into);
                break;
            case AttributeKind.DefaultUser or AttributeKind.DefaultRole or AttributeKind.DefaultType or AttributeKind.DefaultRange:
                Default(attribute, word, carrier, into);
                break;
            case AttributeKind.InterfaceCall:
                if (session.Interfaces.Call(attribute, carrier) is { } call)
                {
                    into.Add(call);
                }

                break;
            case var label when label.Group() == AttributeGroup.Label:
                session.Labels.Read(attribute, label, carrier, into);
                break;
            case var rule when rule.Group() == AttributeGroup.Rule:
                throw new InvalidOperationException($"Nothing reads [{rule}].");
        }
    }

    private static AccessKind KindOf(AttributeKind word) => word switch
    {
        AttributeKind.AuditAllow or AttributeKind.AuditAllowFrom or AttributeKind.AuditAllowIoctl => AccessKind.AuditAllow,
        AttributeKind.DontAudit or AttributeKind.DontAuditFrom or AttributeKind.DontAuditIoctl => AccessKind.DontAudit,
        AttributeKind.NeverAllow or AttributeKind.NeverAllowFrom or AttributeKind.NeverAllowIoctl => AccessKind.NeverAllow,
        _ => AccessKind.Allow,
    };

    private void Access(AttributeData attribute, AccessKind kind, EntityRef source, EntityRef target, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        // A type that lets itself do something on itself: Self on the target's side.
        var origin = Origin(attribute, carrier);
        foreach (var permissions in session.Permissions.Read(attribute, 0, carrier))
        {
            into.Add(new AccessRule(origin, kind, source, target, permissions));
        }
    }

    private void Ioctl(AttributeData attribute, AccessKind kind, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (attribute.Text(0) is not { } text)
        {
            return;
        }

        var origin = Origin(attribute, carrier);
        var requests = IoctlRequests.Parse(text);
        foreach (var problem in requests.Problems)
        {
            session.Report(RuleCatalogue.InvalidIoctlRequest.Unreadable.WithSentence(problem.Message), new Spot(origin, SpotPart.Argument, 0, problem.Start, problem.Length), problem.Replacement is { } replacement ? new WriteText(text.Remove(problem.Start, problem.Length).Insert(problem.Start, replacement)) : null);
        }

        if (requests.IsValid)
        {
            into.Add(new IoctlRule(origin, kind, carrier.Subject, session.Types.Target(attribute, 0, carrier), session.Types.Of(attribute, 1, carrier), requests));
        }
    }

    private void TypeRule(AttributeData attribute, TypeRuleKind kind, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        var name = attribute.Named("Name")?.Value as string;
        var parameter = name is not null && carrier.InInterface ? Placeholders.Parameter(name) : null;
        TextArgument? fileName = name is null ? null : new TextArgument(parameter ?? name, parameter is not null);
        foreach (var @class in Classes(attribute, 0, carrier, orProcess: false))
        {
            into.Add(new TypeRule(Origin(attribute, carrier), kind, carrier.Subject, session.Types.Of(attribute, 0, carrier), @class, fileName, session.Types.Of(attribute, 1, carrier)));
        }
    }

    private void ThroughOneEntrypoint(AttributeData attribute, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        var origin = Origin(attribute, carrier);
        var target = session.Types.Of(attribute, 0, carrier);
        if (attribute.AttributeClass!.TypeArguments[0] is not INamedTypeSymbol type || target.Kind != EntityKind.Type)
        {
            into.Add(new DomainTransitionRule(origin, carrier.Subject, target, target, NoNewPrivileges: false));
            return;
        }

        var entrypoints = Entrypoints.Of(session.Types.Close(type, carrier), session).Distinct().ToArray();
        if (entrypoints.Length == 1)
        {
            into.Add(new DomainTransitionRule(origin, carrier.Subject, entrypoints[0], target, attribute.Flag("NoNewPrivileges")));
            return;
        }

        var has = entrypoints.Length == 0 ? "has no entrypoint" : $"has {entrypoints.Length} entrypoints ({string.Join(", ", entrypoints.Select(e => e.Name))})";
        session.Report(RuleCatalogue.NotOneEntrypoint.NotExactlyOne.With(target.Name, has, type.Name), new Spot(origin, SpotPart.TypeArgument));
    }

    private void RangeTransition(AttributeData attribute, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (attribute.Text(0) is not { } text)
        {
            return;
        }

        var origin = Origin(attribute, carrier);
        if (!SecurityRange.TryParse(text, out var range, out var error))
        {
            session.Report(RuleCatalogue.InvalidLevel.Unreadable.WithSentence(error), new Spot(origin, SpotPart.Argument));
            return;
        }

        foreach (var @class in Classes(attribute, 1, carrier, orProcess: true))
        {
            into.Add(new RangeTransitionRule(origin, carrier.Subject, session.Types.Of(attribute, 0, carrier), @class, range));
        }
    }

    private void MemberOf(AttributeData attribute, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        var origin = Origin(attribute, carrier);
        into.Add(new MembershipRule(origin, carrier.Subject, session.Types.Of(attribute, 0, carrier)));

        // An attribute that extends others puts its members into those too.
        foreach (var outer in attribute.AttributeClass!.TypeArguments[0].AllInterfaces)
        {
            if (session.Entities.Of(outer) is { Kind: EntityKind.TypeAttribute or EntityKind.RoleAttribute } entity)
            {
                into.Add(new MembershipRule(origin, carrier.Subject, entity));
            }
        }
    }

    private void Constrain(AttributeData attribute, bool mls, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (Expression(attribute, carrier) is { } expression)
        {
            foreach (var permissions in session.Permissions.Read(attribute, 1, carrier))
            {
                into.Add(new ConstraintRule(Origin(attribute, carrier), mls, permissions, expression));
            }
        }
    }

    private void ValidateTransition(AttributeData attribute, bool mls, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (Expression(attribute, carrier) is { } expression)
        {
            foreach (var @class in Classes(attribute, 1, carrier, orProcess: false))
            {
                into.Add(new ValidateTransitionRule(Origin(attribute, carrier), mls, @class, expression));
            }
        }
    }

    private CilNode? Expression(AttributeData attribute, Carrier carrier)
    {
        if (attribute.Text(0) is not { } text)
        {
            return null;
        }

        var spot = new Spot(Origin(attribute, carrier), SpotPart.Argument);
        if (!CilReader.TryRead(text, out var nodes, out var error, out var position))
        {
            session.Report(RuleCatalogue.UnreadableCil.Expression.With(error), spot with { Start = position, Length = 1 });
            return null;
        }

        if (nodes is not [CilList list] || CilExpression.Problem(list) is not null)
        {
            session.Report(RuleCatalogue.UnreadableCil.Expression.With(nodes is [CilList only] ? CilExpression.Problem(only) : "it must be one list in parentheses, such as (eq t1 t2)"), spot);
            return null;
        }

        return list;
    }

    private void RawCil(AttributeData attribute, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (attribute.Text(0) is not { } text)
        {
            return;
        }

        var origin = Origin(attribute, carrier);
        var spot = new Spot(origin, SpotPart.Argument);
        if (!CilReader.TryRead(text, out var nodes, out var error, out var position))
        {
            session.Report(RuleCatalogue.UnreadableCil.Unreadable.With(error, position + 1), spot with { Start = position, Length = 1 });
            return;
        }

        if (nodes.IsEmpty)
        {
            session.Report(RuleCatalogue.UnreadableCil.Empty.With(), spot);
        }

        session.RawCil.Check(nodes, text, spot);
        foreach (var node in nodes)
        {
            if (node is CilList { Keyword: not null } statement)
            {
                into.Add(new RawRule(origin, statement));
            }
            else
            {
                session.Report(RuleCatalogue.UnreadableCil.NotAStatement.With(Shorten(node.ToString())), spot);
            }
        }
    }

    private void Default(AttributeData attribute, AttributeKind word, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        var from = attribute.Number(0) == 0 ? "source" : "target";
        var part = word == AttributeKind.DefaultRange ? attribute.Number(1) switch { 0 => "low", 1 => "high", _ => "low-high" } : null;
        foreach (var @class in Classes(attribute, word == AttributeKind.DefaultRange ? 2 : 1, carrier, orProcess: false))
        {
            into.Add(new ClassDefaultRule(Origin(attribute, carrier), word.ToString().ToLowerInvariant(), @class, from, part));
        }
    }

    private ImmutableArray<EntityRef> Classes(AttributeData attribute, int index, Carrier carrier, bool orProcess)
    {
        var argument = attribute.ConstructorArguments.Length > index ? attribute.ConstructorArguments[index] : default;
        var values = argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values : [];
        if (values.IsEmpty && !orProcess)
        {
            session.Report(RuleCatalogue.UnknownPermission.NoClass.With(), Origin(attribute, carrier));
        }

        return values.IsEmpty && orProcess ? [Process] : [.. values.Select(v => session.Types.Class(v, carrier))];
    }

    private Origin Origin(AttributeData attribute, Carrier carrier) => session.Places.Of(attribute, carrier.Outer);

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";
}

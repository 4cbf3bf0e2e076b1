using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>The facts of a policy in which every text is one of some: two domains for each, which become one another.</summary>
internal static class HostileFacts
{
    public static PolicyFacts Of(IReadOnlyList<string> texts)
    {
        var count = texts.Count;
        var danger = Enumerable.Range(0, count);
        return new PolicyFacts
        {
            Title = texts[0],
            Base = texts[^1],
            Names = [.. texts.Select((t, i) => new NameFact(t, IsAttribute: false, IsOwn: true, []) { CSharp = t, Summary = t, Place = i, Access = [new((i + 1) % count, i, [i], [i])] })],
            Permissions = [.. texts.Select(t => new PermissionFact(t, [t], Uses.Read | Uses.Write, In: true, Out: true)), new("file", ["read", "write"], Uses.Read | Uses.Write, In: true, Out: true)],
            Conditions = [.. texts.Select(t => new ConditionFact(t, HoldsAtFirst: true, [t]))],
            Places = [.. texts.Select((t, i) => new PlaceFact(new SourceMark(t, i + 1), t))],
            Domains = [.. danger.Select(i => new DomainFact(i, [texts[i]], IsPermissive: true, [(i + 1) % count]) { Powers = [new(i, (i + 1) % count, i, i, IsOfBase: false), new(i, i, i, null, IsOfBase: true)] })],
            Transitions = [.. danger.Select(i => new TransitionFact(i, (i + 1) % count, [new(i, IsAutomatic: true)], IsDynamic: false, [i]))],
            Labels = [.. texts.Select((t, i) => new LabelFact(t, t, i, IsOwn: true))],
            Ports = [.. texts.Select((t, i) => new PortFact(i, t, t))],
            Booleans = [.. texts.Select(t => new BooleanFact(t, IsOn: true, IsOwn: true, t))],
            Dangers = [.. texts.Select(t => new DangerFact(t, [t], t, t))],
            Justifications = [.. texts.Select((t, i) => new JustificationFact(t, t, t, i))],
            Changes = [.. texts.Select((t, i) => new ChangeFact(t, '+', [i], (t, i)))],
            Rules = count,
        };
    }
}

using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>
/// TP1003: names that rules use and nothing here declares, such as those of [External] classes, permissions and aliases. A bad one
/// would not only be refused by secilc: it could say something else than a name.
/// </summary>
internal static class UsedNameChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        var declared = new HashSet<EntityRef>(model.Declarations.Where(d => d is not ForeignRules).Select(d => d.Entity));
        foreach (var visit in rules.Where(v => v.Through is null))
        {
            foreach (var (name, kind, what) in Refused(visit, declared))
            {
                yield return new Finding(RuleCatalogue.InvalidName.Refused.With(NameRules.Show(name), what, NameRules.UsedProblem(name, kind)), visit.Rule.Origin);
            }
        }

        foreach (var declaration in model.Declarations)
        {
            foreach (var (name, kind, what, origin) in Refused(declaration, declared))
            {
                yield return new Finding(RuleCatalogue.InvalidName.Refused.With(NameRules.Show(name), what, NameRules.UsedProblem(name, kind)), origin);
            }
        }
    }

    /// <summary>The refused names of a rule, with what they are in words: nearly every name is right, and words for each would cost most of the check.</summary>
    private static IEnumerable<(string Name, EntityKind Kind, string What)> Refused(RuleVisit visit, HashSet<EntityRef> declared)
    {
        var places = visit.Rule.Operands().Select(p => p.Entity).Concat(visit.Conditions.Select(c => c.Subject));
        var used = Named(visit.Rule is InterfaceCall call ? places.Concat(Entities(call)) : places, declared);
        return visit.Rule switch
        {
            AccessRule r => used.Concat(Permissions(r.Permissions)),
            ConstraintRule r => used.Concat(Permissions(r.Permissions)),
            AliasRule r when !declared.Contains(r.Type) => used.Concat(One(r.Name, EntityKind.Type, "an alias")),
            InterfaceCall r => used.Concat(One(r.Interface, EntityKind.Interface, "the name of an interface")).Concat(r.Arguments.SelectMany(a => a.Permissions).SelectMany(Permissions)),
            _ => used,
        };
    }

    private static IEnumerable<(string Name, EntityKind Kind, string What, Origin Origin)> Refused(Declaration declaration, HashSet<EntityRef> declared)
    {
        var used = Named(declaration.Operands().Select(p => p.Entity), declared).Select(n => (n.Name, n.Kind, n.What, declaration.Origin));
        return declaration switch
        {
            ClassDeclaration d => used.Concat(d.Permissions.SelectMany(p => One(p, EntityKind.None, $"a permission of {d.CSharpName}")).Select(n => (n.Name, n.Kind, n.What, d.Origin))),
            ClassMapDeclaration d => used.Concat(d.Members.SelectMany(m => Member(m, d))),
            _ => used,
        };
    }

    private static IEnumerable<(string Name, EntityKind Kind, string What, Origin Origin)> Member(ClassMember member, ClassMapDeclaration map) =>
        member.Permissions
            .SelectMany(Permissions)
            .Concat(map.Entity.Kind == EntityKind.ClassMap ? One(member.Name, EntityKind.None, $"a permission of {map.CSharpName}") : [])
            .Select(n => (n.Name, n.Kind, n.What, member.Origin));

    private static IEnumerable<(string Name, EntityKind Kind, string What)> Named(IEnumerable<EntityRef> entities, HashSet<EntityRef> declared) =>
        entities
            .Where(e => e.Kind is not (EntityKind.None or EntityKind.Self or EntityKind.Argument or EntityKind.Parameter) && !declared.Contains(e) && NameRules.UsedProblem(e.Name, e.Kind) is not null)
            .Distinct()
            .Select(e => (e.Name, e.Kind, "the name of an [External] class"));

    private static IEnumerable<EntityRef> Entities(InterfaceCall call) =>
        call.Arguments.Select(a => a.Entity).OfType<EntityRef>().Append(call.Subject);

    /// <summary>The refused names of a set. One that is <c>all</c> alone is not a name: it is how the set of every permission is kept.</summary>
    private static IEnumerable<(string Name, EntityKind Kind, string What)> Permissions(PermissionSet set) =>
        (set.Names.Count == 1 && set.Names[0] == "all") || set.Names.Concat(set.Excluded).All(IsPermission) ? [] : set.Names.Concat(set.Excluded).Where(n => !IsPermission(n)).Select(n => (n, EntityKind.None, $"a permission of {NameRules.Show(set.Class.Name)}"));

    private static bool IsPermission(string name) => NameRules.UsedProblem(name, EntityKind.None) is null;

    private static IEnumerable<(string Name, EntityKind Kind, string What)> One(string name, EntityKind kind, string what) =>
        NameRules.UsedProblem(name, kind) is null ? [] : [(name, kind, what)];
}

using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Declarations;

/// <summary>The list of names that an assembly's policy declares, as the assembly carries it: a kind, a blank and a name a line.</summary>
public static class Manifest
{
    private static readonly (EntityKind Kind, string Word)[] Kinds =
    [
        (EntityKind.Type, "type"),
        (EntityKind.TypeAttribute, "typeattribute"),
        (EntityKind.Role, "role"),
        (EntityKind.RoleAttribute, "roleattribute"),
        (EntityKind.User, "user"),
        (EntityKind.Boolean, "boolean"),
        (EntityKind.Tunable, "tunable"),
        (EntityKind.ObjectClass, "class"),
        (EntityKind.ClassMap, "classmap"),
        (EntityKind.ClassPermission, "classpermission"),
        (EntityKind.Interface, "macro"),
    ];

    /// <summary>The list for a policy, sorted.</summary>
    public static string Write(PolicyModel model)
    {
        var lines = model.Declarations
            .Where(d => d is not ForeignRules)
            .SelectMany(Names)
            .Select(n => $"{Kinds.First(k => k.Kind == n.Kind).Word} {n.Name}");
        return string.Join("\n", lines.Distinct().OrderBy(l => l, StringComparer.Ordinal));
    }

    /// <summary>The kind that a word of the list means, if it means one.</summary>
    public static EntityKind? KindOf(string word)
    {
        foreach (var (kind, text) in Kinds)
        {
            if (text == word)
            {
                return kind;
            }
        }

        return null;
    }

    private static IEnumerable<EntityRef> Names(Declaration declaration) => declaration switch
    {
        ClassMapDeclaration { Entity.Kind: EntityKind.ClassPermission } d => d.Members.Select(m => new EntityRef(EntityKind.ClassPermission, m.Name)),
        _ => declaration.Rules.OfType<AliasRule>().Select(a => new EntityRef(EntityKind.Type, a.Name)).Prepend(declaration.Entity),
    };
}

using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Goes through all names that statements use.</summary>
internal abstract class NameVisitor
{
    public void Visit(ExpandedBlock block)
    {
        foreach (var item in block.Requires)
        {
            Name(item.Name, UseOf(item.Kind));
            Names(item.Permissions, NameUse.Permission);
        }

        Visit(block.Statements);
    }

    protected abstract void Name(string name, NameUse use);

    private static NameUse UseOf(RequirementKind kind) => kind switch
    {
        RequirementKind.Type => NameUse.Type,
        RequirementKind.Attribute => NameUse.TypeAttribute,
        RequirementKind.Role => NameUse.Role,
        RequirementKind.AttributeRole => NameUse.RoleAttribute,
        RequirementKind.Class => NameUse.Class,
        RequirementKind.Boolean => NameUse.Boolean,
        RequirementKind.User => NameUse.User,
        _ => NameUse.Level,
    };

    private void Visit(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case AccessRule rule:
                Rule(rule.Sources, rule.Targets, rule.Classes);
                Set(rule.Permissions, NameUse.Permission);
                break;
            case ExtendedAccessRule rule:
                Rule(rule.Sources, rule.Targets, rule.Classes);
                break;
            case TypeRule rule:
                Rule(rule.Sources, rule.Targets, rule.Classes);
                Name(rule.Result, NameUse.SingleType);
                Name(rule.Name ?? "", NameUse.FileName);
                break;
            case RangeTransition rule:
                Rule(rule.Sources, rule.Targets, rule.Classes);
                Name(rule.Range, NameUse.Level);
                break;
            case RoleTransition rule:
                Set(rule.Roles, NameUse.Role);
                Set(rule.Targets, NameUse.Type);
                Set(rule.Classes, NameUse.Class);
                Name(rule.Result, NameUse.Role);
                break;
            case RoleAllow rule:
                Set(rule.From, NameUse.Role);
                Set(rule.To, NameUse.Role);
                break;
            case ExpandedOptional optional:
                Visit(optional.Block);
                if (optional.Otherwise is not null)
                {
                    Visit(optional.Otherwise);
                }

                break;
            case Conditional conditional:
                Condition(conditional.Condition);
                Visit(conditional.Then);
                Visit(conditional.Otherwise);
                break;
            default:
                Declaration(statement);
                break;
        }
    }

    private void Declaration(Statement statement)
    {
        switch (statement)
        {
            case TypeDeclaration type:
                Name(type.Name, NameUse.SingleType);
                Names(type.Aliases, NameUse.SingleType);
                Names(type.Attributes, NameUse.TypeAttribute);
                break;
            case TypeAliasStatement alias:
                Name(alias.Name, NameUse.SingleType);
                Names(alias.Aliases, NameUse.SingleType);
                break;
            case TypeAttributeStatement membership:
                Name(membership.Type, NameUse.SingleType | NameUse.Joining);
                Names(membership.Attributes, NameUse.TypeAttribute);
                break;
            case AttributeDeclaration attribute:
                Name(attribute.Name, NameUse.TypeAttribute);
                break;
            case ExpandAttributeStatement expand:
                Set(expand.Attributes, NameUse.TypeAttribute);
                break;
            case TypeBoundsStatement bounds:
                Name(bounds.Parent, NameUse.SingleType);
                Names(bounds.Children, NameUse.SingleType);
                break;
            case PermissiveStatement permissive:
                Name(permissive.Type, NameUse.SingleType);
                break;
            case RoleDeclaration role:
                Name(role.Name, NameUse.Role);
                Names(role.Attributes, NameUse.RoleAttribute);
                break;
            case RoleTypesStatement role:
                Name(role.Role, NameUse.Role);
                Set(role.Types, NameUse.Type);
                break;
            case RoleAttributeStatement membership:
                Name(membership.Role, NameUse.Role);
                Names(membership.Attributes, NameUse.RoleAttribute);
                break;
            case AttributeRoleDeclaration attribute:
                Name(attribute.Name, NameUse.RoleAttribute);
                break;
            case BooleanDeclaration boolean:
                Name(boolean.Name, NameUse.Boolean);
                break;
            case UserDeclaration user:
                Name(user.Name, NameUse.User);
                Set(user.Roles, NameUse.Role);
                break;
            default:
                break;
        }
    }

    private void Rule(NameSet sources, NameSet targets, NameSet classes)
    {
        Set(sources, NameUse.Type);
        Set(targets, NameUse.Type);
        Set(classes, NameUse.Class);
    }

    private void Set(NameSet set, NameUse use)
    {
        var inSet = use == NameUse.Type && set.Names.Length > 1 ? use | NameUse.InTypeSet : use;
        Names(set.Names, inSet);
        Names(set.Excluded, use);
    }

    private void Names(ImmutableArray<string> names, NameUse use)
    {
        foreach (var name in names)
        {
            Name(name, use);
        }
    }

    private void Condition(Condition condition)
    {
        switch (condition)
        {
            case BooleanCondition boolean:
                Name(boolean.Name, NameUse.Boolean);
                break;
            case NotCondition not:
                Condition(not.Operand);
                break;
            case BinaryCondition binary:
                Condition(binary.Left);
                Condition(binary.Right);
                break;
            default:
                break;
        }
    }
}

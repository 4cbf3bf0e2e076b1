using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>
/// Turns what an interface does into the statements of an expansion, which a binding carries. Names are as in the policy; what the caller gives
/// is a hole: <c>{subject}</c> for the class that carries the binding, <c>{arg1}</c> for type arguments, <c>{param1}</c> for constructor
/// arguments. Sets of types with nothing removed are written as one statement for each type. Every statement is there once.
/// </summary>
public sealed partial class ExpansionWriter
{
    private readonly HoleNames _holes;
    private readonly HashSet<string> _declared;
    private List<CilList> _block = [];
    private HashSet<CilList> _written = [];

    private ExpansionWriter(HoleNames holes, HashSet<string> declared) => (_holes, _declared) = (holes, declared);

    /// <summary>Writes an expansion.</summary>
    /// <param name="expanded">What an interface does.</param>
    /// <returns>One statement a line, each line ended by <c>\n</c>; empty where it does nothing.</returns>
    public static string Write(ExpandedInterface expanded)
    {
        var writer = new ExpansionWriter(new HoleNames(expanded.Parameters), Declared(expanded.Block.Statements));
        return ExpansionText.Write(writer.Block(expanded.Block));
    }

    /// <summary>What a template declares it need not require, though what it calls does.</summary>
    private static HashSet<string> Declared(ImmutableArray<Statement> statements) => new(
        statements.Select(s => s switch
        {
            TypeDeclaration type => type.Name,
            AttributeDeclaration attribute => attribute.Name,
            RoleDeclaration role => role.Name,
            AttributeRoleDeclaration attribute => attribute.Name,
            BooleanDeclaration boolean => boolean.Name,
            _ => "",
        }),
        StringComparer.Ordinal);

    /// <summary>The statements of a block; each is there once.</summary>
    private List<CilList> Block(ExpandedBlock block)
    {
        var (outer, written) = (_block, _written);
        (_block, _written) = ([], []);
        Requires(block.Requires);
        Statements(block.Statements);
        (var statements, _block, _written) = (_block, outer, written);
        return statements;
    }

    private void Requires(ImmutableArray<Requirement> items)
    {
        var parts = new List<CilNode>();
        void Add(RequirementKind kind, string keyword)
        {
            var names = items.Where(i => i.Kind == kind && Hole.Of(i.Name) == 0 && !_declared.Contains(i.Name)).Select(i => _holes.In(i.Name)).ToList();
            if (names.Count > 0)
            {
                parts.Add(ExpansionStatements.With(keyword, names));
            }
        }

        Add(RequirementKind.Type, "type");
        Add(RequirementKind.Attribute, "typeattribute");
        Add(RequirementKind.Role, "role");
        Add(RequirementKind.AttributeRole, "roleattribute");
        var classes = items.Where(i => i.Kind == RequirementKind.Class && i.Permissions.Length > 0 && Hole.Of(i.Name) == 0).Select(i => (CilNode)new CilList(_holes.In(i.Name), ExpansionStatements.List(_holes.In(i.Permissions)))).ToList();
        if (classes.Count > 0)
        {
            parts.Add(ExpansionStatements.With("class", classes));
        }

        Add(RequirementKind.Boolean, "boolean");
        Add(RequirementKind.User, "user");
        if (parts.Count > 0)
        {
            _block.Add(ExpansionStatements.With(ExpansionStatements.Require, parts));
        }
    }

    private void Statements(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case ExpandedOptional optional:
                    _block.Add(ExpansionStatements.With(ExpansionStatements.Optional, Block(optional.Block)));
                    break;
                case Conditional conditional:
                    _block.Add(ExpansionStatements.Conditional(_holes.Expression(conditional.Condition), Branch(conditional.Then), Branch(conditional.Otherwise)));
                    break;
                case AccessRule or ExtendedAccessRule or TypeRule or RangeTransition or RoleTransition or RoleAllow:
                    Rule(statement);
                    break;
                default:
                    Declaration(statement);
                    break;
            }
        }
    }

    private List<CilList> Branch(ImmutableArray<Statement> statements) => Block(new ExpandedBlock([], statements));

    private void Add(CilList statement)
    {
        if (_written.Add(statement))
        {
            _block.Add(statement);
        }
    }

    private void Declaration(Statement statement)
    {
        switch (statement)
        {
            case TypeDeclaration type:
                Add(ExpansionStatements.Of("type", _holes.In(type.Name)));
                Aliases(type.Aliases, type.Name);
                Memberships(isRole: false, type.Name, type.Attributes);
                break;
            case TypeAliasStatement alias:
                Aliases(alias.Aliases, alias.Name);
                break;
            case TypeAttributeStatement membership:
                Memberships(isRole: false, membership.Type, membership.Attributes);
                break;
            case AttributeDeclaration attribute:
                Add(ExpansionStatements.Of("typeattribute", _holes.In(attribute.Name)));
                break;
            case ExpandAttributeStatement expand:
                Add(ExpansionStatements.Of("expandtypeattribute", ExpansionStatements.List(_holes.In(expand.Attributes.Names)), Boolean(expand.Expand)));
                break;
            case TypeBoundsStatement bounds:
                bounds.Children.ToList().ForEach(child => Add(ExpansionStatements.Of("typebounds", _holes.In(bounds.Parent), _holes.In(child))));
                break;
            case PermissiveStatement permissive:
                Add(ExpansionStatements.Of("typepermissive", _holes.In(permissive.Type)));
                break;
            case RoleDeclaration role:
                Add(ExpansionStatements.Of("role", _holes.In(role.Name)));
                Memberships(isRole: true, role.Name, role.Attributes);
                break;
            case RoleTypesStatement types:
                _holes.Items(types.Types).ForEach(type => Add(ExpansionStatements.Of("roletype", _holes.In(types.Role), type)));
                break;
            case RoleAttributeStatement membership:
                Memberships(isRole: true, membership.Role, membership.Attributes);
                break;
            case AttributeRoleDeclaration attribute:
                Add(ExpansionStatements.Of("roleattribute", _holes.In(attribute.Name)));
                break;
            case BooleanDeclaration boolean:
                Add(ExpansionStatements.Of(boolean.IsTunable ? "tunable" : "boolean", _holes.In(boolean.Name), Boolean(boolean.Default)));
                break;
            case UserDeclaration user:
                Add(ExpansionStatements.Of("user", _holes.In(user.Name)));
                _holes.Items(user.Roles).ForEach(role => Add(ExpansionStatements.Of("userrole", _holes.In(user.Name), role)));
                break;
            default:
                break;
        }
    }

    private void Aliases(ImmutableArray<string> aliases, string type) =>
        aliases.ToList().ForEach(alias => Add(ExpansionStatements.Of("typealias", _holes.In(alias), _holes.In(type))));

    private void Memberships(bool isRole, string member, ImmutableArray<string> attributes) =>
        attributes.ToList().ForEach(attribute => Add(ExpansionStatements.Membership(isRole, _holes.In(attribute), _holes.In(member))));

    private static string Boolean(bool value) => value ? ExpansionStatements.True : ExpansionStatements.False;
}

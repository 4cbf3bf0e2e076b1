using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>
/// Writes what an interface does as text in the shape of CIL, which a binding carries. Names are as in the policy; what the caller gives
/// is a hole: <c>{subject}</c> for the class that carries the binding, <c>{arg1}</c> for type arguments, <c>{param1}</c> for constructor
/// arguments. Sets of types with nothing taken out are written as one statement for each type. Every statement stands there once.
/// </summary>
public sealed partial class ExpansionWriter
{
    private readonly StringBuilder _text = new();
    private readonly HoleNames _holes;
    private readonly HashSet<string> _declared;
    private HashSet<string> _written = new(StringComparer.Ordinal);

    private ExpansionWriter(HoleNames holes, HashSet<string> declared) => (_holes, _declared) = (holes, declared);

    /// <summary>Writes an expansion.</summary>
    /// <param name="expanded">What an interface does.</param>
    /// <returns>One statement a line, each line ended by <c>\n</c>; empty where it does nothing.</returns>
    public static string Write(ExpandedInterface expanded)
    {
        var writer = new ExpansionWriter(new HoleNames(expanded.Parameters), Declared(expanded.Block.Statements));
        writer.Block(expanded.Block);
        return writer._text.ToString();
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

    private void Block(ExpandedBlock block)
    {
        Requires(block.Requires);
        Statements(block.Statements);
    }

    private void Requires(ImmutableArray<Requirement> items)
    {
        var parts = new List<string>();
        void Add(RequirementKind kind, string keyword)
        {
            var names = items.Where(i => i.Kind == kind && Hole.Of(i.Name) == 0 && !_declared.Contains(i.Name)).Select(i => _holes.In(i.Name)).ToList();
            if (names.Count > 0)
            {
                parts.Add($"({keyword} {string.Join(" ", names)})");
            }
        }

        Add(RequirementKind.Type, "type");
        Add(RequirementKind.Attribute, "typeattribute");
        Add(RequirementKind.Role, "role");
        Add(RequirementKind.AttributeRole, "roleattribute");
        var classes = items.Where(i => i.Kind == RequirementKind.Class && i.Permissions.Length > 0 && Hole.Of(i.Name) == 0).Select(i => $"({_holes.In(i.Name)} ({_holes.In(i.Permissions)}))").ToList();
        if (classes.Count > 0)
        {
            parts.Add($"(class {string.Join(" ", classes)})");
        }

        Add(RequirementKind.Boolean, "boolean");
        Add(RequirementKind.User, "user");
        if (parts.Count > 0)
        {
            _text.Append("(require ").Append(string.Join(" ", parts)).Append(")\n");
        }
    }

    private void Statements(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case ExpandedOptional optional:
                    Nested("(optional", optional.Block);
                    break;
                case Conditional conditional:
                    _text.Append("(if ").Append(_holes.Expression(conditional.Condition));
                    Branch("true", conditional.Then);
                    Branch("false", conditional.Otherwise);
                    _text.Append(")\n");
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

    private void Nested(string open, ExpandedBlock block)
    {
        var outer = _written;
        _written = new HashSet<string>(StringComparer.Ordinal);
        _text.Append(open).Append('\n');
        Block(block);
        _text.Append(")\n");
        _written = outer;
    }

    private void Branch(string value, ImmutableArray<Statement> statements)
    {
        if (!statements.IsEmpty)
        {
            _text.Append('\n');
            Nested("(" + value, new ExpandedBlock([], statements));
            _text.Length--;
        }
    }

    private void Line(string statement)
    {
        if (_written.Add(statement))
        {
            _text.Append(statement).Append('\n');
        }
    }

    private void Declaration(Statement statement)
    {
        switch (statement)
        {
            case TypeDeclaration type:
                Line($"(type {_holes.In(type.Name)})");
                Aliases(type.Aliases, type.Name);
                Memberships("typeattributeset", type.Name, type.Attributes);
                break;
            case TypeAliasStatement alias:
                Aliases(alias.Aliases, alias.Name);
                break;
            case TypeAttributeStatement membership:
                Memberships("typeattributeset", membership.Type, membership.Attributes);
                break;
            case AttributeDeclaration attribute:
                Line($"(typeattribute {_holes.In(attribute.Name)})");
                break;
            case ExpandAttributeStatement expand:
                Line($"(expandtypeattribute ({_holes.In(expand.Attributes.Names)}) {(expand.Expand ? "true" : "false")})");
                break;
            case TypeBoundsStatement bounds:
                bounds.Children.ToList().ForEach(child => Line($"(typebounds {_holes.In(bounds.Parent)} {_holes.In(child)})"));
                break;
            case PermissiveStatement permissive:
                Line($"(typepermissive {_holes.In(permissive.Type)})");
                break;
            case RoleDeclaration role:
                Line($"(role {_holes.In(role.Name)})");
                Memberships("roleattributeset", role.Name, role.Attributes);
                break;
            case RoleTypesStatement types:
                _holes.Items(types.Types).ForEach(type => Line($"(roletype {_holes.In(types.Role)} {type})"));
                break;
            case RoleAttributeStatement membership:
                Memberships("roleattributeset", membership.Role, membership.Attributes);
                break;
            case AttributeRoleDeclaration attribute:
                Line($"(roleattribute {_holes.In(attribute.Name)})");
                break;
            case BooleanDeclaration boolean:
                Line($"({(boolean.IsTunable ? "tunable" : "boolean")} {_holes.In(boolean.Name)} {(boolean.Default ? "true" : "false")})");
                break;
            case UserDeclaration user:
                Line($"(user {_holes.In(user.Name)})");
                _holes.Items(user.Roles).ForEach(role => Line($"(userrole {_holes.In(user.Name)} {role})"));
                break;
            default:
                break;
        }
    }

    private void Aliases(ImmutableArray<string> aliases, string type) =>
        aliases.ToList().ForEach(alias => Line($"(typealias {_holes.In(alias)} {_holes.In(type)})"));

    private void Memberships(string keyword, string member, ImmutableArray<string> attributes) =>
        attributes.ToList().ForEach(attribute => Line($"({keyword} {_holes.In(attribute)} ({_holes.In(member)}))"));
}

using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>What our expansion of a call says.</summary>
internal sealed class ExpandedFacts(InterfaceCall call)
{
    private readonly Facts _facts = new();

    /// <summary>What a call in its form says.</summary>
    public Facts Of(ExpandedBlock block)
    {
        block = call.Form switch
        {
            CallForm.Optional => new([], [new ExpandedOptional(block, null)]),
            CallForm.Tunable => block with { Statements = [new Conditional(new BooleanCondition(InterfaceCall.Condition), block.Statements, [])] },
            _ => block,
        };
        foreach (var item in block.Requires.Where(IsListed))
        {
            _facts.Required.Add(call.Fill(item.Name));
        }

        Statements(block.Statements, [], "");
        return _facts;
    }

    /// <summary>A module file does not list required booleans and classes where they are not used.</summary>
    private static bool IsListed(Requirement item) =>
        item.Kind is RequirementKind.Type or RequirementKind.Attribute or RequirementKind.Role or RequirementKind.AttributeRole;

    private void Statements(ImmutableArray<Statement> statements, SortedSet<string> gate, string branch)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case ExpandedOptional optional:
                    SortedSet<string> inner = [.. gate, .. optional.Block.Requires.Where(IsListed).Select(i => call.Fill(i.Name))];
                    Statements(optional.Block.Statements, inner, branch);
                    break;
                case Conditional conditional:
                    var expression = Expression(conditional.Condition);
                    Statements(conditional.Then, gate, Facts.Branch(expression, true));
                    Statements(conditional.Otherwise, gate, Facts.Branch(expression, false));
                    break;
                default:
                    foreach (var fact in Rule(statement))
                    {
                        _facts.Add(gate, branch, fact);
                    }

                    break;
            }
        }
    }

    private IEnumerable<string> Rule(Statement statement) => statement switch
    {
        AccessRule rule => from source in Set(rule.Sources)
                           from target in Set(rule.Targets)
                           from @class in Set(rule.Classes)
                           from permission in Set(rule.Permissions)
                           select $"{rule.Kind.ToString().ToLowerInvariant()} {source} {target} {@class} {permission}",
        TypeRule rule => from source in Set(rule.Sources)
                         from target in Set(rule.Targets)
                         from @class in Set(rule.Classes)
                         select $"type{rule.Kind.ToString().ToLowerInvariant()} {source} {target} {@class} {(rule.Name is null ? "" : $"\"{call.Fill(rule.Name)}\" ")}{call.Fill(rule.Result)}",
        RangeTransition rule => from source in Set(rule.Sources)
                                from target in Set(rule.Targets)
                                from @class in Set(rule.Classes)
                                select $"rangetransition {source} {target} {@class} {Range(call.Fill(rule.Range))}",
        RoleTransition rule => from role in Set(rule.Roles)
                               from target in Set(rule.Targets)
                               from @class in Set(rule.Classes)
                               select $"roletransition {role} {target} {@class} {call.Fill(rule.Result)}",
        RoleAllow rule => from one in Set(rule.From) from other in Set(rule.To) select $"roleallow {one} {other}",
        RoleTypesStatement types => Set(types.Types).Select(type => $"roletype {call.Fill(types.Role)} {type}"),
        _ => Declaration(statement),
    };

    private IEnumerable<string> Declaration(Statement statement)
    {
        switch (statement)
        {
            case TypeDeclaration type:
                _facts.Declared.Add(call.Fill(type.Name));
                return [$"type {call.Fill(type.Name)}", .. Aliases(type.Aliases, type.Name), .. Members("typeattributeset", type.Name, type.Attributes)];
            case TypeAliasStatement alias:
                return Aliases(alias.Aliases, alias.Name);
            case TypeAttributeStatement membership:
                return Members("typeattributeset", membership.Type, membership.Attributes);
            case AttributeDeclaration attribute:
                _facts.Declared.Add(call.Fill(attribute.Name));
                return [$"typeattribute {call.Fill(attribute.Name)}"];
            case RoleDeclaration role:
                _facts.Declared.Add(call.Fill(role.Name));
                return [$"role {call.Fill(role.Name)}", .. Members("roleattributeset", role.Name, role.Attributes)];
            case AttributeRoleDeclaration attribute:
                _facts.Declared.Add(call.Fill(attribute.Name));
                return [$"roleattribute {call.Fill(attribute.Name)}"];
            case RoleAttributeStatement membership:
                return Members("roleattributeset", membership.Role, membership.Attributes);
            case BooleanDeclaration boolean:
                return [$"boolean {call.Fill(boolean.Name)} {(boolean.Default ? "true" : "false")}"];
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} says nothing that is compared.");
        }
    }

    private IEnumerable<string> Aliases(ImmutableArray<string> aliases, string type) => aliases.Select(alias => $"alias {call.Fill(alias)} {call.Fill(type)}");

    private IEnumerable<string> Members(string keyword, string member, ImmutableArray<string> attributes) =>
        attributes.SelectMany(attribute => call.Fill(member).Split(' ').Select(m => $"{keyword} {call.Fill(attribute)} {m}"));

    private IEnumerable<string> Set(NameSet set)
    {
        Assert(set.Kind == NameSetKind.Listed);
        var names = set.Names.SelectMany(n => call.Fill(n).Split(' ')).ToList();
        return Facts.Types(names.Where(n => n[0] != '-'), [.. set.Excluded.Select(call.Fill), .. names.Where(n => n[0] == '-').Select(n => n[1..])]);
    }

    private static void Assert(bool isSo) => Xunit.Assert.True(isSo, "Headers have no * and no ~.");

    private string Expression(Condition condition) => condition switch
    {
        BooleanCondition boolean => call.Fill(boolean.Name),
        NotCondition not => $"(not {Expression(not.Operand)})",
        BinaryCondition binary => $"({binary.Operator.ToString().ToLowerInvariant()} {Expression(binary.Left)} {Expression(binary.Right)})",
        _ => throw new InvalidOperationException("There is no other condition."),
    };

    private static string Range(string range)
    {
        var levels = range.Split('-');
        return levels.Length == 1 ? $"{levels[0]}-{levels[0]}" : range;
    }
}

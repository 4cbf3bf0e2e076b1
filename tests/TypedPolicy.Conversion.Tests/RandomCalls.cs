using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Tests;

/// <summary>Calls of interfaces as the module of a domain makes them, with what their arguments name.</summary>
/// <param name="module">The module, which names begin with.</param>
/// <param name="random">What chooses.</param>
/// <param name="declared">The names that the base policy declares: a call that requires others goes into an optional block.</param>
internal sealed class RandomCalls(string module, Random random, IReadOnlySet<string> declared)
{
    private readonly StringBuilder _text = new();
    private int _calls;

    /// <summary>The calls, with the declarations of what they are given.</summary>
    public string Text => _text.ToString();

    /// <summary>How many calls were made.</summary>
    public int Count => _calls;

    /// <summary>Calls an interface. One is passed over whose transitions are between types of others: two modules could not both call it.</summary>
    public void Add(HeaderInterface item)
    {
        var signature = item.Signature;
        var count = random.Next(3) == 0 ? signature.LeastArguments : signature.Parameters.Length;
        var block = item.Expand(count).Block;
        var transitions = Transitions(block.Statements).ToList();
        if (transitions.Exists(t => !t.Sources.Names.Concat(t.Targets.Names).Any(HoldsArgument)))
        {
            return;
        }

        var names = $"{module}c{++_calls}";
        var declarations = new List<string>();
        var arguments = signature.Parameters.Take(count).Select(p => Argument(p, $"{names}w{p.Number}", isSubject: p == signature.Subject && transitions.Count == 0, mayBeSet: !signature.DeclaresNames && transitions.Count == 0, declarations)).ToArray();
        NeedsOfParts(signature.Parameters.Take(count).Where(p => p.Kind == InterfaceParameterKind.NamePart), item.Expand(count), arguments, declarations);
        declarations.ForEach(d => _text.Append(d).Append('\n'));
        var call = $"{item.Name}({string.Join(", ", arguments)})";
        var known = block.Requires.Where(r => r.Kind is not (RequirementKind.Class or RequirementKind.Sensitivity or RequirementKind.Category)).All(r => HoldsArgument(r.Name) || declared.Contains(r.Name));
        _text.Append(
            !known || (random.Next(8) == 0 && block.Requires.Length > 0 && block.Statements.Length > 0) ? $"optional_policy(`\n\t{call}\n')\n"
            : signature.IsCallableInConditional && random.Next(6) == 0 ? $"tunable_policy(`{module}_more',`\n\t{call}\n')\n"
            : random.Next(6) == 0 ? $"# As {item.Name} has it.\n{call}\n"
            : call + "\n");
    }

    private string Argument(InterfaceParameter parameter, string name, bool isSubject, bool mayBeSet, List<string> declarations)
    {
        switch (parameter.Kind)
        {
            case InterfaceParameterKind.Type when mayBeSet && random.Next(8) == 0:
                declarations.Add($"type {name}_t;\ntype {name}_other_t;");
                return $"{{ {name}_t {name}_other_t }}";
            case InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.Unused when isSubject:
                return $"{module}_t";
            case InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.Unused:
                declarations.Add($"type {name}_t;");
                return $"{name}_t";
            case InterfaceParameterKind.TypeAttribute:
                declarations.Add($"attribute {name};");
                return name;
            case InterfaceParameterKind.Role:
                declarations.Add($"role {name}_r;");
                return $"{name}_r";
            case InterfaceParameterKind.RoleAttribute:
                declarations.Add($"attribute_role {name};");
                return name;
            case InterfaceParameterKind.Boolean:
                declarations.Add($"bool {name} false;");
                return name;
            case InterfaceParameterKind.Class:
                return "fifo_file";
            case InterfaceParameterKind.Permission:
                return "getattr";
            case InterfaceParameterKind.FileName:
                return $"\"file {name}\"";
            case InterfaceParameterKind.NamePart:
                return name;
            case InterfaceParameterKind.Level:
                return "s0 - s0:c0.c1023";
            case InterfaceParameterKind.ExcludedTypes:
                declarations.Add($"type {name}_t;\ntype {name}_other_t;");
                return $"-{name}_t -{name}_other_t";
            default:
                throw new InvalidOperationException($"{parameter.Kind} has no argument.");
        }
    }

    /// <summary>Declares what an interface needs that makes names of its arguments: those that it does not declare itself.</summary>
    private static void NeedsOfParts(IEnumerable<InterfaceParameter> parameters, ExpandedInterface expanded, string[] arguments, List<string> declarations)
    {
        var text = ExpansionWriter.Write(expanded);
        var own = Declarations(expanded.Block.Statements).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var argument = arguments[parameter.Number - 1];
            var required = expanded.Block.Requires.Where(r => HoldsArgument(r.Name)).Select(r => (r.Name, Keywords: KeywordOf(r.Kind)));
            var used = new[] { ("", "type role"), ("_t", "type"), ("_r", "role") }
                .Where(u => Regex.IsMatch(text, $@"(?<![(]){Regex.Escape(parameter.Hole + u.Item1)}[ )]")).Select(u => (Name: HoleOf(parameter) + u.Item1, Keywords: u.Item2));
            declarations.AddRange(required.Concat(used)
                .Where(n => n.Name.Contains(HoleOf(parameter), StringComparison.Ordinal) && !own.Contains(n.Name))
                .SelectMany(n => n.Keywords.Split(' ').Select(k => $"{k} {n.Name.Replace(HoleOf(parameter), argument, StringComparison.Ordinal)}{(k == "bool" ? " false" : "")};"))
                .Distinct().Except(declarations).ToList());
        }
    }

    private static IEnumerable<string> Declarations(IEnumerable<Statement> statements) => statements.SelectMany(s => s switch
    {
        TypeDeclaration type => [type.Name],
        RoleDeclaration role => [role.Name],
        AttributeDeclaration attribute => [attribute.Name],
        AttributeRoleDeclaration attribute => [attribute.Name],
        BooleanDeclaration boolean => [boolean.Name],
        ExpandedOptional optional => Declarations(optional.Block.Statements),
        _ => Enumerable.Empty<string>(),
    });

    private static string KeywordOf(RequirementKind kind) => kind switch
    {
        RequirementKind.Type => "type",
        RequirementKind.Attribute => "attribute",
        RequirementKind.Role => "role",
        RequirementKind.AttributeRole => "attribute_role",
        RequirementKind.Boolean => "bool",
        _ => throw new InvalidOperationException($"A {kind} is not declared by modules."),
    };

    private static string HoleOf(InterfaceParameter parameter) => string.Create(CultureInfo.InvariantCulture, $"tp_hole_{parameter.Number}_");

    private static IEnumerable<(NameSet Sources, NameSet Targets)> Transitions(IEnumerable<Statement> statements) => statements.SelectMany(s => s switch
    {
        TypeRule rule => [(rule.Sources, rule.Targets)],
        RangeTransition rule => [(rule.Sources, rule.Targets)],
        RoleTransition rule => [(rule.Roles, rule.Targets)],
        Conditional conditional => Transitions(conditional.Then.Concat(conditional.Otherwise)),
        ExpandedOptional optional => Transitions(optional.Block.Statements),
        _ => Enumerable.Empty<(NameSet, NameSet)>(),
    });

    private static bool HoldsArgument(string name) => ModuleInterface.HoldsArgument(name);
}

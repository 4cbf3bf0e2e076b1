using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Model.Expansions;

/// <summary>
/// Reads the expansion of a base policy's interface as rules, with the arguments of a call in its holes. Names are put in as names, never as text that is read
/// again. What the model has no rule of its own for stays a statement of CIL.
/// </summary>
public sealed class ExpansionReader
{
    private const string Set = "_set";

    private readonly Origin _origin;
    private readonly ExpansionArguments _arguments;
    private readonly string _setPrefix;
    private readonly Dictionary<string, EntityKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityRef> _sets = new(StringComparer.Ordinal);
    private readonly string _name;
    private string? _problem;

    private ExpansionReader(Origin origin, string name, string setPrefix, ExpansionArguments arguments) =>
        (_origin, _name, _setPrefix, _arguments) = (origin, name, setPrefix, arguments);

    /// <summary>Reads an expansion.</summary>
    /// <param name="nodes">The expansion.</param>
    /// <param name="origin">The place of the call.</param>
    /// <param name="name">The name of the interface.</param>
    /// <param name="setPrefix">What the names of attributes begin with that stand for sets of types.</param>
    /// <param name="arguments">What the call gives.</param>
    /// <param name="problem">What is wrong, where something is.</param>
    public static EquatableArray<Rule> Read(ImmutableArray<CilNode> nodes, Origin origin, string name, string setPrefix, ExpansionArguments arguments, out string? problem)
    {
        var reader = new ExpansionReader(origin, name, setPrefix, arguments);
        var rules = reader.Block(nodes);
        problem = reader._problem;
        return problem is null ? rules : EquatableArray<Rule>.Empty;
    }

    private EquatableArray<Rule> Block(IEnumerable<CilNode> nodes)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var statements = nodes.OfType<CilList>().ToList();
        var required = statements.Where(s => s.Keyword == ExpansionStatements.Require).SelectMany(Requirements).ToList();
        foreach (var rule in required.Where(r => !r.IsOfNobody))
        {
            _kinds[rule.Name.Name] = rule.Name.Kind;
        }

        foreach (var statement in statements.Where(s => s.Keyword != ExpansionStatements.Require))
        {
            ForEachClass(statement, rules);
        }

        // What no statement uses must be there all the same.
        var used = new HashSet<string>(StringComparer.Ordinal);
        statements.Where(s => s.Keyword is not (ExpansionStatements.Require or ExpansionStatements.Optional)).ToList().ForEach(s => Collect(s, used));
        rules.AddRange(required.Where(r => !used.Contains(r.Name.Name)));
        return rules.ToImmutable();
    }

    /// <summary>A statement, once for each object class that the call gives. Blocks stay one: what is in them is written for each.</summary>
    private void ForEachClass(CilList statement, ImmutableArray<Rule>.Builder rules)
    {
        var several = statement.Keyword is "optional" or "if" ? [] : _arguments.Classes.Where(c => Speaks(statement, $"{{{c.Key}}}")).ToList();
        if (several.Count == 0)
        {
            Statement(statement, rules);
            return;
        }

        foreach (var @class in several[0].Value)
        {
            _arguments.Entities[several[0].Key] = @class;
            Statement(statement, rules);
        }
    }

    private static bool Speaks(CilNode node, string hole) => node is CilAtom atom ? atom.Text == hole : node is CilList list && list.Items.Any(i => Speaks(i, hole));

    private IEnumerable<RequireRule> Requirements(CilList require)
    {
        foreach (var part in require.Items.Skip(1).OfType<CilList>())
        {
            var kind = part.Keyword switch
            {
                "type" => EntityKind.Type,
                "typeattribute" => EntityKind.TypeAttribute,
                "role" => EntityKind.Role,
                "roleattribute" => EntityKind.RoleAttribute,
                "boolean" => EntityKind.Boolean,
                "class" => EntityKind.ObjectClass,
                _ => EntityKind.None,
            };
            foreach (var item in kind == EntityKind.None ? [] : part.Items.Skip(1))
            {
                if (item is CilAtom atom && Fill(atom.Text) is { } name)
                {
                    yield return new RequireRule(_origin, new EntityRef(kind, name));
                }
                else if (item is CilList { Keyword: { } @class, Items: { Count: 2 } of } && of[1] is CilList permissions && Fill(@class) is { } filled && Symbols(permissions) is { Count: > 0 } names)
                {
                    yield return new RequireRule(_origin, new EntityRef(kind, filled)) { Permissions = names };
                }
            }
        }
    }

    private void Statement(CilList statement, ImmutableArray<Rule>.Builder rules)
    {
        var items = statement.Items;
        switch (statement.Keyword)
        {
            case var word when RuleKeywords.Access(word) is { } kind && items is { Count: 4 } && items[3] is CilList { Items: { Count: 2 } access } && access[0] is CilAtom @class && access[1] is CilList permissions:
                if (Symbols(permissions) is { } names)
                {
                    rules.Add(new AccessRule(_origin, kind, Types(items[1], rules), Types(items[2], rules), new PermissionSet(Class(@class), names)));
                    return;
                }

                break;
            case var word when RuleKeywords.Type(word) is { } kind && items.Count is 5 or 6:
                var result = items[items.Count - 1];
                var file = items.Count == 6 ? File(items[4]) : null;
                var source = Types(items[1], rules);
                rules.Add(new TypeRule(_origin, kind, source, OfSource(Types(items[2], rules), source), Class(items[3]), file, One(result, EntityKind.Type)));
                return;
            case "rangetransition" when items.Count == 5 && Range(items[4]) is { } range:
                var starter = Types(items[1], rules);
                rules.Add(new RangeTransitionRule(_origin, starter, OfSource(Types(items[2], rules), starter), Class(items[3]), range));
                return;
            case "roletransition" when items.Count == 5:
                rules.Add(new RoleTransitionRule(_origin, One(items[1], EntityKind.Role), Types(items[2], rules), Class(items[3]), One(items[4], EntityKind.Role)));
                return;
            case "typeattributeset" when items.Count == 3 && items[2] is CilList { Items.Count: 1 } member && member.Items[0] is CilAtom type:
                rules.Add(new MembershipRule(_origin, One(type, EntityKind.Type), One(items[1], EntityKind.TypeAttribute)));
                return;
            case "roleattributeset" when items.Count == 3 && items[2] is CilList { Items.Count: 1 } member && member.Items[0] is CilAtom role:
                rules.Add(new MembershipRule(_origin, One(role, EntityKind.Role), One(items[1], EntityKind.RoleAttribute)));
                return;
            case "roletype" when items.Count == 3:
                rules.Add(new RoleTypeRule(_origin, One(items[1], EntityKind.Role), One(items[2], EntityKind.Type)));
                return;
            case "roleallow" when items.Count == 3:
                rules.Add(new RoleAllowRule(_origin, One(items[1], EntityKind.Role), One(items[2], EntityKind.Role)));
                return;
            case "typealias" when items.Count == 3:
                rules.Add(new AliasRule(_origin, One(items[2], EntityKind.Type), Text(items[1])));
                return;
            case "typebounds" when items.Count == 3:
                rules.Add(new BoundsRule(_origin, One(items[2], EntityKind.Type), One(items[1], EntityKind.Type)));
                return;
            case "typepermissive" when items.Count == 2:
                rules.Add(new PermissiveRule(_origin, One(items[1], EntityKind.Type)));
                return;
            case "type" when items.Count == 2:
                var declared = Text(items[1]);
                _kinds[declared] = EntityKind.Type;
                rules.Add(new RawRule(_origin, new CilList("type", declared)));
                rules.Add(new RawRule(_origin, new CilList("roletype", "object_r", declared)));
                return;
            case ExpansionStatements.Optional:
                rules.Add(new Block(_origin, _name, EquatableArray<Condition>.Empty, IsOptional: true, Block(items.Skip(1))));
                return;
            case ExpansionStatements.If when items.Count > 2:
                foreach (var branch in items.Skip(2).OfType<CilList>())
                {
                    rules.Add(new Block(_origin, _name, Conditions(items[1], branch.Keyword == ExpansionStatements.True), IsOptional: false, Block(branch.Items.Skip(1))));
                }

                return;
            default:
                break;
        }

        if (Filled(statement) is CilList whole)
        {
            rules.Add(new RawRule(_origin, whole));
        }
        else
        {
            Fail($"its body has a '{statement.Keyword}' statement that cannot take them");
        }
    }

    private EquatableArray<Condition> Conditions(CilNode expression, bool value)
    {
        switch (expression)
        {
            case CilAtom atom:
                return EquatableArray.Of(new Condition(Boolean(atom), value));
            case CilList { Keyword: "not", Items.Count: 2 } negation:
                return Conditions(negation.Items[1], !value);
            case CilList { Keyword: "and", Items.Count: 3 } both when value:
                return EquatableArray.From(Conditions(both.Items[1], true).Concat(Conditions(both.Items[2], true)));
            case CilList { Keyword: "or", Items.Count: 3 } neither when !value:
                return EquatableArray.From(Conditions(neither.Items[1], false).Concat(Conditions(neither.Items[2], false)));
            default:
                var whole = Filled(expression);
                if (whole is null)
                {
                    Fail("its condition cannot take them");
                    return EquatableArray<Condition>.Empty;
                }

                return EquatableArray.Of(new Condition(new EntityRef(EntityKind.Boolean, whole.ToString()), value) { Expression = whole });
        }
    }

    private EntityRef Boolean(CilAtom atom) =>
        HoleText.Whole(atom.Text) is { } hole && _arguments.Entities.TryGetValue(hole, out var given) ? given : new EntityRef(EntityKind.Boolean, Text(atom));

    /// <summary>A set of types: a name, or an attribute for an expression.</summary>
    private EntityRef Types(CilNode node, ImmutableArray<Rule>.Builder rules)
    {
        if (node is CilAtom)
        {
            return One(node, EntityKind.Type);
        }

        if (Filled(node) is not { } expression)
        {
            Fail("its body has a set of types that cannot take them");
            return default;
        }

        var key = expression.ToString();
        if (!_sets.TryGetValue(key, out var set))
        {
            set = new EntityRef(EntityKind.TypeAttribute, $"{_setPrefix}{Set}{(_sets.Count == 0 ? "" : "_" + (_sets.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))}");
            _sets.Add(key, set);
            rules.Add(new TypeSetRule(_origin, set, expression));
        }

        return set;
    }

    /// <summary>The target of a transition: <c>self</c> by the type's own name, which every libsepol takes there. Only an attribute has to say <c>self</c>.</summary>
    private static EntityRef OfSource(EntityRef target, EntityRef source) =>
        target.Kind == EntityKind.Self && source.Kind != EntityKind.TypeAttribute ? source : target;

    private EntityRef One(CilNode node, EntityKind otherwise)
    {
        if (node is not CilAtom atom)
        {
            Fail("an expression is where a name must be");
            return default;
        }

        if (atom.Text == "self")
        {
            return EntityRef.Self;
        }

        if (HoleText.Whole(atom.Text) is { } hole && _arguments.Entities.TryGetValue(hole, out var given))
        {
            return given;
        }

        var name = Text(atom);
        return new EntityRef(_kinds.TryGetValue(name, out var kind) ? kind : otherwise, name);
    }

    private EntityRef Class(CilNode node) =>
        node is CilAtom atom && HoleText.Whole(atom.Text) is { } hole && _arguments.Entities.TryGetValue(hole, out var given)
            ? given
            : new EntityRef(EntityKind.ObjectClass, Text(node));

    private TextArgument? File(CilNode node)
    {
        if (node is not CilString text)
        {
            return null;
        }

        if (HoleText.Whole(text.Text) is { } hole && _arguments.Texts.TryGetValue(hole, out var given))
        {
            return given;
        }

        // A name of which only a part is given.
        var name = HoleText.FillText(text.Text, _arguments);
        if (name is null || !CilString.IsQuotable(name))
        {
            Fail("a file name in its body cannot be built from them");
            return null;
        }

        return new TextArgument(name, IsParameter: false);
    }

    private SecurityRange? Range(CilNode node)
    {
        var text = node is CilAtom atom && HoleText.Whole(atom.Text) is { } hole && _arguments.Texts.TryGetValue(hole, out var given) ? given.Text
            : node is CilList { Items.Count: 2 } range ? Level(range.Items[0]) + "-" + Level(range.Items[1])
            : "";
        if (SecurityRange.TryParse(text, out var parsed, out var error))
        {
            return parsed;
        }

        Fail($"'{text}' is not a range of levels: {error}");
        return null;
    }

    private static string Level(CilNode node) => node is CilList { Items: { Count: > 0 } items }
        ? items[0] + (items.Count > 1 && items[1] is CilList categories ? ":" + string.Join(",", categories.Items.Select(Category)) : "")
        : node.ToString();

    private static string Category(CilNode node) => node is CilList { Keyword: "range", Items.Count: 3 } range ? $"{range.Items[1]}.{range.Items[2]}" : node.ToString();

    private EquatableArray<string>? Symbols(CilList permissions)
    {
        var names = new List<string>();
        foreach (var item in permissions.Items)
        {
            // (all) and (not (…)) are expressions, which stay CIL.
            if (item is not CilAtom atom || atom.Text is "all" or "not" or "and" or "or" or "xor" || Fill(atom.Text) is not { } name)
            {
                return null;
            }

            names.Add(name);
        }

        names.Sort(StringComparer.Ordinal);
        return EquatableArray.From(names.Distinct());
    }

    /// <summary>A statement with its holes filled; a list of types in place of a hole is as many items.</summary>
    private CilNode? Filled(CilNode node)
    {
        switch (node)
        {
            case CilAtom atom:
                return Fill(atom.Text) is { } name ? new CilAtom(name) : null;
            case CilList list:
                var items = new List<CilNode>();
                foreach (var item in list.Items)
                {
                    if (item is CilAtom hole && HoleText.Whole(hole.Text) is { } key && _arguments.Lists.TryGetValue(key, out var types))
                    {
                        items.AddRange(types.Select(t => (CilNode)t.Name));
                    }
                    else if (Filled(item) is { } filled)
                    {
                        items.Add(filled);
                    }
                    else
                    {
                        return null;
                    }
                }

                return new CilList(EquatableArray.From(items));
            default:
                return node;
        }
    }

    private string Text(CilNode node)
    {
        if (node is CilAtom atom && Fill(atom.Text) is { } text)
        {
            return text;
        }

        Fail($"a name in its body cannot be built from them: {node}");
        return "none";
    }

    private string? Fill(string name) => HoleText.Fill(name, _arguments);

    private void Fail(string problem) => _problem ??= problem;

    private void Collect(CilNode node, HashSet<string> into)
    {
        if (node is CilAtom atom)
        {
            into.Add(Fill(atom.Text) ?? atom.Text);
        }
        else if (node is CilList list)
        {
            foreach (var item in list.Items)
            {
                Collect(item, into);
            }
        }
    }
}

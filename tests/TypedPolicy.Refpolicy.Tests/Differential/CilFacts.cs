namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>
/// What CIL says: a compiled module as checkmodule writes it, which is the text that pp makes of its package, and our expansion text, which has
/// one list for all that a block requires.
/// </summary>
internal sealed class CilFacts
{
    private readonly Facts _facts = new();
    private readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal);

    public static Facts Of(string cil)
    {
        var read = new CilFacts();
        var statements = Nodes(cil);
        read.FindSets(statements);
        read.Statements(statements, null, "");
        return read._facts;
    }

    // A list is a List<object>, an atom or string a string.
    private static List<object> Nodes(string text)
    {
        var root = new List<object>();
        var open = new Stack<List<object>>([root]);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '(')
            {
                var list = new List<object>();
                open.Peek().Add(list);
                open.Push(list);
                at++;
            }
            else if (c == ')')
            {
                open.Pop();
                at++;
            }
            else
            {
                var end = c == '"' ? text.IndexOf('"', at + 1) + 1 : text.AsSpan(at).IndexOfAny(" \t\n()") + at;
                open.Peek().Add(text[at..end]);
                at = end;
            }
        }

        return root;
    }

    /// <summary>A set with types taken out becomes an attribute of the module's own; here it is written out again.</summary>
    private void FindSets(List<object> statements)
    {
        foreach (var list in statements.OfType<List<object>>())
        {
            if (list[0] is "optional" or "booleanif" or "true" or "false")
            {
                FindSets(list);
            }
            else if (list is ["typeattributeset", string name, List<object> and ["and", List<object> all, List<object> and ["not", List<object> excluded]]])
            {
                _sets[name] = Facts.Types(all.Cast<string>(), [.. excluded.Cast<string>()]).Single();
            }
        }
    }

    private void Statements(IEnumerable<object> statements, SortedSet<string>? gate, string branch)
    {
        foreach (var list in statements.OfType<List<object>>())
        {
            switch (list)
            {
                case ["optional", ..]:
                    SortedSet<string> inner = [.. gate ?? [], .. list.OfType<List<object>>().SelectMany(Required)];
                    Statements(list, inner, branch);
                    break;
                case ["booleanif" or "if", var condition, ..]:
                    foreach (var part in list.Skip(2).Cast<List<object>>())
                    {
                        Statements(part.Skip(1), gate, Facts.Branch(Expression(condition), part[0] is "true"));
                    }

                    break;
                case [_, "cil_gen_require", _] or ["require", ..]:
                    if (gate is null)
                    {
                        _facts.Required.UnionWith(Required(list));
                    }

                    break;
                case ["typeattribute", string name] when _sets.ContainsKey(name):
                case ["typeattributeset", string set, ..] when _sets.ContainsKey(set):
                case ["roletype", "object_r", ..]:
                    break;
                default:
                    foreach (var fact in Rule(list))
                    {
                        _facts.Add(gate ?? [], branch, fact);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<string> Required(List<object> list) => list switch
    {
        [_, "cil_gen_require", string name] => [name],
        ["require", ..] => list.OfType<List<object>>().Where(kind => kind[0] is not ("class" or "boolean")).SelectMany(kind => kind.Skip(1).Cast<string>()),
        _ => [],
    };

    private IEnumerable<string> Rule(List<object> list)
    {
        switch (list)
        {
            case [("allow" or "auditallow" or "dontaudit") and string keyword, var source, var target, List<object> and [string @class, List<object> permissions]]:
                return permissions.Select(p => $"{keyword} {Type(source)} {Type(target)} {@class} {p}");
            case [("typetransition" or "typechange" or "typemember") and string keyword, var source, var target, .. var rest]:
                return [$"{keyword} {Type(source)} {Type(target)} {string.Join(" ", rest)}"];
            case ["rangetransition", var source, var target, string @class, List<object> and [List<object> low, List<object> high]]:
                return [$"rangetransition {Type(source)} {Type(target)} {@class} {Level(low)}-{Level(high)}"];
            case ["typeattributeset" or "roleattributeset", string attribute, List<object> members]:
                return members.Select(member => $"{list[0]} {attribute} {member}");
            case ["type" or "typeattribute" or "role" or "roleattribute", string name]:
                _facts.Declared.Add(name);
                return [$"{list[0]} {name}"];
            case ["typealias", string alias, string type]:
                return [$"alias {alias} {type}"];
            case ["typealias", ..]:
                return [];
            case ["typealiasactual", string alias, string type]:
                return [$"alias {alias} {type}"];
            default:
                return [string.Join(" ", list.Select(Type))];
        }
    }

    private string Type(object type) => type switch
    {
        string name => _sets.GetValueOrDefault(name, name),
        List<object> and ["and", List<object> all, List<object> and ["not", List<object> excluded]] => Facts.Types(all.Cast<string>(), [.. excluded.Cast<string>()]).Single(),
        _ => throw new InvalidOperationException("a set that modules do not write"),
    };

    private static string Level(List<object> level) => level switch
    {
        [string sensitivity] => sensitivity,
        [string sensitivity, List<object> and [List<object> and ["range", string first, string last]]] => $"{sensitivity}:{first}.{last}",
        [string sensitivity, List<object> and ["range", string first, string last]] => $"{sensitivity}:{first}.{last}",
        _ => throw new InvalidOperationException("a level that headers do not write"),
    };

    private static string Expression(object expression) => expression switch
    {
        string name => name,
        List<object> and [string name] => name,
        List<object> and ["not", var operand] => $"(not {Expression(operand)})",
        List<object> and [string keyword, var left, var right] => $"({(keyword == "eq" ? "equal" : keyword == "neq" ? "notequal" : keyword)} {Expression(left)} {Expression(right)})",
        _ => throw new InvalidOperationException("a condition that CIL does not have"),
    };
}

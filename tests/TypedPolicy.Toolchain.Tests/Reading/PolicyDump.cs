namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>
/// A linked policy as checkpolicy prints it, and its facts: each a line of text that names types, never attributes, and one permission
/// (<c>allow a_t b_t file read</c>, <c>typetransition a_t b_t file c_t if enabled</c>). What has neither types nor permissions to
/// expand is a fact as it stands.
/// </summary>
internal sealed class PolicyDump
{
    private readonly Dictionary<string, string[]> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _roleAttributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _aliases = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _texts;
    private readonly Lazy<AccessIndex> _access;

    private PolicyDump(List<Statement> statements)
    {
        Statements = statements;
        _texts = new(() => [.. statements.Select(s => s.ToString())]);
        _access = new(() => new AccessIndex(this));
        foreach (var statement in statements)
        {
            switch (statement.Tree)
            {
                case { Keyword: "typeattributeset", Items: [_, { Word: { } name }, var members] }:
                    _attributes[name] = [.. members.Words];
                    break;
                case { Keyword: "roleattributeset", Items: [_, { Word: { } name }, var members] }:
                    _roleAttributes[name] = [.. members.Words];
                    break;
                case { Keyword: "typealiasactual", Items: [_, { Word: { } name }, { Word: { } type }] }:
                    _aliases[name] = [type];
                    break;
                case { Keyword: "typeattribute", Items: [_, { Word: { } name }] }:
                    _attributes.TryAdd(name, []);
                    break;
                case { Keyword: "roleattribute", Items: [_, { Word: { } name }] }:
                    _roleAttributes.TryAdd(name, []);
                    break;
            }
        }
    }

    /// <summary>The statements, those under conditions one by one.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The members of the attributes that the binary knows.</summary>
    public IReadOnlyDictionary<string, string[]> Attributes => _attributes;

    /// <summary>The statements as text.</summary>
    public IReadOnlySet<string> Texts => _texts.Value;

    /// <summary>Whether a fact holds, in whatever words the policy says it.</summary>
    public bool Grants(string fact) => Texts.Contains(fact) || _access.Value.ConditionsOf(fact.Split(" if ")[0]).Contains(fact.Split(" if ") is [_, var c] ? c : "");

    /// <summary>The conditions under which an access fact without one holds; the empty one where it always does.</summary>
    public IReadOnlyCollection<string> ConditionsOf(string fact) => _access.Value.ConditionsOf(fact);

    /// <summary>Every fact. Small policies only.</summary>
    public HashSet<string> Facts() => [.. Statements.SelectMany(FactsOf)];

    public static PolicyDump Read(string text)
    {
        var statements = new List<Statement>();
        foreach (var tree in CilTree.Read(text))
        {
            if (tree.Keyword != "booleanif")
            {
                statements.Add(new Statement(tree, ""));
                continue;
            }

            foreach (var branch in tree.Items[2..])
            {
                var condition = ConditionText.Of(tree.Items[1], branch.Keyword == "true");
                statements.AddRange(branch.Items[1..].Select(inner => new Statement(inner, condition)));
            }
        }

        return new PolicyDump(statements);
    }

    /// <summary>The types that a name of the policy stands for.</summary>
    public string[] Types(string name) => _attributes.GetValueOrDefault(name) ?? _aliases.GetValueOrDefault(name) ?? [name];

    /// <summary>What a statement says, without attributes.</summary>
    public IEnumerable<string> FactsOf(Statement statement)
    {
        var (tree, suffix) = (statement.Tree, statement.Suffix);
        switch (tree.Keyword)
        {
            case "typeattribute" or "typeattributeset" or "roleattribute" or "roleattributeset" or "typealias":
                return [];
            case "allow" or "auditallow" or "dontaudit":
                return from pair in Pairs(tree)
                       from permission in tree.Items[3].Items[1].Words
                       select $"{tree.Keyword} {pair} {tree.Items[3].Keyword} {permission}{suffix}";
            case "allowx" or "auditallowx" or "dontauditx":
                return from pair in Pairs(tree)
                       from request in Requests(tree.Items[3].Items[2])
                       select $"{tree.Keyword} {pair} {tree.Items[3].Items[1]} 0x{request:x4}{suffix}";
            case "typetransition" or "typechange" or "typemember" or "rangetransition":
                return from pair in Pairs(tree) select $"{tree.Keyword} {pair} {string.Join(' ', tree.Items[3..].Select(i => i.ToString()))}{suffix}";
            case "roletransition":
                return from role in Roles(tree.Items[1].Word!)
                       from type in Types(tree.Items[2].Word!)
                       select $"roletransition {role} {type} {tree.Items[3]} {tree.Items[4]}";
            case "roletype":
                return from role in Roles(tree.Items[1].Word!) from type in Types(tree.Items[2].Word!) select $"roletype {role} {type}";
            default:
                return [statement.ToString()];
        }
    }

    private IEnumerable<string> Pairs(CilTree tree) =>
        from source in Types(tree.Items[1].Word!)
        from target in tree.Items[2].Word == "self" ? [source] : Types(tree.Items[2].Word!)
        select source + " " + target;

    private string[] Roles(string name) => _roleAttributes.GetValueOrDefault(name) ?? [name];

    private static IEnumerable<int> Requests(CilTree tree) => tree switch
    {
        { Word: { } word } => [Convert.ToInt32(word, 16)],
        { Keyword: "range", Items: [_, var low, var high] } => Range(low, high),
        _ => tree.Items.SelectMany(Requests),
    };

    private static IEnumerable<int> Range(CilTree low, CilTree high)
    {
        var first = Convert.ToInt32(low.Word, 16);
        return Enumerable.Range(first, Convert.ToInt32(high.Word, 16) - first + 1);
    }
}

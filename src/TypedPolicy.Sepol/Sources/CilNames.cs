namespace TypedPolicy.Sepol.Sources;

/// <summary>The names that sources declare, and those that they use where nothing makes the use optional.</summary>
internal sealed class CilNames
{
    private static readonly Dictionary<string, NameKind> Declarations = new(StringComparer.Ordinal)
    {
        ["type"] = NameKind.Type,
        ["typeattribute"] = NameKind.Type,
        ["typealias"] = NameKind.Type,
        ["role"] = NameKind.Role,
        ["roleattribute"] = NameKind.Role,
        ["user"] = NameKind.User,
        ["userattribute"] = NameKind.User,
        ["boolean"] = NameKind.Boolean,
        ["tunable"] = NameKind.Tunable,
        ["class"] = NameKind.Class,
        ["classmap"] = NameKind.Class,
        ["macro"] = NameKind.Macro,
    };

    // What stands at each place of a statement after its keyword; nothing for what is no name of these kinds.
    private static readonly Dictionary<string, NameKind?[]> Uses = new(StringComparer.Ordinal)
    {
        ["allow"] = [NameKind.Type, NameKind.Type],
        ["auditallow"] = [NameKind.Type, NameKind.Type],
        ["dontaudit"] = [NameKind.Type, NameKind.Type],
        ["neverallow"] = [NameKind.Type, NameKind.Type],
        ["allowx"] = [NameKind.Type, NameKind.Type],
        ["auditallowx"] = [NameKind.Type, NameKind.Type],
        ["dontauditx"] = [NameKind.Type, NameKind.Type],
        ["neverallowx"] = [NameKind.Type, NameKind.Type],
        ["typechange"] = [NameKind.Type, NameKind.Type, NameKind.Class, NameKind.Type],
        ["typemember"] = [NameKind.Type, NameKind.Type, NameKind.Class, NameKind.Type],
        ["typeattributeset"] = [NameKind.Type, NameKind.Type],
        ["expandtypeattribute"] = [NameKind.Type],
        ["typealiasactual"] = [null, NameKind.Type],
        ["typebounds"] = [NameKind.Type, NameKind.Type],
        ["typepermissive"] = [NameKind.Type],
        ["roletype"] = [NameKind.Role, NameKind.Type],
        ["roleattributeset"] = [NameKind.Role, NameKind.Role],
        ["roleallow"] = [NameKind.Role, NameKind.Role],
        ["roletransition"] = [NameKind.Role, NameKind.Type, NameKind.Class, NameKind.Role],
        ["rolebounds"] = [NameKind.Role, NameKind.Role],
        ["rangetransition"] = [NameKind.Type, NameKind.Type, NameKind.Class],
        ["userrole"] = [NameKind.User, NameKind.Role],
    };

    private static readonly HashSet<string> Labels = new(["filecon", "portcon", "nodecon", "netifcon", "genfscon", "fsuse", "ibpkeycon", "ibendportcon", "sidcontext", "context"], StringComparer.Ordinal);
    private static readonly HashSet<string> Operators = new(["and", "or", "not", "xor", "eq", "neq", "all", "range", "self", "notself", "other"], StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameKind>> _parameters = new(StringComparer.Ordinal);
    private readonly HashSet<(NameKind, string)> _declared = [];
    private readonly HashSet<(NameKind, string)> _certain = [];
    private readonly HashSet<(NameKind, string)> _used = [];
    private readonly HashSet<(NameKind, string)> _sets = [];
    private readonly Dictionary<string, SortedSet<string>> _permissions = new(StringComparer.Ordinal);

    /// <summary>Takes the names of some sources.</summary>
    public CilNames(IEnumerable<IReadOnlyList<CilStatement>> sources)
    {
        var all = sources.ToList();
        foreach (var source in all)
        {
            foreach (var statement in source)
            {
                Declare(statement, [], isCertain: true);
            }
        }

        foreach (var source in all)
        {
            foreach (var statement in source)
            {
                Use(statement, []);
            }
        }
    }

    /// <summary>Whether something is put into it, so that it is an attribute of types or roles.</summary>
    public bool IsSet(NameKind kind, string name) => _sets.Contains((kind, name));

    /// <summary>The permissions that rules use of each class.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Permissions => _permissions;

    /// <summary>Whether a name is declared, as any kind.</summary>
    public bool IsDeclared(string name) => Enum.GetValues<NameKind>().Any(k => _declared.Contains((k, name)));

    /// <summary>The names that are declared, of whatever kind.</summary>
    public IEnumerable<string> Declared => _declared.Select(d => d.Item2);

    public bool IsDeclared(NameKind kind, string name) => _declared.Contains((kind, name));

    /// <summary>The names of a kind that are used and not declared, or only in an optional, which may not be there in the end; in order.</summary>
    public IEnumerable<string> Undeclared(NameKind kind) =>
        _used.Where(u => u.Item1 == kind && !_certain.Contains(u)).Select(u => u.Item2).Order(StringComparer.Ordinal);

    private void Declare(CilStatement statement, HashSet<string> parameters, bool isCertain)
    {
        if (statement.Keyword == "macro")
        {
            parameters = [.. parameters, .. statement.Items.ElementAtOrDefault(2)?.Items.Select(p => p.TextAt(1) ?? "") ?? []];
        }

        if (Declarations.TryGetValue(statement.Keyword, out var kind) && statement.TextAt(1) is { } name)
        {
            _declared.Add((kind, name));
            if (isCertain)
            {
                _certain.Add((kind, name));
            }

            if (kind == NameKind.Macro && statement.Items.Count > 2)
            {
                _parameters[name] = [.. statement.Items[2].Items.Select(p => Declarations.TryGetValue(p.Keyword, out var of) ? of : NameKind.Macro)];
            }
        }

        // An optional that resolves puts its types in as well.
        if (statement.Keyword is "typeattributeset" or "roleattributeset" && statement.TextAt(1) is { } set && !parameters.Contains(set))
        {
            _sets.Add((statement.Keyword == "typeattributeset" ? NameKind.Type : NameKind.Role, set));
        }

        foreach (var inner in Inner(statement))
        {
            Declare(inner, parameters, isCertain && statement.Keyword != "optional");
        }
    }

    private void Use(CilStatement statement, HashSet<string> parameters)
    {
        switch (statement.Keyword)
        {
            case "optional":
                return;
            case "macro":
                parameters = [.. parameters, .. statement.Items.ElementAtOrDefault(2)?.Items.Select(p => p.TextAt(1) ?? "") ?? []];
                break;
            case "call":
                var kinds = _parameters.GetValueOrDefault(statement.TextAt(1) ?? "") ?? [];
                foreach (var (kind, argument) in kinds.Zip(statement.Items.ElementAtOrDefault(2)?.Items ?? []))
                {
                    Add(kind, argument, parameters);
                }

                return;
            case "booleanif":
                Add(NameKind.Boolean, statement.Items.ElementAtOrDefault(1), parameters);
                break;
            case "tunableif":
                Add(NameKind.Tunable, statement.Items.ElementAtOrDefault(1), parameters);
                break;
            case "typetransition":
                Add(NameKind.Type, statement.Items.ElementAtOrDefault(1), parameters);
                Add(NameKind.Type, statement.Items.ElementAtOrDefault(2), parameters);
                Add(NameKind.Class, statement.Items.ElementAtOrDefault(3), parameters);
                Add(NameKind.Type, statement.Items[^1], parameters);
                return;
            case var label when Labels.Contains(label):
                UseContext(statement.Items[^1], parameters);
                return;
            case var word when Uses.TryGetValue(word, out var places):
                foreach (var (kind, item) in places.Zip(statement.Items.Skip(1)))
                {
                    if (kind is { } of)
                    {
                        Add(of, item, parameters);
                    }
                }

                UsePermissions(statement, parameters);
                return;
        }

        foreach (var inner in Inner(statement))
        {
            Use(inner, parameters);
        }
    }

    private void UseContext(CilStatement context, HashSet<string> parameters)
    {
        if (context.Items.Count == 4)
        {
            Add(NameKind.User, context.Items[0], parameters);
            Add(NameKind.Role, context.Items[1], parameters);
            Add(NameKind.Type, context.Items[2], parameters);
        }
    }

    private void UsePermissions(CilStatement statement, HashSet<string> parameters)
    {
        if (statement.Keyword is not ("allow" or "auditallow" or "dontaudit" or "neverallow") || statement.Items.ElementAtOrDefault(3) is not { } what || what.Keyword is not { Length: > 0 } @class || parameters.Contains(@class))
        {
            return;
        }

        Add(NameKind.Class, what.Items[0], parameters);
        var permissions = _permissions.TryGetValue(@class, out var known) ? known : _permissions[@class] = new(StringComparer.Ordinal);
        permissions.UnionWith(what.Items.Skip(1).SelectMany(i => i.Names).Where(n => !Operators.Contains(n)));
    }

    private void Add(NameKind kind, CilStatement? where, HashSet<string> parameters)
    {
        foreach (var name in where?.Names ?? [])
        {
            // A name with a dot is of a block: whoever writes it has the block's source too.
            if (!Operators.Contains(name) && !parameters.Contains(name) && !name.Contains('.', StringComparison.Ordinal))
            {
                _used.Add((kind, name));
            }
        }
    }

    private static IEnumerable<CilStatement> Inner(CilStatement statement) => statement.Keyword switch
    {
        "block" or "optional" or "in" => statement.Items.Skip(2),
        "macro" => statement.Items.Skip(3),
        "booleanif" or "tunableif" => statement.Items.Skip(2).SelectMany(branch => branch.Items.Skip(1)),
        _ => [],
    };
}

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
        ["sensitivity"] = NameKind.Sensitivity,
        ["sensitivityalias"] = NameKind.Sensitivity,
        ["category"] = NameKind.Category,
        ["categoryalias"] = NameKind.Category,
        ["categoryset"] = NameKind.Category,
        ["level"] = NameKind.Level,
        ["levelrange"] = NameKind.LevelRange,
    };

    // What is at each place of a statement after its keyword; nothing for what is not a name of these kinds.
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
        ["rangetransition"] = [NameKind.Type, NameKind.Type, NameKind.Class, NameKind.LevelRange],
        ["userrole"] = [NameKind.User, NameKind.Role],
        ["userattributeset"] = [NameKind.User, NameKind.User],
        ["userbounds"] = [NameKind.User, NameKind.User],
        ["userprefix"] = [NameKind.User],
        ["userlevel"] = [NameKind.User, NameKind.Level],
        ["userrange"] = [NameKind.User, NameKind.LevelRange],
        ["selinuxuser"] = [null, NameKind.User, NameKind.LevelRange],
        ["selinuxuserdefault"] = [NameKind.User, NameKind.LevelRange],
        ["sensitivityaliasactual"] = [null, NameKind.Sensitivity],
        ["categoryaliasactual"] = [null, NameKind.Category],
        ["categoryset"] = [null, NameKind.Category],
        ["sensitivitycategory"] = [NameKind.Sensitivity, NameKind.Category],
        ["level"] = [null, NameKind.Level],
        ["levelrange"] = [null, NameKind.LevelRange],
        ["validatetrans"] = [NameKind.Class],
        ["mlsvalidatetrans"] = [NameKind.Class],
        ["defaultuser"] = [NameKind.Class],
        ["defaultrole"] = [NameKind.Class],
        ["defaulttype"] = [NameKind.Class],
        ["defaultrange"] = [NameKind.Class],
    };

    // Their second item is an expression that compares contexts.
    private static readonly HashSet<string> Constraints = new(["constrain", "mlsconstrain", "validatetrans", "mlsvalidatetrans"], StringComparer.Ordinal);

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

    /// <summary>The names that one statement uses as something, apart from permissions; none for a statement without names of these kinds.</summary>
    public static IReadOnlyCollection<string> UsedBy(CilStatement statement, HashSet<string> parameters)
    {
        var names = new CilNames([]);
        names.Use(statement, parameters);
        return [.. names._used.Select(u => u.Item2)];
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

    /// <summary>Whether a name is used, and no source certainly declares it.</summary>
    public bool IsForeign(NameKind kind, string name) => _used.Contains((kind, name)) && !_certain.Contains((kind, name));

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
            case "constrain" or "mlsconstrain":
                UseClassPermissions(statement.Items.ElementAtOrDefault(1), parameters);
                UseComparison(statement.Items.ElementAtOrDefault(2), parameters);
                return;
            case "typetransition" or "nametypetransition":
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

                if (Constraints.Contains(word))
                {
                    UseComparison(statement.Items.ElementAtOrDefault(2), parameters);
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
            Add(NameKind.LevelRange, context.Items[3], parameters);
        }
    }

    private void UsePermissions(CilStatement statement, HashSet<string> parameters)
    {
        if (statement.Keyword is "allow" or "auditallow" or "dontaudit" or "neverallow")
        {
            UseClassPermissions(statement.Items.ElementAtOrDefault(3), parameters);
        }
    }

    private void UseClassPermissions(CilStatement? what, HashSet<string> parameters)
    {
        if (what?.Keyword is not { Length: > 0 } @class || parameters.Contains(@class))
        {
            return;
        }

        Add(NameKind.Class, what.Items[0], parameters);
        var permissions = _permissions.TryGetValue(@class, out var known) ? known : _permissions[@class] = new(StringComparer.Ordinal);
        permissions.UnionWith(what.Items.Skip(1).SelectMany(i => i.Names).Where(n => !Operators.Contains(n)));
    }

    // (eq t1 NAME), within and, or and not; what is compared with tells of which kind the names are.
    private void UseComparison(CilStatement? expression, HashSet<string> parameters)
    {
        if (expression is not { Items: [{ Text: { } word }, ..] })
        {
            return;
        }

        if (word is "and" or "or" or "not")
        {
            foreach (var inner in expression.Items.Skip(1))
            {
                UseComparison(inner, parameters);
            }
        }
        else if (expression.Items is [_, { Text: [var side, >= '1' and <= '3'] }, var names] && !IsOperand(names))
        {
            NameKind? kind = side switch { 'u' => NameKind.User, 'r' => NameKind.Role, 't' => NameKind.Type, _ => null };
            if (kind is { } of)
            {
                Add(of, names, parameters);
            }
        }
    }

    private static bool IsOperand(CilStatement item) => item.Text is ['u' or 'r' or 't' or 'l' or 'h', >= '1' and <= '3'];

    // A level is a name, or a list of a sensitivity and categories; a range is a name, or a list of two levels.
    private void AddLevel(NameKind kind, CilStatement where, HashSet<string> parameters)
    {
        if (where.Text is not null)
        {
            AddName(kind, where.Text, parameters);
        }
        else if (kind == NameKind.LevelRange)
        {
            foreach (var level in where.Items)
            {
                AddLevel(NameKind.Level, level, parameters);
            }
        }
        else if (where.Items is [{ Text: { } sensitivity }, .. var categories])
        {
            AddName(NameKind.Sensitivity, sensitivity, parameters);
            foreach (var name in categories.SelectMany(c => c.Names))
            {
                AddName(NameKind.Category, name, parameters);
            }
        }
    }

    private void Add(NameKind kind, CilStatement? where, HashSet<string> parameters)
    {
        if (kind is NameKind.Level or NameKind.LevelRange)
        {
            if (where is not null)
            {
                AddLevel(kind, where, parameters);
            }

            return;
        }

        foreach (var name in where?.Names ?? [])
        {
            AddName(kind, name, parameters);
        }
    }

    private void AddName(NameKind kind, string name, HashSet<string> parameters)
    {
        // A name with a dot is of a block: anyone who writes it has the block's source too.
        if (!Operators.Contains(name) && !parameters.Contains(name) && !name.Contains('.', StringComparison.Ordinal))
        {
            _used.Add((kind, name));
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

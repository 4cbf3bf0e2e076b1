namespace TypedPolicy.Sepol.Binary;

/// <summary>Rules, transitions and memberships.</summary>
internal ref partial struct PolicyReader
{
    private const ushort Enabled = 0x8000;

    private void ReadRules()
    {
        var count = _bytes.Count(12);
        var rules = new List<AvtabRule>(count);
        var extended = new List<ExtendedPermissions>();
        for (var i = 0; i < count; i++)
        {
            rules.Add(Rule(0, extended));
        }

        var conditions = new ConditionPart[_bytes.Count(16)];
        for (var i = 0; i < conditions.Length; i++)
        {
            _bytes.UInt32(); // what the condition was when the policy was written: the booleans say it too
            conditions[i] = new(Condition());
            foreach (var sign in (ReadOnlySpan<int>)[1, -1])
            {
                for (var left = _bytes.Count(12); left > 0; left--)
                {
                    rules.Add(Rule(sign * (i + 1), extended));
                }
            }
        }

        _tables.Conditions = conditions;
        _tables.Rules = new([.. rules], _tables.Types.Count, [.. extended]);
        ReadRoleRules();
    }

    private AvtabRule Rule(int condition, List<ExtendedPermissions> extended)
    {
        var (source, target, @class) = (_bytes.UInt16(), _bytes.UInt16(), _bytes.UInt16());
        var kind = (RuleKind)(_bytes.UInt16() & ~Enabled);
        if (source == 0 || source > _tables.Types.Count || target == 0 || target > _tables.Types.Count || @class == 0 || @class > _tables.Classes.Count)
        {
            throw _bytes.Broken($"a rule between types {source} and {target} for class {@class}");
        }

        uint data;
        switch (kind)
        {
            case RuleKind.Allow or RuleKind.AuditAllow or RuleKind.AuditDeny:
                data = _bytes.UInt32();
                break;
            case RuleKind.TypeTransition or RuleKind.TypeMember or RuleKind.TypeChange:
                data = (uint)_bytes.Value(_tables.Types.Count, "type");
                break;
            case RuleKind.AllowX or RuleKind.AuditAllowX or RuleKind.DontAuditX:
                data = (uint)extended.Count;
                extended.Add(Extended());
                break;
            default:
                throw _bytes.Broken($"a rule of kind {(ushort)kind}");
        }

        return new(source, target, @class, kind, data, condition);
    }

    private ExtendedPermissions Extended()
    {
        var (specified, driver) = (_bytes.Byte(), _bytes.Byte());
        if (specified is not (1 or 2))
        {
            throw _bytes.Broken($"extended permissions of kind {specified}");
        }

        var words = new uint[8];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _bytes.UInt32();
        }

        return new(specified, driver, words);
    }

    // 1 is a boolean, 2 a negation, 3 to 7 are operators of two.
    private int[] Condition()
    {
        var expression = new int[_bytes.Count(8)];
        var depth = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            var kind = _bytes.Value(7, "step of a condition");
            expression[i] = kind == 1 ? _bytes.Value(_tables.Booleans.Count, "boolean") : -kind;
            if (kind != 1)
            {
                _bytes.UInt32();
            }

            depth += kind switch { 1 => 1, 2 => 0, _ => -1 };
            if (depth < 1)
            {
                throw _bytes.Broken("a condition that lacks an operand");
            }
        }

        return depth == 1 ? expression : throw _bytes.Broken("a condition that lacks an operator");
    }

    private void ReadRoleRules()
    {
        var transitions = new RoleTransitionPart[_bytes.Count(16)];
        for (var i = 0; i < transitions.Length; i++)
        {
            var (role, type, result) = (Role(), Type(), Role());
            transitions[i] = new(role, type, Class(), result);
        }

        var allows = new (int, int)[_bytes.Count(8)];
        for (var i = 0; i < allows.Length; i++)
        {
            allows[i] = (Role(), Role());
        }

        _tables.RoleTransitions = transitions;
        _tables.RoleAllows = allows;
    }

    private void ReadNamedTransitions()
    {
        var transitions = new List<NamedTransitionPart>();
        for (var left = _bytes.Count(20); left > 0; left--)
        {
            var name = _bytes.Text(_bytes.UInt32());
            if (_tables.Version < 33)
            {
                var (source, target, @class) = (Type(), Type(), Class());
                transitions.Add(new(name, ValueSet.Of([source]), target, @class, Type()));
                continue;
            }

            var (directory, kind) = (Type(), Class());
            for (var results = _bytes.Count(16); results > 0; results--)
            {
                var sources = ValueSet.Read(ref _bytes, _tables.Types.Count);
                transitions.Add(new(name, sources, directory, kind, Type()));
            }
        }

        _tables.NamedTransitions = [.. transitions];
    }

    private void ReadRangeTransitions()
    {
        var transitions = new RangeTransitionPart[_bytes.Count(32)];
        for (var i = 0; i < transitions.Length; i++)
        {
            var (source, target, @class) = (Type(), Type(), Class());
            transitions[i] = new(source, target, @class, Range(_tables.Categories.Count));
        }

        _tables.RangeTransitions = transitions;
    }

    private void ReadMemberships()
    {
        var types = _tables.Types.Count;
        var attributes = new int[types + 1][];
        var sizes = new int[types + 1];
        var total = 0;
        attributes[0] = [];
        for (var type = 1; type <= types; type++)
        {
            var set = ValueSet.Read(ref _bytes, types);
            attributes[type] = [];
            if (_tables.TypeParts[type] is not { IsAttribute: false })
            {
                continue;
            }

            total += set.Count;
            if (total > MaxMemberships)
            {
                throw _bytes.Broken($"more than {MaxMemberships} memberships of types in attributes");
            }

            var parts = _tables.TypeParts;
            attributes[type] = [.. set.Values.Where(v => parts[v] is { IsAttribute: true })];
            foreach (var attribute in attributes[type])
            {
                sizes[attribute]++;
            }
        }

        var members = new int[types + 1][];
        for (var i = 0; i <= types; i++)
        {
            members[i] = IsAttribute(i) ? new int[sizes[i]] : [i];
            sizes[i] = 0;
        }

        for (var type = 1; type <= types; type++)
        {
            foreach (var attribute in attributes[type])
            {
                members[attribute][sizes[attribute]++] = type;
            }
        }

        _tables.AttributesOf = attributes;
        _tables.MembersOf = members;
    }

    private readonly bool IsAttribute(int type) => _tables.TypeParts[type] is { IsAttribute: true };

    private int Type() => _bytes.Value(_tables.Types.Count, "type");

    private int Role() => _bytes.Value(_tables.Roles.Count, "role");

    private int Class() => _bytes.Value(_tables.Classes.Count, "class");
}

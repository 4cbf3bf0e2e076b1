namespace TypedPolicy.Sepol.Binary;

/// <summary>The tables of symbols.</summary>
internal ref partial struct PolicyReader
{
    // What the policy declares of a type: that the name is its own, and that it is an attribute.
    private const uint PrimaryName = 1;
    private const uint Attribute = 2;

    private void ReadSymbols()
    {
        _tables.Commons = Table("common", 16, out var left);
        while (left-- > 0)
        {
            ReadCommon();
        }

        _tables.Classes = Table("class", 24, out left);
        _tables.ClassParts = new ClassPart?[_tables.Classes.Count + 1];
        while (left-- > 0)
        {
            ReadClass();
        }

        _tables.Roles = Table("role", 36, out left);
        _tables.RoleParts = new RolePart?[_tables.Roles.Count + 1];
        while (left-- > 0)
        {
            var (name, value, bounds) = BoundedHead(_tables.Roles);
            var dominates = ValueSet.Read(ref _bytes, _tables.Roles.Count);
            _tables.RoleParts[value] = new(bounds, dominates, ValueSet.Read(ref _bytes, MaxValue));
            Add(_tables.Roles, name, value);
        }

        _tables.Types = Table("type", 16, out left);
        _tables.TypeParts = new TypePart?[_tables.Types.Count + 1];
        while (left-- > 0)
        {
            ReadType();
        }

        _tables.Users = Table("user", 60, out left);
        _tables.UserParts = new UserPart?[_tables.Users.Count + 1];
        while (left-- > 0)
        {
            var (name, value, bounds) = BoundedHead(_tables.Users);
            var roles = ValueSet.Read(ref _bytes, _tables.Roles.Count);
            _tables.UserParts[value] = new(bounds, roles, Range(MaxValue), Level(MaxValue));
            Add(_tables.Users, name, value);
        }

        _tables.Booleans = Table("boolean", 12, out left);
        _tables.BooleanDefaults = new bool[_tables.Booleans.Count + 1];
        while (left-- > 0)
        {
            var value = _bytes.Value(_tables.Booleans.Count, "boolean");
            _tables.BooleanDefaults[value] = _bytes.UInt32() != 0;
            Add(_tables.Booleans, _bytes.Text(_bytes.UInt32()), value);
        }

        ReadLevels();
    }

    private void ReadLevels()
    {
        _tables.Sensitivities = Table("sensitivity", 24, out var left);
        _tables.LevelParts = new ValueSet[_tables.Sensitivities.Count + 1];
        Array.Fill(_tables.LevelParts, ValueSet.Empty);
        while (left-- > 0)
        {
            var length = _bytes.UInt32();
            var isAlias = _bytes.UInt32() != 0;
            var name = _bytes.Text(length);
            var value = _bytes.Value(_tables.Sensitivities.Count, "sensitivity");
            var categories = ValueSet.Read(ref _bytes, MaxValue);
            _tables.LevelParts[value] = isAlias ? _tables.LevelParts[value] : categories;
            Add(_tables.Sensitivities, name, value, isAlias);
        }

        _tables.Categories = Table("category", 12, out left);
        while (left-- > 0)
        {
            var length = _bytes.UInt32();
            var value = _bytes.Value(_tables.Categories.Count, "category");
            var isAlias = _bytes.UInt32() != 0;
            Add(_tables.Categories, _bytes.Text(length), value, isAlias);
        }
    }

    private void ReadCommon()
    {
        var length = _bytes.UInt32();
        var value = _bytes.Value(_tables.Commons.Count, "common");
        var names = new string?[_bytes.Value(32, "number of permissions")];
        var count = _bytes.Count(8);
        var name = _bytes.Text(length);
        ReadPermissions(names, count);
        Add(_tables.Commons, name, value);
        _tables.CommonParts[name] = names;
    }

    private void ReadClass()
    {
        var length = _bytes.UInt32();
        var commonLength = _bytes.UInt32();
        var value = _bytes.Value(_tables.Classes.Count, "class");
        var bits = _bytes.UInt32();
        var count = _bytes.Count(8);
        var constraints = _bytes.Count(8);
        var name = _bytes.Text(length);
        if (bits > 32)
        {
            throw _bytes.Broken($"a class with {bits} permissions");
        }

        var names = new string?[bits];
        string? common = null;
        if (commonLength > 0)
        {
            common = _bytes.Text(commonLength);
            if (!_tables.CommonParts.TryGetValue(common, out var inherited) || inherited.Length > names.Length)
            {
                throw _bytes.Broken($"a class of the common '{common}'");
            }

            inherited.CopyTo(names, 0);
        }

        ReadPermissions(names, count);
        var demands = Constraints(constraints);
        var transitions = Constraints(_bytes.Count(8));
        var (user, role, range, type) = (Default(2), Default(2), Default(7), Default(2));
        _tables.ClassParts[value] = new(name, common, names, demands, transitions, user, role, type, range);
        Add(_tables.Classes, name, value);
    }

    private void ReadPermissions(string?[] names, int count)
    {
        while (count-- > 0)
        {
            var length = _bytes.UInt32();
            var bit = _bytes.Value(names.Length, "permission");
            if (names[bit - 1] is not null)
            {
                throw _bytes.Broken($"two permissions of bit {bit}");
            }

            names[bit - 1] = _bytes.Text(length);
        }
    }

    private ConstraintPart[] Constraints(int count)
    {
        var constraints = new ConstraintPart[count];
        for (var i = 0; i < count; i++)
        {
            var permissions = _bytes.UInt32();
            var steps = new ConstraintStep[_bytes.Count(12)];
            var depth = 0;
            for (var j = 0; j < steps.Length; j++)
            {
                steps[j] = Step();
                depth += steps[j].Kind switch { ConstraintStepKind.Not => 0, ConstraintStepKind.And or ConstraintStepKind.Or => -1, _ => 1 };
                if (depth < 1)
                {
                    throw _bytes.Broken("a constraint that lacks an operand");
                }
            }

            constraints[i] = depth == 1 ? new(permissions, steps) : throw _bytes.Broken("a constraint that lacks an operator");
        }

        return constraints;
    }

    private ConstraintStep Step()
    {
        var kind = (ConstraintStepKind)_bytes.Value(5, "step of a constraint");
        var attribute = _bytes.UInt32();
        var operation = _bytes.UInt32();
        if (kind < ConstraintStepKind.Compare)
        {
            return new(kind, 0, 0, ValueSet.Empty, ValueSet.Empty);
        }

        if (operation is 0 or > 5 || (kind == ConstraintStepKind.Names && operation > 2))
        {
            throw _bytes.Broken($"operator {operation} of a constraint");
        }

        if (kind == ConstraintStepKind.Compare)
        {
            return attribute is 1 or 2 or 4 or 32 or 64 or 128 or 256 or 512 or 1024
                ? new(kind, attribute, operation, ValueSet.Empty, ValueSet.Empty)
                : throw _bytes.Broken($"attribute {attribute} of a constraint");
        }

        if (attribute is not (1 or 2 or 4 or 9 or 10 or 12 or 17 or 18 or 20))
        {
            throw _bytes.Broken($"attribute {attribute} of a constraint");
        }

        var names = ValueSet.Read(ref _bytes, MaxValue);
        var written = ValueSet.Read(ref _bytes, MaxValue);
        ValueSet.Read(ref _bytes, MaxValue); // the types that are left out
        _bytes.UInt32(); // how they were written
        return new(kind, attribute, operation, names, written);
    }

    private void ReadType()
    {
        var length = _bytes.UInt32();
        var value = _bytes.Value(_tables.Types.Count, "type");
        var properties = _bytes.UInt32();
        var bounds = Bounds(_tables.Types);
        var name = _bytes.Text(length);
        var isAlias = (properties & (PrimaryName | Attribute)) == 0;
        if (!isAlias)
        {
            _tables.TypeParts[value] = new((properties & Attribute) != 0, bounds);
        }

        Add(_tables.Types, name, value, isAlias);
    }

    private (string Name, int Value, int Bounds) BoundedHead(Symbols symbols)
    {
        var length = _bytes.UInt32();
        var value = _bytes.Value(symbols.Count, "symbol");
        var bounds = Bounds(symbols);
        return (_bytes.Text(length), value, bounds);
    }

    private int Bounds(Symbols symbols)
    {
        var bounds = _bytes.UInt32();
        return bounds <= (uint)symbols.Count ? (int)bounds : throw _bytes.Broken($"bounds by {bounds}");
    }

    private byte Default(byte largest)
    {
        var value = _bytes.UInt32();
        return value <= largest ? (byte)value : throw _bytes.Broken($"{value} as a default");
    }

    private RangePart Range(int categories)
    {
        var levels = _bytes.Value(2, "number of levels");
        var low = Sensitivity();
        var high = levels == 2 ? Sensitivity() : low;
        var lowCategories = ValueSet.Read(ref _bytes, categories);
        var highCategories = levels == 2 ? ValueSet.Read(ref _bytes, categories) : lowCategories;
        return new(new(low, lowCategories), new(high, highCategories));
    }

    private LevelPart Level(int categories) => new(Sensitivity(), ValueSet.Read(ref _bytes, categories));

    // Users come before the sensitivities; what they name is checked when these are known.
    private int Sensitivity() => _bytes.Value(_tables.Sensitivities.Count > 0 ? _tables.Sensitivities.Count : MaxValue, "sensitivity");

    private Symbols Table(string kind, int bytesOfOne, out int entries)
    {
        var count = _bytes.UInt32();
        entries = _bytes.Count(bytesOfOne);
        return count <= MaxValue ? new(kind, (int)count) : throw _bytes.Broken($"{count} symbols of the kind {kind}");
    }

    private readonly void Add(Symbols symbols, string name, int value, bool isAlias = false)
    {
        if (!symbols.Add(name, value, isAlias))
        {
            throw _bytes.Broken($"'{name}' twice");
        }
    }
}

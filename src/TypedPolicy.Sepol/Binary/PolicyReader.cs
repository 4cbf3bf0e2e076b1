namespace TypedPolicy.Sepol.Binary;

/// <summary>Reads a kernel policy. Each table is checked against those it names before anything uses it, so that a policy that was read is whole.</summary>
internal ref partial struct PolicyReader(ReadOnlySpan<byte> content)
{
    /// <summary>The oldest version that can be read: that of Linux 4.13.</summary>
    public const int OldestVersion = 31;

    /// <summary>The newest version that can be read.</summary>
    public const int NewestVersion = 33;

    private const uint Magic = 0xf97cff8c;
    private const int MaxValue = ushort.MaxValue;

    // A policy of a distribution has some ten thousand; sets are smaller in the file than in memory, and this bounds by how much.
    private const int MaxMemberships = 8_000_000;

    private PolicyBytes _bytes = new(content);
    private readonly PolicyTables _tables = new();

    public static PolicyTables Read(ReadOnlySpan<byte> content) => new PolicyReader(content).Read();

    private PolicyTables Read()
    {
        ReadHeader(out var symbolTables, out var labelTables);
        _tables.Capabilities = ValueSet.Read(ref _bytes, MaxValue);
        _tables.Permissive = ValueSet.Read(ref _bytes, MaxValue);
        if (symbolTables != 8)
        {
            throw _bytes.Broken($"{symbolTables} tables of symbols");
        }

        ReadSymbols();
        CheckSets();
        CheckBounds();
        ReadRules();
        ReadNamedTransitions();
        ReadLabels(labelTables);
        ReadRangeTransitions();
        ReadMemberships();
        return _bytes.Left == 0 ? _tables : throw _bytes.Broken($"{_bytes.Left} bytes after the end");
    }

    private void ReadHeader(out uint symbolTables, out uint labelTables)
    {
        if (_bytes.UInt32() != Magic)
        {
            throw new SepolException("This is not a kernel policy.");
        }

        var platform = _bytes.Text(_bytes.UInt32());
        if (platform != "SE Linux")
        {
            throw new SepolException($"This is a policy for '{(platform.Length > 40 ? platform[..40] : platform)}', not for SELinux.");
        }

        var version = _bytes.UInt32();
        if (version is < OldestVersion or > NewestVersion)
        {
            throw new SepolException($"This is a policy of version {version}; versions {OldestVersion} to {NewestVersion} are known.");
        }

        _tables.Version = (int)version;
        var settings = _bytes.UInt32();
        if ((settings & 1) == 0)
        {
            throw new SepolException("This is a policy without MLS, which no supported distribution has.");
        }

        _tables.UnknownHandling = (settings & 6) switch
        {
            2 => UnknownHandling.Reject,
            4 => UnknownHandling.Allow,
            _ => UnknownHandling.Deny,
        };
        symbolTables = _bytes.UInt32();
        labelTables = _bytes.UInt32();
    }

    /// <summary>A kernel takes four types bounded by each other, and so no circle.</summary>
    private readonly void CheckBounds()
    {
        var parts = _tables.TypeParts;
        for (var type = 1; type < parts.Length; type++)
        {
            var depth = 0;
            for (var outer = type; parts[outer] is { Bounds: > 0 and var bounds }; outer = bounds)
            {
                if (++depth > 4)
                {
                    throw new SepolException($"The policy is damaged: the bounds of {_tables.Types[type]} have no end.");
                }
            }
        }
    }

    /// <summary>Sets that were read before the tables that they point into.</summary>
    private readonly void CheckSets()
    {
        var tables = _tables;
        foreach (var role in tables.RoleParts.OfType<RolePart>())
        {
            Check(role.Types, tables.Types, "type");
        }

        foreach (var user in tables.UserParts.OfType<UserPart>())
        {
            CheckLevel(user.Range.Low);
            CheckLevel(user.Range.High);
            CheckLevel(user.DefaultLevel);
        }

        foreach (var level in tables.LevelParts)
        {
            CheckLevel(new LevelPart(1, level));
        }

        foreach (var step in tables.ClassParts.OfType<ClassPart>().SelectMany(c => c.Constraints.Concat(c.TransitionConstraints)).SelectMany(c => c.Expression))
        {
            Check(step.Names, (step.Attribute & 7) switch { 1 => tables.Users, 2 => tables.Roles, _ => tables.Types }, "name");
            Check(step.WrittenTypes, tables.Types, "type");
        }

        void Check(ValueSet set, Symbols symbols, string kind)
        {
            if (set.Maximum > symbols.Count)
            {
                throw new SepolException($"The policy is damaged: a set names {kind} {set.Maximum} of {symbols.Count}.");
            }
        }

        void CheckLevel(LevelPart level)
        {
            Check(level.Categories, tables.Categories, "category");
            if (level.Sensitivity > tables.Sensitivities.Count)
            {
                throw new SepolException($"The policy is damaged: a level names sensitivity {level.Sensitivity} of {tables.Sensitivities.Count}.");
            }
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Writes names and sets with their holes by the names that bindings give them.</summary>
internal sealed class HoleNames(ImmutableArray<InterfaceParameter> parameters)
{
    /// <summary>A name, with the holes in it.</summary>
    public string In(string name)
    {
        var at = name.IndexOf(Hole.Start, StringComparison.Ordinal);
        if (at < 0)
        {
            return name;
        }

        var text = new StringBuilder();
        var copied = 0;
        while (at >= 0)
        {
            if (Hole.TryRead(name, at, name.Length, out var argument, out var end) && argument <= parameters.Length)
            {
                text.Append(name, copied, at - copied).Append(parameters[argument - 1].Hole);
                copied = end;
            }

            at = name.IndexOf(Hole.Start, Math.Max(end, at + 1), StringComparison.Ordinal);
        }

        return text.Append(name, copied, name.Length - copied).ToString();
    }

    /// <summary>Names, a blank between them.</summary>
    public string In(ImmutableArray<string> names) => string.Join(" ", names.Select(In));

    /// <summary>A file's name in quotes.</summary>
    public string FileName(string name) => $"\"{In(name)}\"";

    /// <summary>The parts of a set that a statement is written for each of: the names, or one expression where something is taken out.</summary>
    public List<string> Items(NameSet set)
    {
        if (set.Kind == NameSetKind.All)
        {
            return ["(all)"];
        }

        if (set.Kind == NameSetKind.Complement)
        {
            return [$"(not ({In(set.Names)}))"];
        }

        var excluded = set.Excluded.Select(In).Concat(set.Names.Where(IsExclusion).Select(In)).ToList();
        var included = set.Names.Where(n => !IsExclusion(n)).ToList();
        if (excluded.Count == 0)
        {
            return [.. included.Select(In).Distinct()];
        }

        // What is taken out is taken out of types; self is beside them.
        var types = included.Where(n => n != "self").Select(In);
        List<string> items = [$"(and ({string.Join(" ", types)}) (not ({string.Join(" ", excluded)})))"];
        if (included.Contains("self"))
        {
            items.Add("self");
        }

        return items;
    }

    /// <summary>Permissions as a class takes them.</summary>
    public string Permissions(NameSet set) => set.Kind switch
    {
        NameSetKind.All => "(all)",
        NameSetKind.Complement => $"(not ({In(set.Names)}))",
        _ => $"({string.Join(" ", set.Names.Select(In).Distinct())})",
    };

    /// <summary><c>s0-s0:c0.c1023</c> as CIL writes it.</summary>
    public string Range(string range)
    {
        if (Hole.Of(range) > 0)
        {
            return In(range);
        }

        var hyphen = range.IndexOf('-');
        var low = hyphen < 0 ? range : range.Substring(0, hyphen);
        return $"({Level(low)} {Level(hyphen < 0 ? range : range.Substring(hyphen + 1))})";
    }

    /// <summary>A condition as CIL writes it.</summary>
    public string Expression(Condition condition) => condition switch
    {
        BooleanCondition boolean => In(boolean.Name),
        NotCondition not => $"(not {Operand(not.Operand)})",
        BinaryCondition binary => $"({Keyword(binary.Operator)} {Operand(binary.Left)} {Operand(binary.Right)})",
        _ => throw new InvalidOperationException("There is no other condition."),
    };

    private string Operand(Condition condition) => Expression(condition);

    private static string Keyword(ConditionOperator binary) => binary switch
    {
        ConditionOperator.And => "and",
        ConditionOperator.Or => "or",
        ConditionOperator.Xor => "xor",
        ConditionOperator.Equal => "eq",
        _ => "neq",
    };

    private string Level(string level)
    {
        var colon = level.IndexOf(':');
        if (colon < 0)
        {
            return $"({In(level)})";
        }

        var categories = level.Substring(colon + 1).Split(',').Select(Categories);
        return $"({In(level.Substring(0, colon))} ({string.Join(" ", categories)}))";
    }

    private string Categories(string categories)
    {
        var dot = categories.IndexOf('.');
        return dot < 0 ? In(categories) : $"(range {In(categories.Substring(0, dot))} {In(categories.Substring(dot + 1))})";
    }

    private bool IsExclusion(string name) =>
        Hole.Of(name) is var argument && argument > 0 && argument <= parameters.Length && parameters[argument - 1].Kind == InterfaceParameterKind.ExcludedTypes;
}

using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Names and sets with their holes, by the names that bindings give these.</summary>
internal sealed class HoleNames(ImmutableArray<InterfaceParameter> parameters)
{
    /// <summary>A name, with the holes in it.</summary>
    public CilNode In(string name) => Symbol(Text(name));

    /// <summary>Names.</summary>
    public IEnumerable<CilNode> In(ImmutableArray<string> names) => names.Select(In);

    /// <summary>A file's name.</summary>
    public CilNode FileName(string name) => Text(name) is var text && CilString.IsQuotable(text) ? new CilString(text) : new CilString(ExpansionHole.Unsayable);

    /// <summary>The parts of a set that a statement is written for each of: the names, or one expression where something is removed.</summary>
    public List<CilNode> Items(NameSet set)
    {
        if (set.Kind == NameSetKind.All)
        {
            return [ExpansionStatements.All];
        }

        if (set.Kind == NameSetKind.Complement)
        {
            return [ExpansionStatements.Not(In(set.Names))];
        }

        var excluded = In(set.Excluded).Concat(set.Names.Where(IsExclusion).Select(In)).ToList();
        var included = set.Names.Where(n => !IsExclusion(n)).ToList();
        if (excluded.Count == 0)
        {
            return [.. included.Select(In).Distinct()];
        }

        // Types are removed, never self, which is beside them.
        List<CilNode> items = [ExpansionStatements.Without(included.Where(n => n != "self").Select(In), excluded)];
        if (included.Contains("self"))
        {
            items.Add("self");
        }

        return items;
    }

    /// <summary>Permissions as a class takes them.</summary>
    public CilNode Permissions(NameSet set) => set.Kind switch
    {
        NameSetKind.All => ExpansionStatements.All,
        NameSetKind.Complement => ExpansionStatements.Not(In(set.Names)),
        _ => ExpansionStatements.List(In(set.Names).Distinct()),
    };

    /// <summary><c>s0-s0:c0.c1023</c> as CIL has it.</summary>
    public CilNode Range(string range)
    {
        if (Hole.Of(range) > 0)
        {
            return In(range);
        }

        var hyphen = range.IndexOf('-');
        var low = hyphen < 0 ? range : range.Substring(0, hyphen);
        return new CilList(Level(low), Level(hyphen < 0 ? range : range.Substring(hyphen + 1)));
    }

    /// <summary>A condition as CIL has it.</summary>
    public CilNode Expression(Condition condition) => condition switch
    {
        BooleanCondition boolean => In(boolean.Name),
        NotCondition not => new CilList("not", Expression(not.Operand)),
        BinaryCondition binary => new CilList(Keyword(binary.Operator), Expression(binary.Left), Expression(binary.Right)),
        _ => throw new InvalidOperationException("There is no other condition."),
    };

    /// <summary>A word as a symbol of CIL.</summary>
    public static CilNode Symbol(string text) => CilAtom.IsSymbol(text) ? text : ExpansionHole.Unsayable;

    private string Text(string name)
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

    private static string Keyword(ConditionOperator binary) => binary switch
    {
        ConditionOperator.And => "and",
        ConditionOperator.Or => "or",
        ConditionOperator.Xor => "xor",
        ConditionOperator.Equal => "eq",
        _ => "neq",
    };

    private CilNode Level(string level)
    {
        var colon = level.IndexOf(':');
        return colon < 0
            ? ExpansionStatements.Level(In(level), [])
            : ExpansionStatements.Level(In(level.Substring(0, colon)), [.. level.Substring(colon + 1).Split(',').Select(Categories)]);
    }

    private CilNode Categories(string categories)
    {
        var dot = categories.IndexOf('.');
        return dot < 0 ? In(categories) : ExpansionStatements.Range(In(categories.Substring(0, dot)), In(categories.Substring(dot + 1)));
    }

    private bool IsExclusion(string name) =>
        Hole.Of(name) is var argument && argument > 0 && argument <= parameters.Length && parameters[argument - 1].Kind == InterfaceParameterKind.ExcludedTypes;
}

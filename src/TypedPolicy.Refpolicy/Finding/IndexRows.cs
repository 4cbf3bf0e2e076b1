namespace TypedPolicy.Refpolicy.Finding;

/// <summary>The tables of an index, in the order in which it is kept.</summary>
internal enum IndexTable
{
    Head,
    Names,
    Interfaces,
    Rules,
    Joined,
    Members,
    Writing,
    Problems,
    Lists,
}

/// <summary>Source or target of a rule as a number: a word, the type itself, or an argument.</summary>
internal static class Operand
{
    public const int None = -1;
    public const int Self = -2;

    public static int OfHole(int argument) => Self - argument;

    public static int HoleOf(int operand) => operand < Self ? Self - operand : 0;
}

/// <summary>Something with a name.</summary>
internal readonly record struct NameRow(int Kind, int Name, int CSharp, int Module, int File, int Line, int Summary, int Deprecation, int Interface)
{
    public const int Width = 9;

    public static NameRow At(FinderIndex index, int number)
    {
        var (t, i) = (index.Tables[(int)IndexTable.Names], number * Width);
        return new(t[i], t[i + 1], t[i + 2], t[i + 3], t[i + 4], t[i + 5], t[i + 6], t[i + 7], t[i + 8]);
    }

    public void AddTo(List<int> table) => table.AddRange([Kind, Name, CSharp, Module, File, Line, Summary, Deprecation, Interface]);
}

/// <summary>
/// An interface: its name, its carrier's argument, the other arguments, its rules, those of the attributes that it puts its carrier into, and what it requires that the base policy lacks.
/// </summary>
internal readonly record struct InterfaceRow(int Name, int Carrier, int TypeParameters, int Values, int FirstRule, int Rules, int FirstJoined, int Joined, int Missing)
{
    public const int Width = 9;

    public static InterfaceRow At(FinderIndex index, int number)
    {
        var (t, i) = (index.Tables[(int)IndexTable.Interfaces], number * Width);
        return new(t[i], t[i + 1], t[i + 2], t[i + 3], t[i + 4], t[i + 5], t[i + 6], t[i + 7], t[i + 8]);
    }

    public void AddTo(List<int> table) => table.AddRange([Name, Carrier, TypeParameters, Values, FirstRule, Rules, FirstJoined, Joined, Missing]);
}

/// <summary>An allow rule of an interface, or of an attribute that interfaces put their carrier into: its source is that attribute then.</summary>
internal readonly record struct RuleRow(int Source, int Target, int Excluded, int Class, int Permissions, int Condition)
{
    public const int Width = 6;

    public static RuleRow At(FinderIndex index, IndexTable table, int number)
    {
        var (t, i) = (index.Tables[(int)table], number * Width);
        return new(t[i], t[i + 1], t[i + 2], t[i + 3], t[i + 4], t[i + 5]);
    }

    public void AddTo(List<int> table) => table.AddRange([Source, Target, Excluded, Class, Permissions, Condition]);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// What finding needs of a header tree: the names in it, and for each interface the access that it gives. Tables of numbers, and the words that the numbers stand
/// for, so that it can be kept as a file and be read from it in milliseconds; <see cref="FinderIndexBuilder"/> makes one.
/// </summary>
public sealed class FinderIndex
{
    private bool[]? _attributes;

    internal FinderIndex(StringTable strings, int[][] tables)
    {
        Strings = strings;
        Tables = tables;
    }

    /// <summary>How many names it has.</summary>
    public int NameCount => Tables[(int)IndexTable.Names].Length / NameRow.Width;

    /// <summary>What the facts about the base policy were read from; empty where there were none.</summary>
    public string Base => Text(Tables[(int)IndexTable.Head][0]);

    /// <summary>Whether it knows the base policy itself: which types are in which attributes, and what members of attributes may do.</summary>
    public bool KnowsBase => Base.Length > 0;

    /// <summary>What is wrong in the headers, so that something may be missing: a text each.</summary>
    public IReadOnlyList<string> Problems => [.. Tables[(int)IndexTable.Problems].Select(Text)];

    /// <summary>The C# names of the author's own types, which headers do not name.</summary>
    public ImmutableDictionary<string, string> OwnNames { get; private init; } = ImmutableDictionary<string, string>.Empty;

    internal StringTable Strings { get; }

    internal int[][] Tables { get; }

    internal int InterfaceCount => Tables[(int)IndexTable.Interfaces].Length / InterfaceRow.Width;

    /// <summary>The same index with more names of the author's own; those that it knows stay.</summary>
    public FinderIndex With(IEnumerable<KeyValuePair<string, string>> ownNames) => new(Strings, Tables) { OwnNames = ImmutableDictionary<string, string>.Empty.SetItems(ownNames).SetItems(OwnNames) };

    /// <summary>A name, by its number from 0; they are sorted by SELinux name.</summary>
    public FoundName Name(int number)
    {
        var row = NameRow.At(this, number);
        var name = new FoundName((FoundKind)row.Kind, Text(row.Name), Text(row.CSharp), Text(row.Module), Text(row.File), row.Line, Text(row.Summary));
        return row.Interface < 0 ? name : name with { Deprecation = row.Deprecation < 0 ? null : Text(row.Deprecation), Written = Attribute(row.Interface, name.CSharp, 0, "") };
    }

    /// <summary>The names of a word: more than one where different kinds of things have it.</summary>
    public IEnumerable<FoundName> Find(string word)
    {
        var sought = Strings.Find(word);
        for (var i = 0; sought >= 0 && i < NameCount; i++)
        {
            if (NameRow.At(this, i) is var row && (row.Name == sought || row.CSharp == sought))
            {
                yield return Name(i);
            }
        }
    }

    /// <summary>The C# name of a type or attribute, where the headers name it.</summary>
    public string? CSharpOf(string type) =>
        Find(type).FirstOrDefault(n => n.Name == type && n.Kind is FoundKind.Type or FoundKind.TypeAttribute)?.CSharp;

    /// <summary>The types of an attribute; empty where that is not known.</summary>
    public IReadOnlyList<string> MembersOf(string attribute) => [.. Members(Strings.Find(attribute)).Items().Select(Text)];

    /// <summary>The attributes of a type; empty where that is not known.</summary>
    public IReadOnlyList<string> AttributesOf(string type) => [.. Attributes(Strings.Find(type)).Select(Text)];

    /// <summary>The attribute that applies an interface.</summary>
    /// <param name="hole">The argument that is known, by its number; 0 for none.</param>
    /// <param name="argument">What it is.</param>
    internal string Attribute(int number, string csharp, int hole, string argument)
    {
        var row = InterfaceRow.At(this, number);
        var types = List(row.TypeParameters);
        var written = new StringBuilder("[").Append(csharp);
        for (var i = 0; i < types.Count; i += 2)
        {
            written.Append(i == 0 ? "<" : ", ").Append(types[i] == hole ? argument : Text(types[i + 1]));
        }

        return written.Append(types.Count > 0 ? ">" : "").Append(Text(row.Values)).Append(']').ToString();
    }

    /// <summary>A word by its number; the argument that a hole stands for, as the headers write it.</summary>
    internal string Text(int word) => word >= 0 ? Strings[word] : word == Operand.Self ? "self" : "$" + Decimal(Operand.HoleOf(word));

    internal NumberList List(int at) => at < 0 ? NumberList.Empty : new(Tables[(int)IndexTable.Lists], at + 1, Tables[(int)IndexTable.Lists][at]);

    internal NumberList Members(int attribute) => Keyed(IndexTable.Members, attribute);

    /// <summary>The permissions of a class that change the object.</summary>
    internal NumberList Writing(int @class) => Keyed(IndexTable.Writing, @class);

    internal List<int> Attributes(int type)
    {
        var found = new List<int>();
        var table = Tables[(int)IndexTable.Members];
        for (var i = 0; type >= 0 && i < table.Length; i += 2)
        {
            if (List(table[i + 1]).SortedContains(type))
            {
                found.Add(table[i]);
            }
        }

        return found;
    }

    /// <summary>Whether the headers name a word as a type attribute.</summary>
    internal bool IsAttribute(int word)
    {
        if (_attributes is null)
        {
            _attributes = new bool[Strings.Count];
            for (var i = 0; i < NameCount; i++)
            {
                var row = NameRow.At(this, i);
                _attributes[row.Name] |= row.Kind == (int)FoundKind.TypeAttribute;
            }
        }

        return _attributes[word];
    }

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private NumberList Keyed(IndexTable table, int key)
    {
        var rows = Tables[(int)table];
        for (var i = 0; key >= 0 && i < rows.Length; i += 2)
        {
            if (rows[i] == key)
            {
                return List(rows[i + 1]);
            }
        }

        return NumberList.Empty;
    }
}

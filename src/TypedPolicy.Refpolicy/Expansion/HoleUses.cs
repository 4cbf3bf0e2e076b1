using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>As what the arguments of a call are used in what it expands to.</summary>
internal sealed class HoleUses : NameVisitor
{
    private readonly Dictionary<int, NameUse> _uses = [];

    public static HoleUses Of(ExpandedBlock block)
    {
        var uses = new HoleUses();
        uses.Visit(block);
        return uses;
    }

    public NameUse this[int argument] => _uses.TryGetValue(argument, out var use) ? use : NameUse.None;

    protected override void Name(string name, NameUse use)
    {
        if (name.Length < Hole.Start.Length)
        {
            return;
        }

        var whole = Hole.Of(name);
        if (whole > 0)
        {
            Add(whole, use);
            return;
        }

        for (var at = name.IndexOf(Hole.Start, StringComparison.Ordinal); at >= 0; at = name.IndexOf(Hole.Start, at + 1, StringComparison.Ordinal))
        {
            if (Hole.TryRead(name, at, name.Length, out var argument, out _))
            {
                Add(argument, use is NameUse.FileName or NameUse.Level ? use : NameUse.NamePart);
            }
        }
    }

    private void Add(int argument, NameUse use) => _uses[argument] = this[argument] | use;
}

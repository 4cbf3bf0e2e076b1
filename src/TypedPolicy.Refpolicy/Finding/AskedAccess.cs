using System.Collections.Immutable;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>A question in the numbers of an index.</summary>
internal sealed class AskedAccess
{
    private readonly FinderIndex _index;
    private readonly int[] _permissions;
    private readonly HashSet<int> _targets;
    private readonly HashSet<int> _sources;
    private readonly NumberList _members;

    public AskedAccess(FinderIndex index, AccessQuestion question)
    {
        _index = index;
        Class = index.Strings.Find(question.Class);
        _permissions = [.. question.Permissions.Select(index.Strings.Find)];
        IsSelf = question.Target == "self" || question.Target == question.Source;
        HasSource = question.Source is not null;
        Target = IsSelf && question.Source is not null ? index.Strings.Find(question.Source) : index.Strings.Find(question.Target);
        _targets = NamesFor(Target);
        _members = index.Members(Target);
        _sources = NamesFor(HasSource ? index.Strings.Find(question.Source!) : -1);
        TargetName = question.Target;
        TargetCSharp = CSharp(question.Target);
        SourceCSharp = CSharp(question.Source ?? "");
        IsReading = Class >= 0 && !_permissions.Any(p => index.Writing(Class).SortedContains(p));
    }

    /// <summary>Whether the index has the class and the permissions at all; if not, nothing gives them.</summary>
    public bool IsKnown => Class >= 0 && Array.IndexOf(_permissions, -1) < 0;

    public int Class { get; }

    public int Target { get; }

    public bool IsSelf { get; }

    public bool HasSource { get; }

    /// <summary>Whether the base guards the target by neverallow rules.</summary>
    public bool IsGuarded => AccessWeight.IsGuarded(TargetName);

    /// <summary>Whether nothing that is asked for changes the object.</summary>
    public bool IsReading { get; }

    public string TargetName { get; }

    public string TargetCSharp { get; }

    public string SourceCSharp { get; }

    /// <summary>Which of the asked permissions are in a list.</summary>
    public ulong Bits(int list)
    {
        var permissions = _index.List(list);
        var bits = 0UL;
        for (var i = 0; i < _permissions.Length; i++)
        {
            bits |= permissions.Contains(_permissions[i]) ? 1UL << i : 0;
        }

        return bits;
    }

    /// <summary>The object class.</summary>
    public string ClassName => _index.Text(Class);

    /// <summary>Whether one of some permissions is asked for.</summary>
    public bool Has(params string[] permissions) => Array.Exists(_permissions, p => Array.IndexOf(permissions, _index.Text(p)) >= 0);

    /// <summary>Whether nothing but a permission is asked for.</summary>
    public bool IsOnly(string permission) => _permissions.Length == 1 && _index.Text(_permissions[0]) == permission;

    /// <summary>How many permissions some bits are.</summary>
    public static int Count(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>The permissions of some bits.</summary>
    public ImmutableArray<string> Names(ulong bits) => [.. _permissions.Where((_, i) => (bits >> i & 1) != 0).Select(_index.Text)];

    /// <summary>The permissions of some bits by their numbers.</summary>
    public IEnumerable<int> Numbers(ulong bits) => _permissions.Where((_, i) => (bits >> i & 1) != 0);

    /// <summary>What the permissions of some bits weigh on the target.</summary>
    public long Weight(ulong bits, InterfaceReach reach) => Numbers(bits).Sum(p => (long)reach.WeightOfOne(Target < 0 ? Operand.Self : Target, Class, p));

    /// <summary>The bits of all permissions.</summary>
    public ulong All => ulong.MaxValue >> (64 - _permissions.Length);

    public bool IsAll(ulong bits) => bits == ulong.MaxValue >> (64 - _permissions.Length);

    public bool IsPermission(int permission) => Array.IndexOf(_permissions, permission) >= 0;

    /// <summary>Whether a name is the target, or an attribute that it is in.</summary>
    public bool IsTarget(int name) => name >= 0 && _targets.Contains(name);

    public bool IsSource(int name) => name >= 0 && _sources.Contains(name);

    /// <summary>Whether the target, or of an attribute a type, is among what a rule removes.</summary>
    public bool IsExcluded(int list)
    {
        var names = _index.List(list);
        for (var i = 0; i < names.Count; i++)
        {
            if (IsTarget(names[i]) || _members.SortedContains(names[i]) || _index.Members(names[i]).Items().Any(_members.SortedContains))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> NamesFor(int name)
    {
        var names = new HashSet<int>();
        if (name < 0)
        {
            return names;
        }

        names.Add(name);
        names.UnionWith(_index.Attributes(name));

        // An attribute is given what a larger one is given, and one with a single type what that type is given.
        var own = _index.Members(name);
        if (own.Count == 1)
        {
            names.Add(own[0]);
        }

        var table = _index.Tables[(int)IndexTable.Members];
        for (var i = 0; own.Count > 0 && i < table.Length; i += 2)
        {
            var other = _index.List(table[i + 1]);
            if (other.Count >= own.Count && own.Items().All(other.SortedContains))
            {
                names.Add(table[i]);
            }
        }

        return names;
    }

    private string CSharp(string name) => _index.OwnNames.GetValueOrDefault(name) ?? _index.CSharpOf(name) ?? NameOf.Pascal(NameOf.Stem(name, EntityKind.Type));
}

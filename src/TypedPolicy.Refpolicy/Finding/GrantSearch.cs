using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// Finds the interfaces that give an access: all of it, by rules of their own or by those of the attributes that they put their carrier into, on the target itself
/// or on an attribute that it is in. One that grants less does not answer.
/// </summary>
public sealed class GrantSearch
{
    private readonly FinderIndex _index;
    private readonly AskedAccess _asked;
    private readonly InterfaceReach _reach;
    private readonly Dictionary<int, Tally> _joined = [];

    private GrantSearch(FinderIndex index, AskedAccess asked, InterfaceReach reach) => (_index, _asked, _reach) = (index, asked, reach);

    /// <summary>
    /// The answers: first interfaces that say the target themselves and always give the access, then those that do so under a condition, those that are given the target as an
    /// argument, and deprecated ones. Among them, one that lets the carrier change what was to be read comes after those that do not, and otherwise the one that gives the least
    /// else comes first, by what that is worth.
    /// </summary>
    public static ImmutableArray<GrantAnswer> Find(FinderIndex index, AccessQuestion question)
    {
        var search = For(index, question, new InterfaceReach(index));
        var answers = search?.Candidates(isPartEnough: false).Select(search.ToAnswer).ToList() ?? [];
        answers.Sort(Order);
        return [.. answers];
    }

    /// <summary>The order of answers.</summary>
    internal static IComparer<GrantAnswer> Order { get; } = Comparer<GrantAnswer>.Create(Compare);

    /// <summary>A search; <see langword="null"/> if the index does not know the class or a permission, so that nothing gives it.</summary>
    internal static GrantSearch? For(FinderIndex index, AccessQuestion question, InterfaceReach reach)
    {
        var asked = new AskedAccess(index, question);
        return asked.IsKnown ? new GrantSearch(index, asked, reach) : null;
    }

    /// <summary>What was asked.</summary>
    internal AskedAccess Asked => _asked;

    /// <summary>The interfaces that give all of it, or a part if that is enough.</summary>
    internal IEnumerable<Candidate> Candidates(bool isPartEnough)
    {
        for (var i = 0; i < _index.NameCount; i++)
        {
            if (NameRow.At(_index, i).Interface is var number and >= 0 && Answer(i, number, isPartEnough) is { } candidate)
            {
                yield return candidate;
            }
        }
    }

    private static int Compare(GrantAnswer a, GrantAnswer b)
    {
        var order = (a.Interface.Deprecation is not null).CompareTo(b.Interface.Deprecation is not null);
        order = order != 0 ? order : (a.Argument > 0).CompareTo(b.Argument > 0);
        order = order != 0 ? order : (a.Condition.Length > 0).CompareTo(b.Condition.Length > 0);
        order = order != 0 ? order : a.Writes.IsEmpty.CompareTo(b.Writes.IsEmpty) * -1;
        order = order != 0 ? order : a.Cost.CompareTo(b.Cost);
        return order != 0 ? order : string.CompareOrdinal(a.Interface.Name, b.Interface.Name);
    }

    private Candidate? Answer(int name, int number, bool isPartEnough)
    {
        var row = InterfaceRow.At(_index, number);
        if (row.Missing >= 0)
        {
            return null; // nobody can call it
        }

        var source = row.Carrier > 0 && row.Joined > 0 ? Joined(row) : null;
        List<(AnswerCarrier Carrier, int Hole, Tally Tally)>? others = null;
        for (var i = row.FirstRule; i < row.FirstRule + row.Rules; i++)
        {
            var rule = RuleRow.At(_index, IndexTable.Rules, i);
            if (rule.Class != _asked.Class || _asked.Bits(rule.Permissions) is var bits && bits == 0 || Binding(rule, row.Carrier) is not { } binding)
            {
                continue;
            }

            if (binding is (AnswerCarrier.Source, 0))
            {
                (source ??= new Tally()).Add(i, bits, rule.Condition);
                continue;
            }

            others ??= [];
            var at = others.FindIndex(o => o.Carrier == binding.Carrier && o.Hole == binding.Hole);
            if (at < 0)
            {
                at = others.Count;
                others.Add((binding.Carrier, binding.Hole, new Tally()));
            }

            others[at].Tally.Add(i, bits, rule.Condition);
        }

        Candidate? part = null;
        if (source is not null && Take(AnswerCarrier.Source, 0, source) is { } own)
        {
            return own;
        }

        // What a call gives for no argument in particular, it gives for each.
        foreach (var (carrier, hole, tally) in others ?? [])
        {
            var without = carrier == AnswerCarrier.Source ? source : hole == 0 ? null : others!.Find(o => o.Carrier == carrier && o.Hole == 0).Tally;
            if (Take(carrier, hole, without is null ? tally : tally.With(without)) is { } all)
            {
                return all;
            }
        }

        return part;

        Candidate? Take(AnswerCarrier carrier, int hole, Tally tally)
        {
            var candidate = new Candidate(name, number, carrier, hole, tally);
            if (isPartEnough && tally.Ever != 0 && (part is null || AskedAccess.Count(tally.Ever) > AskedAccess.Count(part.Tally.Ever)))
            {
                part = candidate;
            }

            return _asked.IsAll(tally.Ever) ? candidate : null;
        }
    }

    /// <summary>Who carries the interface, and which other argument is what, so that a rule gives what was asked; null if it does not.</summary>
    private (AnswerCarrier Carrier, int Hole)? Binding(RuleRow rule, int carrier)
    {
        if (carrier > 0 && rule.Source == Operand.OfHole(carrier))
        {
            return rule.Target == Operand.Self || rule.Target == rule.Source ? (_asked.IsSelf ? (AnswerCarrier.Source, 0) : null)
                : Operand.HoleOf(rule.Target) is var hole && hole > 0 ? (_asked.IsSelf ? null : (AnswerCarrier.Source, hole))
                : _asked.IsTarget(rule.Target) && !_asked.IsExcluded(rule.Excluded) ? (AnswerCarrier.Source, 0)
                : null;
        }

        if (carrier > 0 && rule.Target == Operand.OfHole(carrier) && _asked.HasSource && !_asked.IsSelf)
        {
            return Operand.HoleOf(rule.Source) is var hole && hole > 0 ? (AnswerCarrier.Target, hole) : _asked.IsSource(rule.Source) ? (AnswerCarrier.Target, 0) : null;
        }

        return null;
    }

    /// <summary>What the attributes that an interface puts its carrier into give; the same for all that put it into the same ones.</summary>
    private Tally? Joined(InterfaceRow row)
    {
        if (!_joined.TryGetValue(row.FirstJoined, out var tally))
        {
            tally = new Tally();
            for (var i = row.FirstJoined; i < row.FirstJoined + row.Joined; i++)
            {
                var rule = RuleRow.At(_index, IndexTable.Joined, i);
                if (rule.Class == _asked.Class && (rule.Target == Operand.Self ? _asked.IsSelf : _asked.IsTarget(rule.Target)))
                {
                    tally.Add(~i, _asked.Bits(rule.Permissions), rule.Condition);
                }
            }

            _joined.Add(row.FirstJoined, tally);
        }

        return tally.Ever == 0 ? null : new Tally().With(tally);
    }

    /// <summary>What a candidate gives, in words.</summary>
    internal GrantAnswer ToAnswer(Candidate candidate)
    {
        var (name, number, carrier, hole, tally) = candidate;
        var found = _index.Name(name);
        var always = tally.Always == tally.Ever;
        var rules = tally.Rules.Where(r => !always || RuleAt(r).Condition == Operand.None).Select(r => new GrantingRule(r < 0 ? _index.Text(RuleAt(r).Source) : "", Access(RuleAt(r)))).Distinct();
        var conditions = always ? [] : tally.Rules.Select(r => RuleAt(r).Condition).Where(c => c >= 0).Distinct().Select(_index.Text);
        var extra = new ExtraAccess(_index, _asked).Of(InterfaceRow.At(_index, number), carrier, hole);
        return new GrantAnswer(
            found, _index.Attribute(number, found.CSharp, hole, carrier == AnswerCarrier.Source ? _asked.TargetCSharp : _asked.SourceCSharp), carrier, hole, string.Join(" && ", conditions.Select(Parenthesized)),
            [.. rules], extra.Accesses, extra.Count, extra.Writes)
        { Permissions = _asked.Names(tally.Ever), Cost = Cost(candidate) };

        static string Parenthesized(string condition) => condition.Contains(' ') ? $"({condition})" : condition;
    }

    /// <summary>What an interface gives beyond what was asked, weighed.</summary>
    internal long Cost(Candidate candidate)
    {
        var (given, asked) = (_reach.Total(candidate.Number), _asked.Weight(candidate.Tally.Ever, _reach));
        if (_asked.IsGuarded)
        {
            // Who asks for what is guarded means that; the rest of it weighs no more than elsewhere.
            given -= _reach.Of(candidate.Number).Where(g => g.Target == _asked.Target).Sum(g => _reach.Weight(g) / AccessWeight.OfGuarded * (AccessWeight.OfGuarded - 1));
            asked /= AccessWeight.OfGuarded;
        }

        return Math.Max(0, given - asked) + InterfaceVerbs.Misfit(_index.Text(NameRow.At(_index, candidate.Name).Name), _asked);
    }

    /// <summary>Whether a class is one of files: anyone who may read one kind is given no way to change another.</summary>
    private bool IsOfFiles(int @class) => _index.Text(@class) is "dir" or "file" or "lnk_file" or "fifo_file" or "sock_file" or "chr_file" or "blk_file";

    /// <summary>What an interface gives of what was asked; <see langword="null"/> if nothing.</summary>
    internal Candidate? CandidateOf(int name, int number) => Answer(name, number, isPartEnough: true);

    /// <summary>Whether a candidate always gives what it gives.</summary>
    internal static bool IsAlways(Candidate candidate) => candidate.Tally.Always == candidate.Tally.Ever;

    /// <summary>Whether a candidate lets its carrier change what was to be read only.</summary>
    internal bool IsWriter(Candidate candidate) =>
        _asked.IsReading && _reach.Of(candidate.Number).Any(g => (g.Class == _asked.Class || (IsOfFiles(g.Class) && IsOfFiles(_asked.Class))) && _asked.IsTarget(g.Target) && !_asked.IsExcluded(g.Excluded) && _index.Writing(g.Class).SortedContains(g.Permission));

    private RuleRow RuleAt(int rule) => rule < 0 ? RuleRow.At(_index, IndexTable.Joined, ~rule) : RuleRow.At(_index, IndexTable.Rules, rule);

    private GrantedAccess Access(RuleRow rule) =>
        new(_index.Text(rule.Target), _index.Text(rule.Class), [.. _index.List(rule.Permissions).Items().Select(_index.Text)]);

    /// <summary>An interface that gives what was asked, or a part.</summary>
    internal sealed record Candidate(int Name, int Number, AnswerCarrier Carrier, int Hole, Tally Tally);

    /// <summary>What rules have given of what was asked.</summary>
    internal sealed class Tally
    {
        /// <summary>What is always given.</summary>
        public ulong Always { get; private set; }

        /// <summary>What is given always or under a condition.</summary>
        public ulong Ever { get; private set; }

        /// <summary>The rules; one of an attribute as the complement of its number.</summary>
        public List<int> Rules { get; } = [];

        public void Add(int rule, ulong bits, int condition)
        {
            if (bits != 0)
            {
                Rules.Add(rule);
                Ever |= bits;
                Always |= condition == Operand.None ? bits : 0;
            }
        }

        public Tally With(Tally other)
        {
            var both = new Tally { Always = Always | other.Always, Ever = Ever | other.Ever };
            both.Rules.AddRange(other.Rules);
            both.Rules.AddRange(Rules);
            return both;
        }
    }
}

using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// Chooses what to write for all that one type is denied. An interface is chosen by what it gives beyond all of that, weighed; one that is chosen already costs nothing more. None is
/// chosen that changes what was to be read, gives far more than was denied, depends on a boolean, or needs arguments that nobody named.
/// </summary>
public sealed class AccessPlanner
{
    /// <summary>What an interface may give beyond what was denied, by weight: as much as the interfaces for one purpose do, and no attribute with many types.</summary>
    private const long MaxCost = 600;

    /// <summary>The same for an interface that is only listed.</summary>
    private const long MaxListedCost = 2 * MaxCost;

    /// <summary>What another attribute on a class weighs.</summary>
    private const long Overhead = 12;

    /// <summary>How many candidates are looked at for each permission.</summary>
    private const int MaxForEach = 8;

    private readonly FinderIndex _index;
    private readonly InterfaceReach _reach;
    private readonly bool _isOwn;
    private readonly IReadOnlyList<AccessQuestion> _questions;
    private readonly List<GrantSearch?> _searches;
    private readonly ILookup<int, GrantSearch> _byClass;
    private readonly List<GrantSearch.Candidate> _chosen = [];
    private readonly HashSet<InterfaceReach.Grant> _granted = [];

    private AccessPlanner(FinderIndex index, InterfaceReach reach, string source, IReadOnlyList<AccessQuestion> questions)
    {
        (_index, _reach, _isOwn, _questions) = (index, reach, !IsKnown(index, source), questions);
        _searches = [.. questions.Select(q => For(index, q, reach))];
        _byClass = _searches.OfType<GrantSearch>().ToLookup(s => s.Asked.Class);
    }

    /// <summary>Plans for what the types of a log are denied, in the order of the questions.</summary>
    /// <param name="index">The interfaces.</param>
    /// <param name="questions">What is denied; each with a source.</param>
    /// <param name="others">How many other interfaces to list for each question.</param>
    public static ImmutableArray<AccessPlan> Plan(FinderIndex index, IReadOnlyList<AccessQuestion> questions, int others)
    {
        var reach = new InterfaceReach(index);
        var plans = new AccessPlan[questions.Count];
        foreach (var group in questions.Select((q, i) => (Question: q, Index: i)).GroupBy(q => q.Question.Source ?? "", StringComparer.Ordinal))
        {
            var items = group.ToList();
            var planner = new AccessPlanner(index, reach, group.Key, items.ConvertAll(i => i.Question));
            planner.Choose();
            for (var i = 0; i < items.Count; i++)
            {
                plans[items[i].Index] = planner.Plan(i, others);
            }
        }

        return [.. plans];
    }

    /// <summary>Whether a type is the base policy's; others are the author's own.</summary>
    public static bool IsKnown(FinderIndex index, string type) => index.CSharpOf(type) is not null || index.AttributesOf(type).Count > 0 || index.MembersOf(type).Count > 0;

    /// <summary>A search for the permissions that some interface gives at all; <see langword="null"/> if there are none.</summary>
    private static GrantSearch? For(FinderIndex index, AccessQuestion question, InterfaceReach reach) =>
        question.Permissions.Where(p => index.Strings.Find(p) >= 0).ToImmutableArray() is { IsEmpty: false } known ? GrantSearch.For(index, question with { Permissions = known }, reach) : null;

    private PrivateType? PrivateTypeOf(AccessQuestion question) => _isOwn && !IsSelf(question) ? SharedDirectories.Of(_index, question) : null;

    private static bool IsSelf(AccessQuestion question) => question.Target == question.Source || question.Target == "self";

    /// <summary>Whether interfaces answer a question. What a type may do with itself, and what two types of the policy itself may do, is for their author to write.</summary>
    private bool IsForInterfaces(AccessQuestion question) => !IsSelf(question) && (!_isOwn || IsKnown(_index, question.Target)) && PrivateTypeOf(question) is null;

    private AccessPlan Plan(int number, int others)
    {
        var (question, search) = (_questions[number], _searches[number]);
        if (PrivateTypeOf(question) is { } type)
        {
            return new AccessPlan(question, [], []) { PrivateType = type, Others = Listed(search, [], others, out var broader), BroaderCount = broader };
        }

        if (search is null || !IsForInterfaces(question))
        {
            return new AccessPlan(question, [], question.Permissions) { Others = IsSelf(question) ? [] : Listed(search, [], others, out _) };
        }

        var interfaces = ImmutableArray.CreateBuilder<GrantAnswer>();
        var left = search.Asked.All;
        foreach (var candidate in Given(search).OrderByDescending(c => search.Asked.Weight(c.Tally.Ever, _reach)).ThenBy(c => search.Cost(c)).ThenBy(c => c.Name))
        {
            if ((candidate.Tally.Ever & left) != 0)
            {
                interfaces.Add(search.ToAnswer(candidate) with { Permissions = search.Asked.Names(candidate.Tally.Ever & left) });
                left &= ~candidate.Tally.Ever;
            }
        }

        var given = search.Asked.Names(search.Asked.All & ~left);
        return new AccessPlan(question, interfaces.ToImmutable(), [.. question.Permissions.Where(p => !given.Contains(p))])
        {
            Others = Listed(search, _chosen.ConvertAll(c => c.Number), others, out var count),
            BroaderCount = count,
        };
    }

    /// <summary>What the chosen interfaces give of a question.</summary>
    private IEnumerable<GrantSearch.Candidate> Given(GrantSearch search) => Given(search, _chosen);

    private IEnumerable<GrantSearch.Candidate> Given(GrantSearch search, IEnumerable<GrantSearch.Candidate> chosen) =>
        chosen.Select(c => search.CandidateOf(c.Name, c.Number)).OfType<GrantSearch.Candidate>().Where(c => MayChoose(search, c));

    private void Choose()
    {
        for (var i = 0; i < _questions.Count; i++)
        {
            if (_searches[i] is { } search && IsForInterfaces(_questions[i]))
            {
                Choose(search);
            }
        }

        // What was chosen for one question may be given by what was chosen later for another.
        var searches = Enumerable.Range(0, _questions.Count).Where(i => _searches[i] is not null && IsForInterfaces(_questions[i])).Select(i => _searches[i]!).ToList();
        var given = _chosen.ToDictionary(c => c, c => searches.ConvertAll(s => Given(s, [c]).Select(g => g.Tally.Ever).FirstOrDefault()));
        foreach (var candidate in _chosen.OrderBy(c => _reach.Total(c.Number)).ThenBy(c => c.Name).ToList())
        {
            var others = _chosen.FindAll(c => c != candidate);
            if (Enumerable.Range(0, searches.Count).All(i => (given[candidate][i] & ~others.Aggregate(0UL, (bits, c) => bits | given[c][i])) == 0))
            {
                _chosen.Remove(candidate);
            }
        }
    }

    private void Choose(GrantSearch search)
    {
        var candidates = Candidates(search);
        var left = Given(search).Aggregate(search.Asked.All, (bits, c) => bits & ~c.Tally.Ever);
        while (left != 0 && candidates.Count > 0)
        {
            var best = candidates
                .Select(c => (Candidate: c, Gain: search.Asked.Weight(c.Tally.Ever & left, _reach), Cost: Cost(search, c)))
                .Where(c => c.Gain > 0 && c.Cost <= MaxCost)
                .OrderBy(c => (double)(c.Cost + Overhead) / c.Gain)
                .ThenBy(c => search.Cost(c.Candidate))
                .ThenBy(c => c.Candidate.Name)
                .Select(c => c.Candidate)
                .FirstOrDefault();
            if (best is null)
            {
                break;
            }

            _chosen.Add(best);
            _granted.UnionWith(_reach.Of(best.Number));
            left &= ~best.Tally.Ever;
        }
    }

    /// <summary>The cheapest that may be chosen, some for each permission.</summary>
    private List<GrantSearch.Candidate> Candidates(GrantSearch search)
    {
        var all = search.Candidates(isPartEnough: true).Where(c => MayChoose(search, c)).Select(c => (Candidate: c, Cost: search.Cost(c))).Where(c => c.Cost <= MaxListedCost)
            .OrderBy(c => c.Cost).ThenBy(c => c.Candidate.Name).ToList();
        var kept = new HashSet<GrantSearch.Candidate>();
        for (var bit = 1UL; (search.Asked.All & bit) != 0; bit <<= 1)
        {
            kept.UnionWith(all.Where(c => (c.Candidate.Tally.Ever & bit) != 0).Take(MaxForEach).Select(c => c.Candidate));
        }

        kept.UnionWith(all.Where(c => search.Asked.IsAll(c.Candidate.Tally.Ever)).Take(MaxForEach).Select(c => c.Candidate));
        return [.. all.Select(c => c.Candidate).Where(kept.Contains)];
    }

    private bool MayChoose(GrantSearch search, GrantSearch.Candidate candidate)
    {
        var (row, name) = (InterfaceRow.At(_index, candidate.Number), NameRow.At(_index, candidate.Name));
        var needsNothing = _index.List(row.TypeParameters).Count == 0 && _index.Text(row.Values).Length == 0;
        return name.Deprecation < 0 && candidate.Hole == 0 && GrantSearch.IsAlways(candidate) && !search.IsWriter(candidate)
            && (candidate.Carrier == AnswerCarrier.Source ? needsNothing && name.Kind == (int)FoundKind.Interface : !_isOwn);
    }

    /// <summary>What a candidate gives beyond what was denied and what is chosen already.</summary>
    private long Cost(GrantSearch search, GrantSearch.Candidate candidate)
    {
        var cost = InterfaceVerbs.Misfit(_index.Text(NameRow.At(_index, candidate.Name).Name), search.Asked);
        foreach (var grant in _reach.Of(candidate.Number))
        {
            if (!_granted.Contains(grant))
            {
                var weight = Math.Max(0, _reach.Weight(grant) - Denied(grant));
                cost += search.Asked.IsGuarded && grant.Target == search.Asked.Target ? weight / AccessWeight.OfGuarded : weight;
            }
        }

        return cost;
    }

    /// <summary>What of a permission was denied, weighed.</summary>
    private long Denied(InterfaceReach.Grant grant)
    {
        var denied = 0L;
        foreach (var search in _byClass[grant.Class])
        {
            if (search.Asked is { } asked && asked.IsPermission(grant.Permission) && asked.IsTarget(grant.Target) && !asked.IsExcluded(grant.Excluded))
            {
                denied += _reach.WeightOfOne(grant.Target, grant.Class, grant.Permission);
            }
        }

        return denied;
    }

    private ImmutableArray<GrantAnswer> Listed(GrantSearch? search, IReadOnlyCollection<int> chosen, int others, out int broader)
    {
        broader = 0;
        if (search is null)
        {
            return [];
        }

        var all = search.Candidates(isPartEnough: false).Where(c => !chosen.Contains(c.Number)).ToList();
        var listed = all.FindAll(c => search.Cost(c) <= MaxListedCost && !search.IsWriter(c));
        broader = all.Count - listed.Count;
        return
        [
            .. listed.OrderBy(c => NameRow.At(_index, c.Name).Deprecation >= 0).ThenBy(c => c.Hole > 0).ThenBy(c => !GrantSearch.IsAlways(c)).ThenBy(c => search.Cost(c)).ThenBy(c => c.Name)
                .Take(others).Select(search.ToAnswer),
        ];
    }
}

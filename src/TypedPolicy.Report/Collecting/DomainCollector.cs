using System.Numerics;
using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Report.Collecting;

/// <summary>The domains of a policy, and what is declared of each.</summary>
internal sealed class DomainCollector(KernelPolicy policy, NameNumbers names)
{
    private readonly PolicyTables _tables = policy.Tables;

    /// <summary>The domains by name: what programs begin in, what processes become, and what the policy calls so.</summary>
    public IReadOnlyList<int> Find()
    {
        var domains = new HashSet<int>();
        var (file, process) = (_tables.Classes.Find("file"), _tables.Classes.Find("process"));
        var (entrypoint, becomes) = (policy.FindBit(file, "entrypoint"), policy.FindBit(process, "transition") | policy.FindBit(process, "dyntransition"));
        foreach (var rule in _tables.Rules.Rules.Where(r => r.Kind == RuleKind.Allow))
        {
            if (rule.Class == file && (rule.Data & entrypoint) != 0)
            {
                domains.UnionWith(_tables.MembersOf[rule.Source]);
            }

            if (rule.Class == process && (rule.Data & becomes) != 0 && _tables.TypeParts[rule.Target] is { IsAttribute: false })
            {
                domains.UnionWith(_tables.MembersOf[rule.Source]);
                domains.Add(rule.Target);
            }
        }

        if (_tables.Types.Find("domain") is > 0 and var attribute)
        {
            domains.UnionWith(_tables.MembersOf[attribute]);
        }

        return [.. domains.OrderBy(d => names[d])];
    }

    /// <summary>What is declared of them.</summary>
    public IReadOnlyList<DomainFact> Facts(IReadOnlyList<int> domains, PowerCollector powers)
    {
        var flows = DomainFlows.Between(_tables, domains);
        var read = Files(Uses.Read);
        var written = Files(Uses.Write | Uses.Create | Uses.Delete);
        var executed = Files(Uses.Execute);
        return
        [
            .. domains.Select((d, i) => new DomainFact(names[d], Roles(d), _tables.Permissive.Contains(d + 1), flows[i])
            {
                ReadTypes = Count(read.Of(d)),
                WrittenTypes = Count(written.Of(d)),
                ExecutedTypes = Count(executed.Of(d)),
                Powers = powers.Of(names[d]),
            }),
        ];
    }

    private TypeSets Files(Uses uses) => new(_tables, (c, p) => PermissionFact.AreFiles(c) && (PermissionUses.Of(c, p) & uses) != 0);

    private static int Count(ulong[] set) => set.Sum(BitOperations.PopCount);

    private IReadOnlyList<string> Roles(int domain) =>
    [
        .. Enumerable.Range(1, _tables.Roles.Count).Where(r => _tables.RoleParts[r] is { } part && part.Types.Contains(domain))
            .Select(r => _tables.Roles[r]).Where(r => r != "object_r").Order(StringComparer.Ordinal),
    ];
}

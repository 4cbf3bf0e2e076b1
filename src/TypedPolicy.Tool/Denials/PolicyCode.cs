using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Denials;

/// <summary>The answers to a log as C#, by the class that carries them: to paste, with what each is for behind it.</summary>
internal sealed class PolicyCode
{
    private const int Column = 44;
    private const int MaxPorts = 4;

    private readonly FinderIndex _index;
    private readonly SortedDictionary<string, Carrier> _carriers = new(StringComparer.Ordinal);

    private PolicyCode(FinderIndex index) => _index = index;

    /// <summary>The C# of a report; empty if there is nothing to write.</summary>
    public static string Of(LogReport report, FinderIndex index)
    {
        var code = new PolicyCode(index);
        foreach (var denial in report.Denials.Where(d => d.Plan is not null || !d.OwnPorts.IsEmpty))
        {
            code.Add(denial);
        }

        return code.ToString();
    }

    /// <summary>What is written for a denial, without what it is for.</summary>
    public static IEnumerable<(string Attribute, string On, ImmutableArray<string> Permissions)> Attributes(DenialReport report, FinderIndex index)
    {
        if (report.Plan is not { PrivateType: null } plan)
        {
            yield break;
        }

        var (source, target) = (report.Denial.Source, report.Denial.Target);
        foreach (var answer in plan.Interfaces)
        {
            yield return (answer.Attribute, answer.Carrier == AnswerCarrier.Source ? source : target, answer.Permissions);
        }

        if (plan.Rest.IsEmpty || report.Guard is not null)
        {
            yield break;
        }

        var other = source == target ? "Self" : ClassNames.Of(index, target);
        yield return (report.IsTransition || report.IsRestrictedTransition
            ? $"[DomainTransition<{other}>{(report.IsRestrictedTransition ? "(NoNewPrivileges = true)" : "")}]"
            : $"[Allow<{other}>({AccessCode.Of(report.Denial.Class, plan.Rest)})]", source, plan.Rest);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (type, carrier) in _carriers)
        {
            var isBase = AccessPlanner.IsKnown(_index, type);
            string[] names = isBase ? [NameOfClass(type)] : ClassNames.Of(_index, type).Split('.');
            var name = names[^1];
            var outer = text.Append(text.Length > 0 ? "\n" : "").Append("// ").Append(type).Append('\n').Length;
            if (isBase)
            {
                text.Append("[RulesFor<").Append(ClassNames.Of(_index, type)).Append(">]\n");
            }

            foreach (var (attribute, uses) in carrier.Attributes.Concat(carrier.Ports.Rules(name)).Concat(carrier.Types.SelectMany(t => t.Transitions(name))))
            {
                text.Append(attribute).Append(' ', Math.Max(1, Column - attribute.Length)).Append("// ").AppendJoin("; ", uses).Append('\n');
            }

            text.Append(isBase ? $"public static class For{name}" : $"public sealed partial class {name}");
            string[] declarations = [.. carrier.Types.Select(t => t.Declaration()).Prepend(carrier.Ports.Declaration()).Where(d => d.Length > 0)];
            text.Append(declarations.Length == 0 ? ";\n" : $"\n{{\n{string.Join('\n', declarations)}}}\n");
            foreach (var container in names.SkipLast(1).Reverse())
            {
                var inner = text.ToString(outer, text.Length - outer).TrimEnd('\n').Split('\n').Select(l => l.Length > 0 ? "    " + l : l);
                text.Length = outer;
                text.Append("partial class ").Append(container).Append("\n{\n").AppendJoin('\n', inner).Append("\n}\n");
            }
        }

        return text.ToString();
    }

    private void Add(DenialReport report)
    {
        if (!report.OwnPorts.IsEmpty)
        {
            CarrierOf(report.Denial.Source).Ports.Add(report.Denial, report.OwnPorts, Use(report.Denial, [OwnPorts.Bind]));
        }

        if (report.Plan is not { } plan)
        {
            return;
        }

        if (plan.PrivateType is { } own)
        {
            CarrierOf(report.Denial.Source).TypeFor(own).Add(report.Denial, plan.Question.Permissions, Use(report.Denial, plan.Question.Permissions));
            return;
        }

        foreach (var (attribute, on, permissions) in Attributes(report, _index))
        {
            // One that also works under no_new_privs is the same transition.
            var restricted = attribute.Replace(">]", ">(NoNewPrivileges = true)]", StringComparison.Ordinal);
            var carrier = CarrierOf(on);
            if (report.IsRestrictedTransition && carrier.Attributes.FindIndex(a => a.Text == attribute.Replace("(NoNewPrivileges = true)", "", StringComparison.Ordinal)) is >= 0 and var at)
            {
                carrier.Attributes[at] = (attribute, carrier.Attributes[at].Uses);
            }

            // What a neverallow rule guards is for the author to decide.
            Add(carrier, report.Guard is not null ? $"// {attribute}" : report.IsTransition && carrier.Attributes.Exists(a => a.Text == restricted) ? restricted : attribute, Use(report.Denial, permissions));
        }
    }

    private string NameOfClass(string type) => ClassNames.Of(_index, type).Split('.')[^1];

    private Carrier CarrierOf(string type) => _carriers.TryGetValue(type, out var carrier) ? carrier : _carriers[type] = new Carrier();

    private static void Add(Carrier carrier, string attribute, string use)
    {
        var at = carrier.Attributes.FindIndex(a => a.Text == attribute);
        if (at < 0)
        {
            at = carrier.Attributes.Count;
            carrier.Attributes.Add((attribute, []));
        }

        carrier.Attributes[at].Uses.Add(use);
    }

    /// <summary>What an attribute is for.</summary>
    private static string Use(Denial denial, ImmutableArray<string> permissions) =>
        PlainText.Line($"{(denial.Source == denial.Target ? "self" : denial.Target)}:{denial.Class} {Set(permissions)}{Origin(denial, permissions)}");

    private static string Origin(Denial denial, ImmutableArray<string> permissions) => (denial.Paths.FirstOrDefault(p => p.StartsWith('/')) ?? denial.Path) is { } path ? $" ({path})"
        : PortsOf(denial, permissions) is { IsEmpty: false } ports ? $" (port{(ports.Length == 1 ? "" : "s")} {string.Join(", ", ports.Take(MaxPorts))}{(ports.Length > MaxPorts ? " …" : "")})"
        : denial.Port is { } port ? $" (port {port})"
        : "";

    private static ImmutableArray<int> PortsOf(Denial denial, ImmutableArray<string> permissions) =>
        [.. (permissions.Contains(OwnPorts.Bind) ? denial.BoundPorts : []).Union(permissions.Contains("name_connect") ? denial.ConnectedPorts : []).Order()];

    private static string Set(ImmutableArray<string> permissions) => permissions is [var one] ? one : $"{{ {string.Join(' ', permissions)} }}";

    /// <summary>A class.</summary>
    private sealed class Carrier
    {
        public List<(string Text, List<string> Uses)> Attributes { get; } = [];

        public List<PrivateTypeCode> Types { get; } = [];

        public OwnPorts Ports { get; } = new();

        public PrivateTypeCode TypeFor(PrivateType type)
        {
            var known = Types.Find(t => t.Type == type);
            if (known is null)
            {
                Types.Add(known = new PrivateTypeCode(type));
            }

            return known;
        }
    }
}

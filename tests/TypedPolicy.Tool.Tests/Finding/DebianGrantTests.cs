using System.Text;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit.Abstractions;
using Programs = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Finding;

/// <summary>Answers for Debian's headers against the truth: every interface called by a type of its own, compiled by the devel Makefile and linked with Debian's policy.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianGrantTests(ITestOutputHelper output)
{
    private const string Makefile = "/usr/share/selinux/devel/Makefile";
    private const int Questions = 200;
    private const string Harmless = "(dontaudit unlabeled_t self (process (fork)))";
    private static readonly string[] Transitions = ["(typetransition ", "(typechange ", "(typemember ", "(roletransition ", "(rangetransition "];

    [Fact]
    public void Every_answer_gives_the_access_and_no_interface_that_gives_it_is_lost()
    {
        var tree = HeaderTree.Read(HeaderFolder.Read(HeaderFolder.Usual));
        var index = FinderIndexBuilder.Build(tree, BindingNames.Of(tree), BaseFactsReader.Read(PolicyBase.Debian, JoinedAttributes.Of(tree)), (_, _) => false);
        var calls = tree.Interfaces.Where(CallOfInterface.IsPlain).Select((item, i) => new CallOfInterface(item, i)).ToList();
        Assert.True(calls.Count > 8_000, $"Only {calls.Count} of {tree.Interfaces.Length} interfaces can be called by any domain.");
        var policy = Link(calls);
        var questions = Ask(index, policy);
        var truth = Truth(policy, questions, calls);

        var wrong = new List<string>();
        var (answers, ofArguments, through) = (0, 0, 0);
        for (var i = 0; i < questions.Count; i++)
        {
            var found = GrantSearch.Find(index, questions[i]);
            var plain = found.Where(a => a.Argument == 0).ToDictionary(a => a.Interface.Name, a => a.Condition.Length > 0, StringComparer.Ordinal);
            answers += found.Length;
            through += found.Count(a => a.Rules.Any(r => r.Through.Length > 0));
            foreach (var call in calls)
            {
                var (isGiven, isConditional) = truth[i].GetValueOrDefault(call.Caller);
                var isFound = plain.TryGetValue(call.Interface.Name, out var saysCondition);
                if (isFound != isGiven || (isFound && saysCondition != isConditional))
                {
                    wrong.Add($"{questions[i]}: {call.Interface.Name} is {(isFound ? "" : "no ")}answer{(saysCondition ? " under a condition" : "")}, and {(isGiven ? "gives" : "does not give")} it{(isConditional ? " under a condition" : "")}");
                }
            }

            foreach (var answer in found.Where(a => a.Argument > 0))
            {
                ofArguments++;
                if (!Gives(tree, index, answer, questions[i]))
                {
                    wrong.Add($"{questions[i]}: {answer.Attribute} does not give it");
                }
            }
        }

        output.WriteLine($"{calls.Count} interfaces, {questions.Count} questions, {answers} answers, {ofArguments} of them by an argument, {through} through an attribute of the caller");
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong\n{string.Join("\n", wrong.Take(40))}");
        Assert.True(answers > 2_000 && ofArguments > 500 && through > 500, $"{answers} {ofArguments} {through}");
    }

    /// <summary>The policy with a caller for each interface. A call whose requirements Debian's policy lacks is left out by the block that it stands in.</summary>
    private static KernelPolicy Link(List<CallOfInterface> calls)
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder("policy_module(finder, 1.0)\n");

        // Some interfaces do not require the classes of user space that they name.
        var debian = KernelPolicy.Read(LinkedPolicies.Get([folder.Write("nothing.cil", "(type finder_nothing_t)\n")], PolicyBase.Debian).Policy);
        foreach (var @class in debian.Classes.Where(c => !debian.PermissionsOf(c).IsEmpty))
        {
            text.Append("require { class ").Append(@class).Append(" { ").AppendJoin(' ', debian.PermissionsOf(@class)).Append(" }; }\n");
        }

        calls.ForEach(c => text.Append(c.Declarations));
        calls.ForEach(c => text.Append("optional_policy(`\ngen_require(`type unlabeled_t;')\n").Append(c.Text).Append("\n')\n"));
        folder.Write("finder.te", text.ToString());
        folder.Write("finder.if", "");
        folder.Write("finder.fc", "");
        Programs.Make.Run("-C", folder.Path, "-f", Makefile, "finder.pp").Succeeded();

        // Two callers contradict each other where an interface says what a type of the base becomes. What they may do does not depend on it; the statement stays one, since no branch is empty.
        var cil = Programs.PackageToCil.Run(folder.At("finder.pp")).Succeeded().Output.Split('\n').Select(l => Transitions.Any(t => l.AsSpan().TrimStart(' ').StartsWith(t, StringComparison.Ordinal)) ? Harmless : l);
        return KernelPolicy.Read(LinkedPolicies.Get([folder.Write("finder.cil", string.Join('\n', cil))], PolicyBase.Debian).Policy);
    }

    /// <summary>Questions by chance: most about something that some interface gives, the others about any type and class.</summary>
    private static List<AccessQuestion> Ask(FinderIndex index, KernelPolicy policy)
    {
        var random = new Random(4711);
        var interfaces = Enumerable.Range(0, index.NameCount).Select(index.Name).Where(n => n.Kind == FoundKind.Interface).ToList();
        var types = policy.Types.Where(t => !t.StartsWith("finder_", StringComparison.Ordinal)).ToList();
        var questions = new List<AccessQuestion>();
        while (questions.Count < Questions)
        {
            var grants = InterfaceGrants.Of(index, interfaces[random.Next(interfaces.Count)].Name);
            if (grants.Length == 0 || grants[random.Next(grants.Length)].Access is not { } access || access.Target.StartsWith('{'))
            {
                continue;
            }

            var target = index.MembersOf(access.Target) is { Count: > 0 } members ? members[random.Next(members.Count)] : policy.HasType(access.Target) ? access.Target : types[random.Next(types.Count)];
            target = questions.Count % 5 == 0 ? types[random.Next(types.Count)] : target;
            var permissions = access.Permissions.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Order(StringComparer.Ordinal);
            questions.Add(new AccessQuestion(null, target, access.Class, [.. permissions]));
        }

        return questions;
    }

    /// <summary>For each question, the callers that have all of the access, and whether a part of it depends on a boolean.</summary>
    private static List<Dictionary<string, (bool IsGiven, bool IsConditional)>> Truth(KernelPolicy policy, List<AccessQuestion> questions, List<CallOfInterface> calls)
    {
        var callers = calls.Select(c => c.Caller).ToHashSet(StringComparer.Ordinal);
        var members = policy.Attributes.ToDictionary(a => a, a => policy.MembersOf(a).Where(callers.Contains).ToList(), StringComparer.Ordinal);
        var targets = questions.ConvertAll(q => policy.AttributesOf(q.Target).Add(q.Target).ToHashSet(StringComparer.Ordinal));
        var given = questions.ConvertAll(_ => new Dictionary<string, (HashSet<string> Always, HashSet<string> Ever)>(StringComparer.Ordinal));
        foreach (var rule in policy.Rules.Where(r => r.Kind == "allow"))
        {
            for (var i = 0; i < questions.Count; i++)
            {
                if (rule.Class != questions[i].Class || !targets[i].Contains(rule.Target))
                {
                    continue;
                }

                foreach (var caller in members.TryGetValue(rule.Source, out var sources) ? sources : callers.Contains(rule.Source) ? [rule.Source] : [])
                {
                    var (always, ever) = given[i].TryGetValue(caller, out var sets) ? sets : given[i][caller] = ([], []);
                    ever.UnionWith(rule.Permissions);
                    (rule.Condition.Length == 0 ? always : []).UnionWith(rule.Permissions);
                }
            }
        }

        return [.. questions.Select((q, i) => given[i].ToDictionary(
            g => g.Key, g => (q.Permissions.All(g.Value.Ever.Contains), q.Permissions.All(g.Value.Ever.Contains) && !q.Permissions.All(g.Value.Always.Contains)), StringComparer.Ordinal))];
    }

    /// <summary>Whether a call with the target for its argument expands to rules that give the access.</summary>
    private static bool Gives(HeaderTree tree, FinderIndex index, GrantAnswer answer, AccessQuestion question)
    {
        var call = new CallOfInterface(tree.Find(answer.Interface.Name)!, 0, question.Target, answer.Argument);
        var targets = index.AttributesOf(question.Target).Append(question.Target).ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        Collect(tree.Expand("call.te", call.Text).Block.Statements);
        var joined = InterfaceGrants.Of(index, answer.Interface.Name).Where(g => g.Through.Length > 0 && g.Access.Class == question.Class && targets.Contains(g.Access.Target));
        given.UnionWith(joined.SelectMany(g => g.Access.Permissions));
        return question.Permissions.All(given.Contains);

        void Collect(IEnumerable<Statement> statements)
        {
            foreach (var statement in statements)
            {
                switch (statement)
                {
                    case AccessRule { Kind: AccessRuleKind.Allow } rule when rule.Sources.Names.Contains(call.Caller) && rule.Classes.Names.Contains(question.Class) && rule.Targets.Names.Any(targets.Contains):
                        given.UnionWith(rule.Permissions.Names);
                        break;
                    case ExpandedOptional optional:
                        Collect(optional.Block.Statements);
                        break;
                    case Conditional conditional:
                        Collect(conditional.Then);
                        Collect(conditional.Otherwise);
                        break;
                    default:
                        break;
                }
            }
        }
    }
}

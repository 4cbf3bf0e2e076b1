using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Bench.Sepol;

/// <summary>Loads a policy and answers questions: what one process of a user does, from its start to its end.</summary>
internal static class Answers
{
    /// <summary>The argument that has a process do it: the policy, its file contexts, the questions and where to write the answers follow.</summary>
    public const string Once = "--sepol-once";

    /// <summary>Writes an answer a line, then a line for each kind with its milliseconds, and the process's largest memory.</summary>
    public static void Run(string policyFile, string fileContexts, string questions, string output)
    {
        using var writer = new StreamWriter(output);
        var clock = Stopwatch.StartNew();
        var policy = KernelPolicy.FromFile(policyFile);
        var labels = FileContexts.FromFile(fileContexts);
        var transitions = new DomainTransitions(policy);
        var flow = new Lazy<InformationFlow>(() => new InformationFlow(policy));
        var times = new Dictionary<string, TimeSpan> { ["load"] = clock.Elapsed };
        foreach (var line in File.ReadLines(questions))
        {
            var words = line.Split(' ');
            clock.Restart();
            writer.WriteLine(Answer(words));
            times[words[0]] = times.GetValueOrDefault(words[0]) + clock.Elapsed;
        }

        writer.WriteLine("times " + string.Join(' ', times.Select(t => $"{t.Key}={t.Value.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)}")));
        writer.WriteLine($"memory {PeakMemory()}");

        string Answer(string[] words) => words switch
        {
            ["allow", var source, var target, var @class, var permission] => Number(policy.FindAllow(source, target, @class, permission).Length),
            ["transition", var source, var target, var @class] => policy.NewType(source, target, @class),
            ["label", var path] => labels.Find(path, Model.Paths.FileKind.File)?.Context ?? "<<none>>",
            ["members", var attribute] => Number(policy.MembersOf(attribute).Length),
            ["path", var source, var target] => Length(transitions.ShortestPath(source, target)?.Length),
            ["flow", var source, var target] => Length(flow.Value.ShortestPath(source, target)?.Length),
            _ => throw new InvalidOperationException(string.Join(' ', words)),
        };
    }

    /// <summary>The most memory that this process has had resident, in MB.</summary>
    public static string PeakMemory() =>
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] is var kilobytes
            ? Number(int.Parse(kilobytes, CultureInfo.InvariantCulture) / 1000) : "";

    private static string Length(int? length) => length is { } number && number > 0 ? Number(number) : "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

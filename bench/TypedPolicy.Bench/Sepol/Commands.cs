using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;

namespace TypedPolicy.Bench.Sepol;

/// <summary>The questions as a person asks them: each by a command of setools or libselinux, which reads the policy anew.</summary>
internal sealed class Commands(QuestionFiles files)
{
    /// <summary>How many questions of each kind are asked; the others are taken to cost the median of these.</summary>
    public static int Sampled(string kind) => kind == "flow" ? 3 : 7;

    /// <summary>What one question of a kind takes, in milliseconds: the median of the first ones.</summary>
    public double Measure(string kind, IEnumerable<string> questions) =>
        Sample.Median(questions.Take(Sampled(kind)).Select(q => Ask(q.Split(' ')).TotalMilliseconds).ToList());

    public static string Program(string kind) => kind switch
    {
        "allow" or "transition" => "sesearch",
        "label" => "matchpathcon",
        "members" => "seinfo",
        "path" => "sedta",
        _ => "seinfoflow",
    };

    private TimeSpan Ask(string[] words)
    {
        string[] arguments = words switch
        {
            ["allow", var source, var target, var @class, var permission] => ["-A", "-s", source, "-t", target, "-c", @class, "-p", permission, files.Policy],
            ["transition", var source, var target, var @class] => ["-T", "-s", source, "-t", target, "-c", @class, files.Policy],
            ["label", var path] => ["-m", "file", "-f", files.FileContexts, "-n", path],
            ["members", var attribute] => ["-x", "-a", attribute, files.Policy],
            ["path", var source, var target] => ["-p", files.Policy, "-s", source, "-t", target, "-S"],
            ["flow", var source, var target] => ["-p", files.Policy, "-m", files.Map, "-s", source, "-t", target, "-S", "-l", "1"],
            _ => throw new InvalidOperationException(string.Join(' ', words)),
        };
        return Shell.Run(files.Folder, Program(words[0]), arguments).Time;
    }
}

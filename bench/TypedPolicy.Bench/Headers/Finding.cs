using System.Globalization;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;

namespace TypedPolicy.Bench.Headers;

/// <summary><c>typedpolicy find</c> as a person waits for it: from the start of the process to the answer, the index in its cache.</summary>
internal static class Finding
{
    private const int Runs = 15;

    public static void Print()
    {
        var tool = Tool();
        if (!File.Exists(tool))
        {
            Console.WriteLine($"{tool} is not here: build src/TypedPolicy.Tool in the same configuration.");
            return;
        }

        // The first question makes the index.
        Ask(tool, "find", "kernel.*message");
        var log = Path.GetTempFileName();
        File.WriteAllText(log, "type=AVC msg=audit(1.0:1): avc:  denied  { execute } for  pid=1 scontext=u:r:greeter_t:s0 tcontext=u:object_r:ping_exec_t:s0 tclass=file\n");
        Table.Print(["a question to Debian's headers, a whole process, ms", "median"],
            [
                ["typedpolicy --help, which reads nothing", Median(tool, "--help")],
                ["typedpolicy find 'kernel.*message'", Median(tool, "find", "kernel.*message")],
                ["typedpolicy find --grants 'ping_exec_t:file execute'", Median(tool, "find", "--grants", "ping_exec_t:file execute")],
                ["typedpolicy find --log FILE, one denial", Median(tool, "find", "--log", log)],
                ["typedpolicy show kernel_read_messages", Median(tool, "show", "kernel_read_messages")],
            ]);
        File.Delete(log);
    }

    /// <summary>The command as it is built beside this program, in the same configuration.</summary>
    private static string Tool()
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own))!;
        return Path.GetFullPath(Path.Combine(own, "../../../../../src/TypedPolicy.Tool/bin", configuration, Path.GetFileName(own), "typedpolicy.dll"));
    }

    private static string Median(string tool, params string[] arguments) =>
        Sample.Median(Enumerable.Range(0, Runs).Select(_ => Ask(tool, arguments))).ToString("0", CultureInfo.InvariantCulture);

    private static double Ask(string tool, params string[] arguments) => Shell.Run(Path.GetTempPath(), "dotnet", [tool, .. arguments]).Time.TotalMilliseconds;
}

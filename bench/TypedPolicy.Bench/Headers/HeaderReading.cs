using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Bench.Headers;

/// <summary>Reading a distribution's headers and expanding a module with them, beside the programs that do so.</summary>
internal static class HeaderReading
{
    /// <summary>The argument that has a process read the headers once and end: what a cold process takes.</summary>
    public const string Once = "--headers-once";

    /// <summary>Where the headers are.</summary>
    public const string Folder = "/usr/share/selinux/devel/include";
    private const string Makefile = "/usr/share/selinux/devel/Makefile";
    private const int Runs = 9;
    private const int CallsOfModule = 67;

    public static void Print()
    {
        if (!Directory.Exists(Folder))
        {
            Console.WriteLine($"{Folder} is not here: the headers are in Debian's package selinux-policy-dev.");
            return;
        }

        Table.Print(["headers, ms", "median"],
            [
                ["reading all files and cutting out the interfaces, warm", Warm(() => Read())],
                ["the same with the comments, parameters and kinds of every interface, warm", Warm(() => ReadOnce())],
                ["that of twice as many, each header once more with other names, warm", Warm(() => HeaderTree.Read(Files().SelectMany(f => Path.GetExtension(f.Path) == ".if" ? new[] { f, Again(f) } : [f])).Describe())],
                ["the same and what every interface does, as text, warm", Warm(() => Write(Read()))],
                ["reading with comments, parameters and kinds, a whole process", Process("dotnet", Assembly.GetExecutingAssembly().Location, Once)],
                ["sepolgen-ifgen, a whole process", Shell.Has("sepolgen-ifgen") ? Process("sepolgen-ifgen", "-i", Folder, "-o", "/dev/null") : "not here"],
            ]);

        var tree = Read();
        var module = ModuleOfCalls(tree);
        Table.Print([$"a module of {CallsOfModule} calls, ms", "median"],
            [
                ["expanded to statements, headers read before", Warm(() => tree.Expand("calls.te", module))],
                ["expanded to statements, headers read for it", Warm(() => Read().Expand("calls.te", module))],
                [$"make -f {Makefile}, clean", Path.Exists(Makefile) && Shell.Has("make") ? Make(module) : "not here"],
            ]);
    }

    /// <summary>Reads the headers as far as a binding needs.</summary>
    public static void ReadOnce() => Read().Describe();

    /// <summary>Reads the headers and cuts out the interfaces.</summary>
    public static HeaderTree Read() => HeaderTree.Read(Files());

    private static IEnumerable<HeaderFile> Files() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".if" or ".spt" || Path.GetFileName(file) == "build.conf")
            .Select(file => new HeaderFile(Path.GetRelativePath(Folder, file), File.ReadAllText(file)));

    /// <summary>A header whose interfaces have other names.</summary>
    private static HeaderFile Again(HeaderFile file) => new(
        Path.Combine("again", file.Path),
        file.Text.Replace("interface(`", "interface(`again_", StringComparison.Ordinal).Replace("template(`", "template(`again_", StringComparison.Ordinal));

    private static void Write(HeaderTree tree)
    {
        foreach (var item in tree.Interfaces)
        {
            ExpansionWriter.Write(item.Expand());
        }
    }

    /// <summary>A module of calls that an ordinary domain may make, spread over the tree.</summary>
    public static string ModuleOfCalls(HeaderTree tree)
    {
        var usable = tree.Interfaces
            .Where(i => i.Signature is { Compiles: true, DeclaresNames: false, IsEmpty: false, Parameters: [{ Kind: InterfaceParameterKind.Type, Name: "domain" }] })
            .ToList();
        var calls = Enumerable.Range(0, CallsOfModule).Select(i => $"{usable[i * usable.Count / CallsOfModule].Name}(calls_t)\n");
        return $"policy_module(calls, 1.0.0)\ntype calls_t;\ndomain_type(calls_t)\n{string.Concat(calls)}";
    }

    private static string Make(string module)
    {
        var folder = Directory.CreateTempSubdirectory("typedpolicy-bench-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "calls.te"), module);
            return Number(Enumerable.Range(0, Runs).Select(_ =>
            {
                File.Delete(Path.Combine(folder, "calls.pp"));
                if (Directory.Exists(Path.Combine(folder, "tmp")))
                {
                    Directory.Delete(Path.Combine(folder, "tmp"), recursive: true);
                }

                return Shell.Run(folder, "make", "-f", Makefile, "calls.pp").Time.TotalMilliseconds;
            }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Process(string program, params string[] arguments) =>
        Number(Enumerable.Range(0, Runs).Select(_ => Shell.Run(Path.GetTempPath(), program, arguments).Time.TotalMilliseconds));

    private static string Warm(Action run)
    {
        run();
        run();
        return Number(Enumerable.Range(0, Runs).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            run();
            return clock.Elapsed.TotalMilliseconds;
        }));
    }

    private static string Number(IEnumerable<double> milliseconds) => Sample.Median(milliseconds).ToString("0.0", CultureInfo.InvariantCulture);
}

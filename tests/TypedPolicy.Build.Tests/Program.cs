using Microsoft.Build.Utilities;

namespace TypedPolicy.Build.Tests;

/// <summary>Started by a test as a process that it can kill: lays two policies out in turn, without end.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is not [var root, var one, var other])
        {
            return 2;
        }

        for (var i = 0; ; i++)
        {
            Build(root, i % 2 == 0 ? one : other);
            if (i == 1)
            {
                Console.WriteLine("Both were laid out.");
            }
        }
    }

    /// <summary>What a build does with an assembly: lays its policy out, copies it, records it.</summary>
    public static List<string> Build(string root, string assembly)
    {
        var engine = new FakeBuildEngine();
        var (staging, output) = (Path.Combine(root, "obj/policy"), Path.Combine(root, "bin/policy"));
        new LayOutPolicy { BuildEngine = engine, OwnAssembly = assembly, Targets = "el9", ProjectDirectory = root, StagingDirectory = staging, OutputDirectory = output }.Execute();
        var list = Path.Combine(staging, ".files");
        TaskItem[] files = [.. (File.Exists(list) ? File.ReadAllLines(list) : []).Select(f => new TaskItem(f))];
        new CopyPolicy { BuildEngine = engine, Files = files, SourceDirectory = staging, DestinationDirectory = output }.Execute();
        var records = Directory.CreateDirectory(Path.Combine(root, "obj/typedpolicy")).FullName;
        new RecordBuild
        {
            BuildEngine = engine,
            RecordFile = Path.Combine(records, "Debug.json"),
            PendingFile = Path.Combine(records, "Debug.pending"),
            ProjectFile = Path.Combine(root, "P.csproj"),
            StagingDirectory = staging,
            OutputDirectory = output,
            Targets = "el9",
            Files = files,
            IntermediateDirectory = Path.Combine(root, "obj"),
        }.Execute();
        return [.. engine.Errors.Select(e => $"{e.Code}: {e.Message}")];
    }
}

using System.Globalization;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Build;

namespace TypedPolicy.Bench.Builds;

/// <summary>Times the layout task in this process, without MSBuild around it.</summary>
internal static class LayoutTask
{
    public static IEnumerable<string[]> Measure(IEnumerable<int> sizes)
    {
        foreach (var rules in sizes)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Workspace.Root, "layout" + rules.ToString(CultureInfo.InvariantCulture))).FullName;
            var assembly = Path.Combine(folder, "synthetic.dll");
            File.WriteAllBytes(assembly, CarrierSize.Of(new SyntheticCompilation(rules)).With);
            var first = Sample.Of(1, () => LayOut(assembly, Path.Combine(folder, "first")));
            Sample.Of(30, () => LayOut(assembly, Path.Combine(folder, "first")));
            var fresh = Sample.Of(15, () => Path.Combine(folder, Guid.NewGuid().ToString("N")), staging => LayOut(assembly, staging));
            var again = Sample.Of(15, () => LayOut(assembly, Path.Combine(folder, "first")));
            yield return [$"layout task, {rules.ToString("N0", CultureInfo.InvariantCulture)} rules", first.Time, fresh.Time, again.Time];
        }
    }

    private static void LayOut(string assembly, string staging)
    {
        var task = new LayOutPolicy
        {
            BuildEngine = new SilentEngine(),
            OwnAssembly = assembly,
            Targets = "el9",
            ProjectDirectory = Path.GetDirectoryName(assembly)!,
            StagingDirectory = staging,
        };
        if (!task.Execute())
        {
            throw new InvalidOperationException("The policy was not laid out.");
        }
    }
}

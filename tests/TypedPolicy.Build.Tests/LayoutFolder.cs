using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build.Tests;

/// <summary>A project's folder as the task sees it: compiled assemblies in, a staged policy folder out.</summary>
public sealed class LayoutFolder : TemporaryFolder
{
    public string Staging => PathOf("obj/policy");

    public string Output => PathOf("bin/policy");

    /// <summary>How long a task waits for an assembly that another build writes; null for as long as in a build.</summary>
    public TimeSpan? Patience { get; set; }

    public string[] Staged => Files("obj/policy");

    /// <summary>Runs the task.</summary>
    /// <returns>What it said: <c>id: message</c> for each error.</returns>
    public string[] LayOut(Carrier own, string targets = "el9", params Carrier[] upstream) =>
        LayOutAssemblies(own.CompileTo(PathOf("obj")), targets, [.. upstream.Select(carrier => carrier.CompileTo(PathOf("upstream")))]);

    public string[] LayOutAssemblies(string own, string targets, params string[] upstream) =>
        [.. Errors(own, targets, upstream).Select(error => $"{error.Code}: {error.Message}")];

    public List<BuildErrorEventArgs> Errors(string own, string targets, params string[] upstream)
    {
        var engine = new FakeBuildEngine();
        var task = new LayOutPolicy
        {
            BuildEngine = engine,
            OwnAssembly = own,
            UpstreamAssemblies = [.. upstream.Select(path => new TaskItem(path))],
            Targets = targets,
            ProjectDirectory = Root,
            StagingDirectory = Staging,
            OutputDirectory = Output,
        };
        task.Patience = Patience ?? task.Patience;
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine.Errors;
    }
}

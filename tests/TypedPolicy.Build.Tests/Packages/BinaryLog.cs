using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>What a build said, from its binary log, and on which of MSBuild's nodes it verified policy.</summary>
internal sealed record BinaryLog(IReadOnlyList<BuildErrorEventArgs> Errors, IReadOnlyList<BuildWarningEventArgs> Warnings, IReadOnlySet<int> Nodes)
{
    public static BinaryLog Read(string path)
    {
        var events = new BinLogReader().ReadRecords(path).Select(r => r.Args).ToList();
        return new([.. events.OfType<BuildErrorEventArgs>()], [.. events.OfType<BuildWarningEventArgs>()], events.OfType<TaskStartedEventArgs>().Where(t => t.TaskName == "VerifyPolicy").Select(t => t.BuildEventContext!.NodeId).ToHashSet());
    }

    /// <summary>The errors of a project, as file, line, column and id.</summary>
    public IEnumerable<(string File, int Line, int Column, string Id)> ErrorsOf(string project) =>
        Errors.Where(e => Path.GetFileNameWithoutExtension(e.ProjectFile) == project).Select(e => (e.File, e.LineNumber, e.ColumnNumber, e.Code));

    public string MessageOf(string project) => Errors.Single(e => Path.GetFileNameWithoutExtension(e.ProjectFile) == project).Message!;

    /// <summary>The one error of a project says this; all of it is the message where it does not.</summary>
    public void Says(string project, string text) => Assert.True(MessageOf(project).Contains(text, StringComparison.Ordinal), MessageOf(project));
}

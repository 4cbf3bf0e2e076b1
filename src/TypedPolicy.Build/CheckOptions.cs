using Microsoft.Build.Framework;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>Finds options in the config files of a project that no rule has: they have no effect, and nothing else reports it. Analyzers see the values alone, without their places.</summary>
public sealed class CheckOptions : Microsoft.Build.Utilities.Task
{
    private const int MaxLines = 20_000;

    /// <summary>The files: <c>.editorconfig</c> and global configs.</summary>
    [Required]
    public ITaskItem[] ConfigFiles { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var file in ConfigFiles.Select(f => f.GetMetadata("FullPath")).Where(File.Exists))
        {
            try
            {
                Check(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The compiler reads it too, and reports that it cannot.
                Log.Message(MessageImportance.Low, e.Message);
            }
        }

        return true;
    }

    private void Check(string file)
    {
        var row = 0;
        foreach (var line in File.ReadLines(file).Take(MaxLines))
        {
            row++;
            var start = line.Length - line.TrimStart().Length;
            var end = line.IndexOf('=');
            if (end < 0 || string.Compare(line, start, RuleOptions.Beginning, 0, RuleOptions.Beginning.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                continue;
            }

            var name = line.Substring(start, end - start).TrimEnd();
            if (!RuleOptions.All.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var near = RuleOptions.All.FirstOrDefault(known => Similar.To(name.ToLowerInvariant(), [known.ToLowerInvariant()]) is not null);
                Log.Warning(
                    ErrorIds.UnknownOption,
                    $"Unknown option '{name}'; this line has no effect. {(near is null ? $"The options are {string.Join(" and ", RuleOptions.All)}." : $"Did you mean '{near}'?")}",
                    file,
                    row,
                    start + 1,
                    row,
                    start + 1 + name.Length);
            }
        }
    }
}

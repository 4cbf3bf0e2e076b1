using System.Collections.Immutable;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Verification;

/// <summary>Writes findings for people, programs and MSBuild.</summary>
/// <param name="output">Where to.</param>
/// <param name="projectDirectory">The folder that line marks are relative to, if places are to be whole paths.</param>
/// <param name="target">The target, if one is known: whether it refuses what a neverallow rule of its base forbids.</param>
internal sealed class FindingWriter(TextWriter output, string? projectDirectory, Target? target)
{
    private const string Error = ": error TP9001:";
    private const string Warning = ": warning TP9027:";

    /// <summary>Whether a finding keeps the policy from being loaded.</summary>
    public bool IsError(VerificationFinding finding) => !finding.BreaksBase || target?.ChecksNeverAllow != false;

    public void Write(ImmutableArray<VerificationFinding> findings, OutputFormat format)
    {
        var isAccepted = !findings.Any(IsError);
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { accepted = isAccepted, findings });
            return;
        }

        foreach (var finding in findings)
        {
            var consequence = IsError(finding) ? "" : $" {target!.Title} loads the policy all the same: its semodule checks neverallow rules only where expand-check=1 in semanage.conf.";
            output.Line($"{Unmarked(Place(finding.Place))}{(IsError(finding) ? Error : Warning)} {Unmarked(finding.Message)}{consequence}");
            if (format == OutputFormat.Text)
            {
                foreach (var further in finding.Further)
                {
                    output.Line($"  {Place(further)}: {(further.Statement.Length > 0 ? further.Statement : "see also")}");
                }
            }
        }

        if (format == OutputFormat.Text && isAccepted)
        {
            output.Line("libsepol accepts the policy.");
        }
    }

    // MSBuild takes the part before the first colon for the place, and a word alone for the tool that speaks.
    private string Place(VerificationPlace? place)
    {
        if (place is null)
        {
            return "typedpolicy";
        }

        if (!place.IsSource || projectDirectory is null || place.File.Contains('\0', StringComparison.Ordinal))
        {
            return place.ToString();
        }

        var path = Path.GetFullPath(Path.Combine(projectDirectory, place.File));
        return SourceColumn.Of(path, place.Line) is { } column ? $"{path}({place.Line},{column})" : $"{path}({place.Line})";
    }

    // Is in each line once: what MSBuild reads before and behind it may have been named by anybody.
    private static string Unmarked(string text) => text.Replace(Error, Error.Replace(':', ';'), StringComparison.Ordinal).Replace(Warning, Warning.Replace(':', ';'), StringComparison.Ordinal);
}

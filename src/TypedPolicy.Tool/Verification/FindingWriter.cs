using System.Collections.Immutable;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Verification;

/// <summary>Writes findings for people, programs and MSBuild.</summary>
internal sealed class FindingWriter(TextWriter output, string? projectDirectory)
{
    /// <summary>The id of a policy that libsepol rejects.</summary>
    public const string Rejected = "TP9001";

    private const string Mark = $": error {Rejected}:";

    public void Write(ImmutableArray<VerificationFinding> findings, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { accepted = findings.IsEmpty, findings });
            return;
        }

        foreach (var finding in findings)
        {
            output.Line($"{Unmarked(Place(finding.Place))}{Mark} {Unmarked(finding.Message)}");
            if (format == OutputFormat.Text)
            {
                foreach (var further in finding.Further)
                {
                    output.Line($"  {Place(further)}: {(further.Statement.Length > 0 ? further.Statement : "see also")}");
                }
            }
        }

        if (format == OutputFormat.Text && findings.IsEmpty)
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

    // Stands in each line once: what MSBuild reads before and behind it may have been named by anybody.
    private static string Unmarked(string text) => text.Replace(Mark, Mark.Replace(':', ';'), StringComparison.Ordinal);
}

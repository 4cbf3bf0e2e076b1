using System.Collections.Immutable;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Verification;

/// <summary>Writes findings for people, programs and MSBuild.</summary>
internal sealed class FindingWriter(TextWriter output, string? projectDirectory)
{
    /// <summary>The id of a policy that libsepol rejects.</summary>
    public const string Rejected = "TP9001";

    public void Write(ImmutableArray<VerificationFinding> findings, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { accepted = findings.IsEmpty, findings });
            return;
        }

        foreach (var finding in findings)
        {
            output.Write($"{Place(finding.Place)}: error {Rejected}: {OneLine(finding.Message)}\n");
            if (format == OutputFormat.Text)
            {
                foreach (var further in finding.Further)
                {
                    output.Write($"  {Place(further)}: {(further.Statement.Length > 0 ? further.Statement : "see also")}\n");
                }
            }
        }

        if (format == OutputFormat.Text && findings.IsEmpty)
        {
            output.Write("libsepol accepts the policy.\n");
        }
    }

    // MSBuild takes the part before the first colon for the place, and a word alone for the tool that speaks.
    private string Place(VerificationPlace? place)
    {
        if (place is null)
        {
            return "typedpolicy";
        }

        if (!place.IsSource || projectDirectory is null)
        {
            return place.ToString();
        }

        var path = Path.GetFullPath(Path.Combine(projectDirectory, place.File));
        return SourceColumn.Of(path, place.Line) is { } column ? $"{path}({place.Line},{column})" : $"{path}({place.Line})";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

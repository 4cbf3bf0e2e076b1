using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>The labels that one text has for a plan: what is repeated is written once (before libsemanage 3.8 a repeated filecon is an error).</summary>
/// <param name="plan">The plan.</param>
internal sealed class FileLabelClaims(FileLabelPlan plan)
{
    private readonly HashSet<(string Path, FileKind Kind, LabelContext? Context)> _written = [];

    /// <summary>The label as it is written for the target; null if the text has it already, or has it where nothing may leave it out.</summary>
    public FileLabel? TryClaim(FileLabel label, bool mayBeLeftOut)
    {
        var rewritten = plan.Rewrite(label);
        var isWritten = mayBeLeftOut ? plan.IsUnconditional(rewritten) : !_written.Add(FileLabelPlan.Key(rewritten));
        return isWritten ? null : rewritten;
    }
}

using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Model.Checks;

/// <summary>TP4002: a path that a <c>.fc</c> file for m4 cannot hold, since it has one of m4's quotes in it.</summary>
internal static class QuotedPathChecks
{
    public static IEnumerable<Finding> Run(PolicyAnalysis policy, FileContextFormat format) =>
        format != FileContextFormat.GenContext
            ? []
            : from label in policy.FileLabels
              where !M4Text.IsQuotable(label.Label.Path.Text)
              select new Finding(
                  DiagnosticId.InvalidPathPattern,
                  label.Label.Origin,
                  $"{label.Label.Path.Text} has a quote of m4 in it (` or '), which m4 cannot quote. Rename the file, match the character with '.' in a [FileContextPattern], or set TypedPolicyFileContextFormat to plain.");
}

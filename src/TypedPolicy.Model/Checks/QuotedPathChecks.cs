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
                  RuleCatalogue.InvalidPathPattern.QuoteOfM4.With(label.Label.Path.Text),
                  label.Label.Origin);
}

using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Report.Collecting;

/// <summary>What a report is made from.</summary>
/// <param name="Title">What the policy is called.</param>
/// <param name="Base">What it is linked with, in words; empty for a policy that is whole by itself.</param>
/// <param name="Kernel">The linked policy.</param>
/// <param name="Labels">Its file contexts; null for a kernel policy, which has none.</param>
/// <param name="Modules">The files of the policy that the report is about.</param>
/// <param name="Line">The text of a C# line; null if its source is not at hand.</param>
internal sealed record ReportSource(string Title, string Base, KernelPolicy Kernel, FileContexts? Labels, IReadOnlyList<PolicySource> Modules, Func<SourceMark, string?> Line)
{
    /// <summary>An earlier release to compare with, and its file contexts.</summary>
    public (KernelPolicy Kernel, FileContexts? Labels)? Before { get; init; }
}

using TypedPolicy.Guest;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Testing.Kernel;

/// <summary>Something that a kernel denied.</summary>
/// <param name="Record">The record of the kernel.</param>
/// <param name="Explanation">The record, why it was denied, and what would have to change.</param>
/// <param name="Lines">The C# lines that would have to change, the likeliest first; none where no module under test has to do with it.</param>
public sealed record KernelDenial(AuditRecord Record, string Explanation, IReadOnlyList<SourceMark> Lines)
{
    /// <inheritdoc/>
    public override string ToString() => Explanation;
}

namespace TypedPolicy.Sepol.Verification;

/// <summary>A place that a finding is about.</summary>
/// <param name="File">The file: of C# where a line mark of the project's own policy leads there, of the policy otherwise.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="IsSource">Whether it is the project's own C#, relative to the project.</param>
/// <param name="Statement">The keyword of the statement there; empty where it is not known.</param>
public sealed record VerificationPlace(string File, int Line, bool IsSource, string Statement = "")
{
    /// <summary>As compilers write places.</summary>
    public override string ToString() => $"{File}({Line})";
}

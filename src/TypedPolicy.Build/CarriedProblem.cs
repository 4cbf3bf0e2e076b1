namespace TypedPolicy.Build;

/// <summary>An error that kept a policy from being generated.</summary>
/// <param name="Id">The id of the diagnostic.</param>
/// <param name="File">The source file, relative to the project.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record CarriedProblem(string Id, string File, int Line, int Column, int EndLine, int EndColumn, string Message);

namespace TypedPolicy.Tool.Shell;

/// <summary>How an answer is written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON document on standard output.</summary>
    Json,

    /// <summary>A line each, as MSBuild and editors read errors: <c>file(line,column): error ID: text</c>.</summary>
    MSBuild,
}

namespace TypedPolicy.Tool.Reporting;

/// <summary>How a report is written.</summary>
internal enum ReportFormat
{
    /// <summary>One page that needs nothing else.</summary>
    Html,

    /// <summary>For a pull request.</summary>
    Markdown,

    /// <summary>For programs.</summary>
    Json,
}

using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Build;

/// <summary>
/// What the tasks report. Names, paths and messages come from packages and tools: each message stays on one line, since a further line would be read as a message
/// of its own, with whatever place and id it gives.
/// </summary>
internal static class TaskLog
{
    /// <summary>Reports an error.</summary>
    /// <param name="log">The task's log.</param>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="message">The message.</param>
    /// <param name="file">The file; <see langword="null"/> if there is none.</param>
    /// <param name="line">The line, from 1; 0 if there is none.</param>
    /// <param name="column">The column, from 1; 0 if there is none.</param>
    /// <param name="endLine">The last line.</param>
    /// <param name="endColumn">The column after the last character.</param>
    public static void Error(this TaskLoggingHelper log, string id, string message, string? file = null, int line = 0, int column = 0, int endLine = 0, int endColumn = 0) =>
        log.LogError(null, PlainText.Line(id), null, file is null ? null : PlainText.Line(file), line, column, endLine, endColumn, "{0}", PlainText.Line(message));

    /// <summary>Reports a warning; its parts are those of an error.</summary>
    public static void Warning(this TaskLoggingHelper log, string id, string message, string? file, int line = 0, int column = 0, int endLine = 0, int endColumn = 0) =>
        log.LogWarning(null, PlainText.Line(id), null, file is null ? null : PlainText.Line(file), line, column, endLine, endColumn, "{0}", PlainText.Line(message));

    /// <summary>Logs a message.</summary>
    /// <param name="log">The task's log.</param>
    /// <param name="importance">Who sees it.</param>
    /// <param name="message">The message.</param>
    public static void Message(this TaskLoggingHelper log, MessageImportance importance, string message) => log.LogMessage(importance, "{0}", PlainText.Line(message));

    /// <summary>Logs a message for everybody, once for each process of a build: what holds for a machine holds for each of its projects.</summary>
    /// <param name="log">The task's log.</param>
    /// <param name="engine">The task's engine.</param>
    /// <param name="message">The message.</param>
    public static void MessageOnce(this TaskLoggingHelper log, IBuildEngine4 engine, string message)
    {
        if (engine.GetRegisteredTaskObject(message, RegisteredTaskObjectLifetime.Build) is null)
        {
            engine.RegisterTaskObject(message, message, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            log.Message(MessageImportance.High, message);
        }
    }
}

using TypedPolicy.Files;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Learning;

/// <summary>Reads logs.</summary>
internal static class LogFiles
{
    private const string StandardInput = "-";

    /// <summary>Reads logs as one.</summary>
    /// <param name="files">The files; <c>-</c> for standard input.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static AuditLogReader Read(IEnumerable<string> files)
    {
        var log = new AuditLogReader();
        foreach (var file in files)
        {
            using var reader = file == StandardInput ? StandardStreams.Input() : new StreamReader(RegularFile.OpenStream(file));
            BoundedLines.Read(reader, AuditLogReader.MaxLineLength, log.Read);
        }

        return log;
    }
}

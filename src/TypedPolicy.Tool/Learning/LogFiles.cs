using System.IO.Compression;
using System.Text;
using TypedPolicy.Files;
using TypedPolicy.Learning.Logs;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Learning;

/// <summary>Reads logs: files, also compressed by gzip, folders of rotated ones, and standard input.</summary>
internal static class LogFiles
{
    private const string StandardInput = "-";
    private const string Name = "audit.log";

    /// <summary>Reads logs as one.</summary>
    /// <param name="paths">The files and folders; <c>-</c> for standard input.</param>
    /// <exception cref="IOException">A file cannot be read, or a folder has no logs.</exception>
    public static AuditLogReader Read(IEnumerable<string> paths)
    {
        var log = new AuditLogReader();
        foreach (var path in paths.SelectMany(Files))
        {
            using var reader = path == StandardInput ? StandardStreams.Input() : Open(path);
            Read(reader, log);
        }

        return log;
    }

    /// <summary>Reads a log.</summary>
    public static void Read(TextReader reader, AuditLogReader log)
    {
        var lines = new LogLines(log);
        BoundedLines.Read(reader, AuditLogReader.MaxLineLength, lines.Read);
        lines.End();
    }

    /// <summary>The files of a path: of a folder <c>audit.log</c> and those that it was rotated to, the oldest first.</summary>
    private static IEnumerable<string> Files(string path)
    {
        if (path == StandardInput || !Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path, Name + "*").Where(f => Path.GetFileName(f)[Name.Length..] is "" or ['.' or '-', ..]).OrderByDescending(Age).ThenBy(f => f, StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new IOException($"'{path}' has no {Name}. Name the log itself.");
    }

    // audit.log.4 is older than audit.log.3, and one with a date older than all of these.
    private static int Age(string file) => Path.GetFileName(file)[Name.Length..].Split('.', '-').FirstOrDefault(p => p.Length > 0) is { } part ? int.TryParse(part, out var number) ? number : int.MaxValue : 0;

    private static StreamReader Open(string path)
    {
        var file = RegularFile.OpenStream(path);
        return new(IsCompressed(file) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
    }

    // By what it begins with, whatever it is called; a pipe is read as it is.
    private static bool IsCompressed(FileStream file)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        Span<byte> head = stackalloc byte[2];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 2 && head[0] == 0x1f && head[1] == 0x8b;
    }
}

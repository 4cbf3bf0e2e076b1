using System.Text;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Logs;

/// <summary>The lines of one log: text as it is; JSON as the records that are in it, a document on each line or one over all lines.</summary>
internal sealed class LogLines(AuditLogReader log)
{
    /// <summary>How long a document may be that is not on one line.</summary>
    public const int MaxDocument = 64 << 20;

    private readonly StringBuilder _document = new();
    private bool _isFirst = true;
    private bool _isDocument;

    /// <summary>Takes a line.</summary>
    public void Read(string line)
    {
        if (_isDocument)
        {
            if (_document.Length + line.Length < MaxDocument)
            {
                _document.Append(line).Append('\n');
            }
        }
        else if (!JsonLog.IsStart(line))
        {
            _isFirst &= line.Length == 0;
            log.Read(line);
        }
        else if (JsonLog.Lines(line) is { } records)
        {
            _isFirst = false;
            Read(records);
        }
        else if (_isFirst)
        {
            _isDocument = true;
            _document.Append(line).Append('\n');
        }
        else
        {
            log.Read(line); // dmesg begins with a bracket too
        }
    }

    /// <summary>Ends the log.</summary>
    public void End()
    {
        if (!_isDocument)
        {
            return;
        }

        var text = _document.ToString();
        Read(JsonLog.Lines(text) ?? text.Split('\n'));
        _document.Clear();
        _isDocument = false;
    }

    private void Read(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            log.Read(line);
        }
    }
}

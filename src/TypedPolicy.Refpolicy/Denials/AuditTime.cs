using System.Globalization;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>The time of an event.</summary>
internal static class AuditTime
{
    private static readonly string[] Formats = ["MM/dd/yyyy HH:mm:ss.fff", "MM/dd/yy HH:mm:ss.fff", "dd/MM/yyyy HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss.fff"];

    /// <summary>The time of <c>1700000100.101:31</c>, or of the date that <c>ausearch -i</c> writes in its place, in the time of this machine; <see langword="null"/> if it cannot be read.</summary>
    public static DateTimeOffset? Of(string @event)
    {
        var end = @event.LastIndexOf(':');
        var text = end < 0 ? "" : @event.Substring(0, end);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue * 4L
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1_000))
            : DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var date) ? date : null;
    }
}

using System.Globalization;

namespace TypedPolicy.Model.Writing;

/// <summary>The parts that a policy file consists of, as assemblies carry them: numbers with blanks between them, since files share parts.</summary>
public static class CarriedParts
{
    private static readonly char[] Blank = [' '];

    /// <summary>Writes the numbers of parts.</summary>
    public static string Numbers(IEnumerable<int> parts) => string.Join(" ", parts.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The words of a list: numbers of parts, names of targets.</summary>
    public static string[] Split(string list) => list.Split(Blank, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parts of a file, in order; null in place of one that is not there.</summary>
    /// <param name="numbers">The numbers of the parts, as they are carried.</param>
    /// <param name="parts">The parts by their numbers.</param>
    public static IEnumerable<(string Number, string? Text)> Of(string numbers, IReadOnlyDictionary<int, string> parts) =>
        Split(numbers).Select(number => (number, int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && parts.TryGetValue(id, out var text) ? text : null));

    /// <summary>The text of a file. Lines end in <c>\n</c> alone: libsepol counts CRLF as two lines, which would put every line mark out of place.</summary>
    public static string Join(IEnumerable<string?> parts) => string.Concat(parts).Replace("\r\n", "\n").Replace('\r', '\n');
}

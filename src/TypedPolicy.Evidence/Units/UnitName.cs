using System.Text;

namespace TypedPolicy.Evidence.Units;

/// <summary>The name of a unit: <c>greeter@main.service</c> (systemd.unit(5)).</summary>
/// <param name="Prefix">What is before the <c>@</c>, or before the dot.</param>
/// <param name="Instance">What follows the <c>@</c>; empty for a template, null where there is no <c>@</c>.</param>
/// <param name="Kind">The ending: <c>service</c>.</param>
internal sealed record UnitName(string Prefix, string? Instance, string Kind)
{
    /// <summary>Whether it is a template, which has instances.</summary>
    public bool IsTemplate => Instance is { Length: 0 };

    /// <summary>The whole name without its ending.</summary>
    public string Stem => Instance is null ? Prefix : $"{Prefix}@{Instance}";

    /// <summary>The whole name.</summary>
    public string Text => $"{Stem}.{Kind}";

    /// <summary>Reads the name of a file; null if it is not a unit's.</summary>
    public static UnitName? TryRead(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        if (dot <= 0 || dot == fileName.Length - 1 || fileName.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var (stem, kind) = (fileName[..dot], fileName[(dot + 1)..]);
        var at = stem.IndexOf('@', StringComparison.Ordinal);
        return at == 0 ? null : at < 0 ? new(stem, null, kind) : new(stem[..at], stem[(at + 1)..], kind);
    }

    /// <summary>The folders that drop-ins of the unit are in, those that count most last.</summary>
    public IEnumerable<string> DropInFolders()
    {
        yield return $"{Kind}.d";
        for (var dash = Prefix.IndexOf('-', StringComparison.Ordinal); dash >= 0 && dash < Prefix.Length - 1; dash = Prefix.IndexOf('-', dash + 1))
        {
            yield return $"{Prefix[..(dash + 1)]}.{Kind}.d";
        }

        if (Instance is { Length: > 0 })
        {
            yield return $"{Prefix}@.{Kind}.d";
        }

        yield return $"{Text}.d";
    }

    /// <summary>A part of a name without systemd's escapes: <c>-</c> is a slash, <c>\x2d</c> a character.</summary>
    public static string Unescape(string part)
    {
        var bytes = new List<byte>();
        var text = Encoding.UTF8.GetBytes(part);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 3 < text.Length && text[i + 1] == 'x' && byte.TryParse(text.AsSpan(i + 2, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
            {
                bytes.Add(value);
                i += 3;
            }
            else
            {
                bytes.Add(text[i] == '-' ? (byte)'/' : text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}

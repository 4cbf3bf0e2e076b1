using System.Text;

namespace TypedPolicy.Evidence.Units;

/// <summary>What <c>%</c> and a letter stand for in a unit of the system (systemd.unit(5), Specifiers).</summary>
/// <param name="unit">The unit's name.</param>
internal sealed class UnitSpecifiers(UnitName unit)
{
    /// <summary>Takes, in a value, the place of what only a machine or an instance decides.</summary>
    public const char Any = '\uFFFC';

    /// <summary>A value with its specifiers replaced.</summary>
    public string Expand(string value)
    {
        if (!value.Contains('%', StringComparison.Ordinal) && !value.Contains(Any, StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 1 < value.Length)
            {
                text.Append(Of(value[++i]) ?? $"%{value[i]}");
            }
            else
            {
                text.Append(value[i] == Any ? '?' : value[i]);
            }
        }

        return text.ToString();
    }

    private string? Of(char letter) => letter switch
    {
        '%' => "%",
        'n' => WithInstance(unit.Text),
        'N' => WithInstance(unit.Stem),
        'p' => unit.Prefix,
        'P' => UnitName.Unescape(unit.Prefix),
        'i' => Instance,
        'I' => UnitName.Unescape(Instance),
        'f' => "/" + UnitName.Unescape(unit.Instance is null ? unit.Prefix : Instance).TrimStart('/'),
        'j' => unit.Prefix[(unit.Prefix.LastIndexOf('-') + 1)..],
        'J' => UnitName.Unescape(unit.Prefix[(unit.Prefix.LastIndexOf('-') + 1)..]),
        't' => "/run",
        'S' => "/var/lib",
        'C' => "/var/cache",
        'L' => "/var/log",
        'E' => "/etc",
        'T' => "/tmp",
        'V' => "/var/tmp",
        'd' => "/run/credentials/" + WithInstance(unit.Text),
        'h' => "/root",
        's' => "/bin/sh",
        'u' or 'g' => "root",
        'U' or 'G' => "0",
        'a' or 'A' or 'b' or 'B' or 'H' or 'l' or 'm' or 'M' or 'o' or 'q' or 'v' or 'w' or 'W' => Any.ToString(),
        _ => null,
    };

    private string Instance => unit.IsTemplate ? Any.ToString() : unit.Instance ?? "";

    private string WithInstance(string name) => unit.IsTemplate ? name.Replace("@", $"@{Any}", StringComparison.Ordinal) : name;
}

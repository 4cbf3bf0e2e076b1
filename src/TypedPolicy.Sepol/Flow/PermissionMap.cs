using System.Globalization;
using System.Text;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Flow;

/// <summary>Which way information goes by each permission of each class, and how much of it, from 1 to 10.</summary>
public sealed class PermissionMap
{
    private const string AnyClass = "*";
    private readonly Dictionary<(string Class, string Permission), (FlowDirection Direction, int Weight)> _entries = [];

    private PermissionMap()
    {
    }

    /// <summary>The map of this library; its table lists where its directions come from.</summary>
    public static PermissionMap Default { get; } = ReadOwn();

    /// <summary>Where information goes by a permission; nowhere where the map does not list it.</summary>
    public (FlowDirection Direction, int Weight) this[string @class, string permission] =>
        _entries.TryGetValue((@class, permission), out var own) ? own : _entries.GetValueOrDefault((AnyClass, permission));

    /// <summary>Reads a map in the format of setools: classes with the number of their permissions, a permission a line.</summary>
    /// <exception cref="SepolException">A line is not of that format.</exception>
    public static PermissionMap Read(TextReader text)
    {
        var map = new PermissionMap();
        string? @class = null;
        while (text.ReadLine() is { } line)
        {
            switch (line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                case [] or [_]: // nothing, or the number of classes
                    break;
                case ["class", var name, _]:
                    @class = name;
                    break;
                case [var permission, var direction, .. var weight] when @class is not null && weight.Length < 2:
                    map.Add(@class, permission, direction, weight is [var some] ? some : "10", line);
                    break;
                default:
                    throw Broken(line);
            }
        }

        return map;
    }

    /// <summary>The map in the format of setools, for the classes of a policy.</summary>
    public string ToSetools(KernelPolicy policy)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{policy.Classes.Length}\n");
        foreach (var @class in policy.Classes)
        {
            var permissions = policy.PermissionsOf(@class);
            text.Append(CultureInfo.InvariantCulture, $"\nclass {@class} {permissions.Length}\n");
            foreach (var permission in permissions)
            {
                var (direction, weight) = this[@class, permission];
                var letter = direction switch { FlowDirection.Read => 'r', FlowDirection.Write => 'w', FlowDirection.Both => 'b', _ => 'n' };
                text.Append(CultureInfo.InvariantCulture, $"{permission} {letter} {Math.Max(weight, 1)}\n");
            }
        }

        return text.ToString();
    }

    private static PermissionMap ReadOwn()
    {
        using var stream = typeof(PermissionMap).Assembly.GetManifestResourceStream("permission-flow.txt")!;
        using var reader = new StreamReader(stream);
        var map = new PermissionMap();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var @class, var permission, var direction, var weight])
            {
                map.Add(@class, permission, direction, weight, line);
            }
        }

        return map;
    }

    private void Add(string @class, string permission, string direction, string weight, string line)
    {
        FlowDirection? read = direction switch
        {
            "r" => FlowDirection.Read,
            "w" => FlowDirection.Write,
            "b" => FlowDirection.Both,
            "n" or "u" => FlowDirection.None,
            _ => null,
        };
        if (read is not { } known || !int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10 || !_entries.TryAdd((@class, permission), (known, number)))
        {
            throw Broken(line);
        }
    }

    private static SepolException Broken(string line) => new($"'{line.Trim()}' is not a line of a permission map, or repeats a permission.");
}

using System.Globalization;
using TypedPolicy.Guest;

namespace TypedPolicy.Tool.Trying;

/// <summary>What a line of <c>typedpolicy try</c> has a process do.</summary>
/// <param name="Steps">What it does.</param>
/// <param name="Path">The path that must be there before; null if none must.</param>
/// <param name="Kind">What is made there if it is missing.</param>
/// <param name="Made">The path of what it makes; null if it makes nothing.</param>
internal sealed record TryWords(Step[] Steps, string? Path, PlacedKind Kind, string? Made = null)
{
    /// <summary>ECONNREFUSED.</summary>
    public const int NobodyListens = 111;

    /// <summary>ENOTTY.</summary>
    public const int NotATerminal = 25;

    /// <summary>Whether it makes something, whose label is of interest.</summary>
    public bool IsMaking => Made is not null;

    /// <summary>What there is, a line each.</summary>
    public static IEnumerable<string> Help =>
    [
        "as DOMAIN | CONTEXT            whose processes try what follows",
        "exec PATH [nnp]                a program at the path, with the label of the path; nnp: with no_new_privs",
        "open | read | write | append | map | stat | rm PATH",
        "list PATH                      a directory",
        "create | mkdir | socket PATH   and the label that it gets",
        "ioctl PATH NUMBER",
        "bind | connect tcp | udp PORT",
        "label PATH                     the label by setfiles; a directory where the path ends in '/'",
        "boolean NAME on | off",
        "denials                        all so far, with the rules and C# lines that are nearest",
        "! LINE                         what is to be denied",
        "quit",
    ];

    /// <summary>Reads a line; null if it is not one of them.</summary>
    public static TryWords? Read(string[] words) => words switch
    {
        // It parts the steps of a process.
        _ when words.Contains(";") => null,
        ["exec", var path] => new([Step.Execute(path)], path, PlacedKind.Program),
        ["exec", var path, "nnp"] => new([Step.NoNewPrivileges(), Step.Execute(path)], path, PlacedKind.Program),
        ["open", var path] => new([Step.Open(path)], path, PlacedKind.File),
        ["read", var path] => new([Step.Read(path)], path, PlacedKind.File),
        ["write", var path] => new([Step.Write(path, "x")], path, PlacedKind.File),
        ["append", var path] => new([Step.Append(path, "x")], path, PlacedKind.File),
        ["map", var path] => new([Step.Map(path)], path, PlacedKind.File),
        ["stat", var path] => new([Step.Stat(path)], path, PlacedKind.File),
        ["rm", var path] => new([Step.Remove(path)], path, PlacedKind.File),
        ["list", var path] => new([Step.List(path)], path, PlacedKind.Folder),
        ["create", var path] => new([Step.Create(path)], Above(path), PlacedKind.Folder, path),
        ["mkdir", var path] => new([Step.CreateDirectory(path)], Above(path), PlacedKind.Folder, path),
        ["socket", var path] => new([Step.BindTo(path)], Above(path), PlacedKind.Folder, path),
        ["ioctl", var path, var request] when Number(request) is { } number => new([Step.Ioctl(path, number)], path, PlacedKind.File),
        ["bind", "tcp" or "udp" or "tcp6" or "udp6", var port] when Port(port) is { } number => new([Step.Bind(words[1], number)], null, PlacedKind.File),
        ["connect", "tcp" or "udp" or "tcp6" or "udp6", var port] when Port(port) is { } number => new([Step.Connect(words[1], number)], null, PlacedKind.File),
        _ => null,
    };

    private static string? Above(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : null;

    private static int? Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65_536 ? port : null;

    private static uint? Number(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? uint.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal : null
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

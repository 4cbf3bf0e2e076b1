using System.Globalization;

namespace TypedPolicy.Guest;

/// <summary>A question to the security server of a kernel, as selinuxfs takes them.</summary>
public sealed record ServerQuestion
{
    /// <summary>How many are asked at once.</summary>
    internal const int MaxAtOnce = 4_000;

    private ServerQuestion(params string[] words)
    {
        if (Array.Exists(words, w => w.Length == 0 || w.AsSpan().ContainsAny(' ', '\n', '\0')))
        {
            throw new ArgumentException($"'{string.Join("', '", words)}': a question takes contexts and names without blanks.");
        }

        Line = string.Join(' ', words);
    }

    /// <summary>The question as the agent reads it.</summary>
    internal string Line { get; }

    /// <summary>Whether a context has a permission on another: 1 or 0.</summary>
    public static ServerQuestion Access(string source, string target, string objectClass, string permission) => new("access", source, target, objectClass, permission);

    /// <summary>The context of something new.</summary>
    public static ServerQuestion Create(string source, string target, string objectClass, string? name = null) =>
        name is null ? new("create", source, target, objectClass) : new("create", source, target, objectClass, name);

    /// <summary>The context of a member of a polyinstantiated object.</summary>
    public static ServerQuestion Member(string source, string target, string objectClass) => new("member", source, target, objectClass);

    /// <summary>The context that an object is relabelled to, such as a terminal at a login.</summary>
    public static ServerQuestion Relabel(string source, string target, string objectClass) => new("relabel", source, target, objectClass);

    /// <summary>Whether a context is valid.</summary>
    public static ServerQuestion Context(string context) => new("context", context);

    /// <inheritdoc/>
    public override string ToString() => Line;
}

/// <summary>What the security server answered.</summary>
/// <param name="Text">A context; 1 or 0; empty where it refused to answer.</param>
/// <param name="Error">The number of the error, such as that a context is not valid; or 0.</param>
public readonly record struct ServerAnswer(string Text, int Error)
{
    /// <summary>Whether it is a yes.</summary>
    public bool IsYes => Text == "1";

    internal static ServerAnswer Read(string line) => line is ['!', ..] ? new("", int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture)) : new(line, 0);
}

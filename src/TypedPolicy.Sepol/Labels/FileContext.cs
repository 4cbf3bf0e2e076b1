using TypedPolicy.Model.Paths;

namespace TypedPolicy.Sepol.Labels;

/// <summary>One line of file contexts.</summary>
/// <param name="Pattern">The pattern of its paths, as it is written.</param>
/// <param name="Kind">The kind of files that it is for.</param>
/// <param name="Context">The context; null for <c>&lt;&lt;none&gt;&gt;</c>, which means that no label is set.</param>
public sealed record FileContext(string Pattern, FileKind Kind, string? Context)
{
    /// <summary>The type of the context; null if there is no context.</summary>
    public string? Type => Context is null ? null : TypeOf(Context);

    /// <summary>Whether it is for files of a kind.</summary>
    /// <param name="kind">The kind; every line is for <see cref="FileKind.Any"/>.</param>
    public bool IsFor(FileKind kind) => kind == FileKind.Any || Kind == FileKind.Any || Kind == kind;

    /// <summary>The type of a context; null if it is not one, such as the name of a type.</summary>
    /// <param name="context">The context.</param>
    public static string? TypeOf(string context) => context.Split(':') is [_, _, var type, ..] ? type : null;

    /// <summary>The line.</summary>
    public override string ToString() => new FileContextWords(Pattern, Kind, Context ?? FileContextWords.None).ToString();
}

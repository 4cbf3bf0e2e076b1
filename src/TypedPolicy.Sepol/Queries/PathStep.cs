using TypedPolicy.Model.Naming;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Sepol.Queries;

/// <summary>One directory on the way to a path.</summary>
/// <param name="Source">Who walks: a type or a context.</param>
/// <param name="Directory">The directory.</param>
/// <param name="Type">The type of its label; null if the file contexts give it none.</param>
/// <param name="Answer">Whether the source may search it; null if that is not known.</param>
public sealed record PathStep(string Source, string Directory, string? Type, AccessAnswer? Answer)
{
    /// <summary>The C# name of the type, where a module declares it; otherwise one is made of its name.</summary>
    public string? CSharpType { get; init; }

    /// <summary>Whether the source is stopped here.</summary>
    public bool IsStop => Answer is { IsAllowed: false };

    /// <summary>What stops the source, and what would let it through; empty if nothing stops it.</summary>
    public string Explanation => Answer switch
    {
        null or { IsAllowed: true } => "",
        { Outcome: AccessOutcome.NoRule } =>
            $"{Source} cannot search the directory {Directory}, which is {Type}: no rule grants it. Add [Allow<{CSharpType ?? NameOf.Pascal(NameOf.Stem(Type!, EntityKind.Type))}>(DirPerms.Search)] to {SourceType}, or an interface that grants it: " +
            $"typedpolicy find --grants '{SourceType} {Type}:dir search'",
        _ => $"{Source} cannot search the directory {Directory}, which is {Type}: {Answer.Reason}",
    };

    private string SourceType => FileContext.TypeOf(Source) ?? Source;
}

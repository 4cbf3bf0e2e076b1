using System.Globalization;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>A message of a rule, with holes for what it is about.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Format">What is wrong, and what to write instead, with <c>{0}</c>, <c>{1}</c>, …</param>
public sealed record RuleMessage(DiagnosticId Rule, string Format)
{
    /// <summary>The message about some names.</summary>
    /// <param name="values">What the holes stand for.</param>
    public RuleText With(params object?[] values) => new(Rule, string.Format(CultureInfo.InvariantCulture, Format, values));

    /// <summary>The message that a reader of strings gave, which begins and ends like a part of a sentence.</summary>
    /// <param name="sentence">The only value, without a capital and a full stop.</param>
    public RuleText WithSentence(string sentence) => With(char.ToUpperInvariant(sentence[0]) + sentence.Substring(1) + (sentence.EndsWith(".", StringComparison.Ordinal) ? "" : "."));
}

/// <summary>A message that is ready to be reported.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Text">What is wrong, and what to write instead.</param>
public readonly record struct RuleText(DiagnosticId Rule, string Text)
{
    /// <summary>The message with more behind it.</summary>
    /// <param name="more">What follows.</param>
    public RuleText Then(string more) => new(Rule, Text + more);
}

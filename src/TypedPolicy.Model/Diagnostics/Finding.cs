using TypedPolicy.Model.Languages;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>Something wrong with the policy, and where.</summary>
/// <param name="Text">What is wrong, and what to write instead: a message of the catalogue.</param>
/// <param name="Spot">Where.</param>
/// <param name="Related">The other places that have a part in it.</param>
public sealed record Finding(RuleText Text, Spot Spot, EquatableArray<Origin> Related)
{
    /// <summary>The rule of the catalogue.</summary>
    public DiagnosticId Rule => Text.Rule;

    /// <summary>What is wrong, and what to write instead: on one line, whatever names it quotes.</summary>
    public string Message { get; } = PlainText.Line(Text.Text);

    /// <summary>What the rule's code fix writes; null if only the author knows.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Its weight, where that is not the rule's.</summary>
    public RuleSeverity? Severity { get; init; }

    /// <summary>A finding in one place.</summary>
    public Finding(RuleText text, Origin origin)
        : this(text, new Spot(origin), EquatableArray<Origin>.Empty)
    {
    }
}

/// <summary>A place, or a part of the attribute that is there.</summary>
/// <param name="Origin">The place.</param>
/// <param name="Part">Which part of the attribute.</param>
/// <param name="Index">For arguments, which one, from 0.</param>
/// <param name="Start">For a part of a text, the character in its value at which it starts.</param>
/// <param name="Length">For a part of a text, how many characters; 0 for all of the argument.</param>
public readonly record struct Spot(Origin Origin, SpotPart Part = SpotPart.Whole, int Index = 0, int Start = 0, int Length = 0);

/// <summary>A part of an attribute.</summary>
public enum SpotPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>A type argument.</summary>
    TypeArgument,

    /// <summary>An argument of the constructor.</summary>
    Argument,
}

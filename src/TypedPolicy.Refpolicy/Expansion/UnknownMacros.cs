using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>A call that is still there after m4 has run calls something that nobody defines.</summary>
internal static class UnknownMacros
{
    public static void Report(ImmutableArray<Statement> statements, MappedText text, ProblemList problems)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case MacroCall call:
                    problems.Error($"no interface or macro is named {call.Name}", text.PositionOf(call.Start), text.FrameOf(call.Start));
                    break;
                case ExpandedOptional optional:
                    Report(optional.Block.Statements, text, problems);
                    Report(optional.Otherwise?.Statements ?? [], text, problems);
                    break;
                case Conditional conditional:
                    Report(conditional.Then, text, problems);
                    Report(conditional.Otherwise, text, problems);
                    break;
                default:
                    break;
            }
        }
    }
}

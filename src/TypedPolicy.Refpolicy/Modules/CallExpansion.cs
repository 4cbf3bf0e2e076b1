using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>What a call of an interface or pattern does with the arguments that it was given.</summary>
public static class CallExpansion
{
    /// <summary>Expands a call.</summary>
    /// <param name="headers">The headers that declare the interface or pattern.</param>
    /// <param name="call">The call.</param>
    /// <param name="place">Where the module has the call.</param>
    /// <param name="problem">Why the call does not compile; null if it does.</param>
    /// <returns>Its statements; null if the headers do not define the interface, or the call does not compile.</returns>
    public static CommentedStatements? Of(HeaderTree headers, MacroCall call, SourcePlace? place, out SourceProblem? problem)
    {
        problem = null;
        if (headers.Find(call.Name) is null && headers.FindPattern(call.Name) is null)
        {
            return null;
        }

        var map = new SourceMap(headers.Sources);
        var engine = new M4Engine(map, headers.Symbols, M4Limits.OfCall);
        engine.Run(MappedText.Of($"{call.Name}({string.Join(",", call.Arguments.Select(a => a.Text))})"));
        var text = engine.TakeOutput();
        var statements = PolicyParser.Parse(text, engine.Problems);
        problem = engine.Problems.Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Error);
        return problem is not null ? null : new CommentedStatements(text, map, engine.Frames, statements, [], _ => false) { CalledAt = place };
    }
}

using System.Text;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>A <c>[Justified]</c> of a module made from C#, which its text has as a comment.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Subject">What it is about: a name of the policy; empty for all of it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Mark">Where it is; null if the module has no line marks.</param>
internal sealed record CSharpJustification(string Rule, string Subject, string Reason, SourceMark? Mark)
{
    /// <summary>Those of a module, in its order.</summary>
    public static IEnumerable<CSharpJustification> Of(PolicySource module)
    {
        if (module.Kind != PolicySourceKind.Cil)
        {
            yield break;
        }

        var isSection = false;
        SourceMark? mark = null;
        using var lines = new StringReader(Encoding.UTF8.GetString(module.Content.Span));
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                isSection = false;
            }
            else if (line == $"; {JustificationComments.Heading}")
            {
                isSection = true;
            }
            else if (isSection && line.StartsWith(CilLineMark.Start, StringComparison.Ordinal))
            {
                mark = CilText.MarkIn(line);
            }
            else if (isSection && JustificationComments.TryRead(line) is var (rule, subject, reason))
            {
                yield return new(rule, subject, reason, mark);
            }
        }
    }
}

namespace TypedPolicy.Model.Cil;

/// <summary>Operations over many operands: <c>and</c> and <c>or</c> take two in CIL, so they nest.</summary>
public static class CilOperation
{
    // libsepol refuses lists that nest deeper than 4,096 (cil_parser.c: CIL_PARSER_MAX_EXPR_DEPTH). Up to here they nest to the left, which reads in order.
    private const int MaxChainLength = 64;

    /// <summary>The operands under one operator, in order; beyond some number of them as a tree that is as flat as can be.</summary>
    /// <param name="keyword">The operator, which is associative.</param>
    /// <param name="operands">The operands, one at least.</param>
    public static CilNode Of(string keyword, IReadOnlyList<CilNode> operands) => Of(keyword, operands, 0, operands.Count);

    private static CilNode Of(string keyword, IReadOnlyList<CilNode> operands, int start, int end)
    {
        if (end - start > MaxChainLength)
        {
            var middle = start + ((end - start) / 2);
            return new CilList(keyword, Of(keyword, operands, start, middle), Of(keyword, operands, middle, end));
        }

        var chain = operands[start];
        for (var i = start + 1; i < end; i++)
        {
            chain = new CilList(keyword, chain, operands[i]);
        }

        return chain;
    }
}

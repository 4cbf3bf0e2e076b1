using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Expansions;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Ioctl numbers of the policy language as CIL has them: <c>{ 0x1-0x3 7 }</c> is <c>((range 0x1 0x3) 7)</c>.</summary>
internal static class IoctlText
{
    public static CilNode Of(string requests)
    {
        var items = requests.Split([' ', '{', '}', '~'], StringSplitOptions.RemoveEmptyEntries).Select(Item);
        return requests.StartsWith("~", StringComparison.Ordinal) ? ExpansionStatements.Not(items) : ExpansionStatements.List(items);
    }

    private static CilNode Item(string item)
    {
        var hyphen = item.IndexOf('-');
        return hyphen < 0 ? HoleNames.Symbol(item) : ExpansionStatements.Range(HoleNames.Symbol(item.Substring(0, hyphen)), HoleNames.Symbol(item.Substring(hyphen + 1)));
    }
}

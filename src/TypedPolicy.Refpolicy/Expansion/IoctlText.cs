using System.Text;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Ioctl numbers of the policy language in the form of CIL: <c>{ 0x1-0x3 7 }</c> becomes <c>((range 0x1 0x3) 7)</c>.</summary>
internal static class IoctlText
{
    public static string Of(string requests)
    {
        var isComplement = requests.StartsWith("~", StringComparison.Ordinal);
        var text = new StringBuilder();
        foreach (var item in requests.Split([' ', '{', '}', '~'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hyphen = item.IndexOf('-');
            text.Append(text.Length > 0 ? " " : "").Append(hyphen < 0 ? item : $"(range {item.Substring(0, hyphen)} {item.Substring(hyphen + 1)})");
        }

        return isComplement ? $"(not ({text}))" : $"({text})";
    }
}

using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>
/// A policy that a rule underlines with the index of Debian's policy, a policy close to it that it leaves alone, and what the tools say of both in Debian's policy.
/// <c>@</c> in a policy, and in what is asked, is the name of a class of its own: <c>Bad5007</c> in the one, <c>Good5007</c> in the other; <c>%</c> is the same as SELinux has it.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bad">The policy that is underlined.</param>
/// <param name="Underlined">What is underlined, and the message as far as it matters.</param>
/// <param name="Good">The policy that is left alone.</param>
/// <param name="Says">What the tools say.</param>
internal sealed record DebianCase(DiagnosticId Rule, string Bad, string Underlined, string Good, params ToolSays[] Says)
{
    public string BadSource => Of(Bad, "Bad");

    public string GoodSource => Of(Good, "Good");

    /// <summary>A text with the names of one of the two in it.</summary>
    public string Of(string text, string which)
    {
        var name = which + Rule.Code()[2..];
        return text.Replace("@", name, StringComparison.Ordinal).Replace("%", name.ToLowerInvariant(), StringComparison.Ordinal);
    }
}

/// <summary>What a tool says of the two policies of a case.</summary>
internal abstract record ToolSays;

/// <summary>secilc refuses the bad policy in Debian's, and links the good one.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Without">A module of Debian's policy that the machine lacks.</param>
/// <param name="Merging">Whether two declarations of one name are made one.</param>
internal sealed record Refuses(string Message, string Without = "", bool Merging = true) : ToolSays;

/// <summary>Both link without a word, and this rule, as sesearch writes it, is in what was linked for the one of the two.</summary>
/// <param name="Bad">A beginning of the rule of the bad policy, and a permission after it; empty where there is none to look for.</param>
/// <param name="Good">The same of the good one.</param>
/// <param name="NotBad">What the bad policy does not have.</param>
/// <param name="NotGood">What the good one does not have.</param>
internal sealed record Allows(string Bad = "", string Good = "", string NotBad = "", string NotGood = "") : ToolSays;

/// <summary>Both link without a word; seinfo finds the type of the one in an attribute and that of the other not.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="BadIsIn">Whether it is the bad policy's.</param>
internal sealed record IsIn(string Attribute, bool BadIsIn) : ToolSays;

/// <summary>Both link without a word; matchpathcon finds these types.</summary>
/// <param name="BadPath">A path of the bad policy.</param>
/// <param name="BadType">Its type.</param>
/// <param name="GoodPath">A path of the good one.</param>
/// <param name="GoodType">Its type.</param>
internal sealed record Labels(string BadPath, string BadType, string GoodPath, string GoodType) : ToolSays;

/// <summary>What the devel Makefile says of the same as a module.</summary>
/// <param name="Bad">The module without its first line.</param>
/// <param name="Message">What it says.</param>
/// <param name="Good">The module that it takes without that.</param>
internal sealed record Makes(string Bad, string Message, string Good) : ToolSays;

/// <summary>No tool is asked.</summary>
/// <param name="Why">Why not.</param>
internal sealed record AsksNobody(string Why) : ToolSays;

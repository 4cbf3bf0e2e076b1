using System.Text.RegularExpressions;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// Attributes that no policy source declares: those that the module converter (<c>base_typeattr_12</c>, <c>cil_gen_require</c>), checkmodule (<c>@ttr0012</c>) and this
/// library (<c>greeter_typedpolicy_require</c>) make for sets and requirements. Their numbers and members follow from how a policy is written, not from what it grants.
/// </summary>
public static partial class GeneratedNames
{
    /// <summary>One of each kind.</summary>
    public const string Examples = "base_typeattr_12, cil_gen_require, @ttr0012, greeter_typedpolicy_require";

    /// <summary>Whether an attribute is one.</summary>
    public static bool Contains(string name) => name is "cil_gen_require" or "typedpolicy_require" || RequireRule.IsHelper(name) || Numbered().IsMatch(name);

    [GeneratedRegex("^(@[tr]tr[0-9]+|.*_(type|role)attr_[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}

namespace TypedPolicy.Model.Rules;

/// <summary>
/// Attributes that no policy source declares: those that the module converter (<c>base_typeattr_12</c>, <c>cil_gen_require</c>), checkmodule (<c>@ttr0012</c>) and this
/// library (<c>greeter_typedpolicy_require</c>) make for sets and requirements. Their numbers and members follow from how a policy is written, not from what it grants.
/// </summary>
public static class GeneratedNames
{
    /// <summary>One of each kind.</summary>
    public const string Examples = "base_typeattr_12, cil_gen_require, @ttr0012, greeter_typedpolicy_require";

    /// <summary>Whether an attribute is one.</summary>
    public static bool Contains(string name) => IsOfRequirements(name) || IsNumbered(name);

    /// <summary>Whether an attribute lists required names: what is in it has joined nothing.</summary>
    public static bool IsOfRequirements(string name) => IsShared(name) || RequireRule.IsHelper(name);

    /// <summary>Whether several modules declare an attribute on purpose.</summary>
    public static bool IsShared(string name) => name is "cil_gen_require" or "typedpolicy_require";

    private static bool IsNumbered(string name)
    {
        var end = name.Length;
        while (end > 0 && name[end - 1] is >= '0' and <= '9')
        {
            end--;
        }

        var stem = name.Substring(0, end);
        return end < name.Length
            && (stem is "@ttr" or "@rtr" || stem.EndsWith("_typeattr_", StringComparison.Ordinal) || stem.EndsWith("_roleattr_", StringComparison.Ordinal));
    }
}

namespace TypedPolicy.Model.Naming;

/// <summary>
/// Words that libsepol does not take for a name. Source: each keyword of CIL, given to secilc 3.4 as a name of each kind, declared and used in every statement that is
/// written here (libsepol: cil_verify_name, cil_verify_expr_syntax, cil_gen_node). <c>notself</c> and <c>other</c> are refused for types since libsepol 3.6.
/// </summary>
public static class ReservedWords
{
    // Where a set of names is an expression, a name may not be one of its operators. That includes all, eq, neq and range, which have no place in most sets.
    private static readonly HashSet<string> InSets = Words("and or not xor all eq neq range");
    private static readonly HashSet<string> OfTypes = Words("and or not xor all eq neq range self notself other");
    private static readonly HashSet<string> OfUsers = Words("and or not xor all");
    private static readonly HashSet<string> OfClasses = Words("unordered");

    /// <summary>Whether a word is reserved among the names of a kind; <see cref="EntityKind.None"/> stands for permissions.</summary>
    /// <param name="word">The word.</param>
    /// <param name="kind">What it would name.</param>
    public static bool Contains(string word, EntityKind kind) => kind switch
    {
        EntityKind.Type or EntityKind.TypeAttribute => OfTypes.Contains(word),
        EntityKind.Role or EntityKind.RoleAttribute or EntityKind.Boolean or EntityKind.Tunable or EntityKind.None => InSets.Contains(word),
        EntityKind.User => OfUsers.Contains(word),
        EntityKind.ObjectClass => OfClasses.Contains(word),
        _ => false,
    };

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}

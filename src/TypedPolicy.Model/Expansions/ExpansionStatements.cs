using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Expansions;

/// <summary>
/// The statements of an expansion, each as it is written; <see cref="ExpansionReader"/> reads them. They are CIL but for <c>require</c>, <c>if</c>, and the
/// optional without a name. <c>docs/expansions.md</c> has the grammar.
/// </summary>
public static class ExpansionStatements
{
    /// <summary>What must be declared elsewhere.</summary>
    public const string Require = "require";

    /// <summary>Statements that hold where all that they require is there.</summary>
    public const string Optional = "optional";

    /// <summary>Statements that hold under a condition.</summary>
    public const string If = "if";

    /// <summary>The branch of a condition that holds.</summary>
    public const string True = "true";

    /// <summary>The branch of a condition that does not hold.</summary>
    public const string False = "false";

    /// <summary>A statement of a keyword and what follows it: <c>(roletype role type)</c>.</summary>
    public static CilList Of(string keyword, params CilNode[] items) => With(keyword, items);

    /// <summary>A statement of a keyword and a list without parentheses: <c>(require (type a_t b_t))</c>.</summary>
    public static CilList With(string keyword, IEnumerable<CilNode> items) => new(EquatableArray.From(items.Prepend(keyword)));

    /// <summary>A list in parentheses.</summary>
    public static CilList List(IEnumerable<CilNode> items) => new(EquatableArray.From(items));

    /// <summary><c>(allow source target (class permissions))</c></summary>
    public static CilList Access(AccessKind kind, CilNode source, CilNode target, CilNode @class, CilNode permissions) =>
        Of(kind.Keyword(), source, target, new CilList(@class, permissions));

    /// <summary><c>(allowx source target (ioctl class requests))</c></summary>
    public static CilList Ioctl(AccessKind kind, CilNode source, CilNode target, CilNode operation, CilNode @class, CilNode requests) =>
        Of(kind.Keyword() + "x", source, target, new CilList(operation, @class, requests));

    /// <summary><c>(typetransition source target class "file name" result)</c></summary>
    public static CilList Type(TypeRuleKind kind, CilNode source, CilNode target, CilNode @class, CilNode? fileName, CilNode result) =>
        fileName is null ? Of(kind.Keyword(), source, target, @class, result) : Of(kind.Keyword(), source, target, @class, fileName, result);

    /// <summary><c>(typeattributeset attribute (member))</c>, and the like for roles.</summary>
    public static CilList Membership(bool isRole, CilNode attribute, CilNode member) => Of(isRole ? "roleattributeset" : "typeattributeset", attribute, new CilList(member));

    /// <summary><c>(if condition (true …) (false …))</c>; a branch without statements is left out.</summary>
    public static CilList Conditional(CilNode condition, IReadOnlyCollection<CilList> then, IReadOnlyCollection<CilList> otherwise)
    {
        var items = new List<CilNode> { condition };
        items.AddRange(then.Count > 0 ? [With(True, then)] : []);
        items.AddRange(otherwise.Count > 0 ? [With(False, otherwise)] : []);
        return With(If, items);
    }

    /// <summary>Whatever there is of a kind: <c>(all)</c>.</summary>
    public static CilList All { get; } = new("all");

    /// <summary>Whatever is not among some names: <c>(not (a b))</c>.</summary>
    public static CilList Not(IEnumerable<CilNode> names) => new("not", List(names));

    /// <summary>Names without others: <c>(and (a b) (not (c)))</c>.</summary>
    public static CilList Without(IEnumerable<CilNode> names, IEnumerable<CilNode> others) => new("and", List(names), Not(others));

    /// <summary>A level: <c>(s0 (c1 (range c3 c5)))</c>.</summary>
    public static CilList Level(CilNode sensitivity, IReadOnlyCollection<CilNode> categories) => categories.Count == 0 ? new(sensitivity) : new(sensitivity, List(categories));

    /// <summary>What lies between two ends: <c>(range c3 c5)</c>.</summary>
    public static CilList Range(CilNode low, CilNode high) => new("range", low, high);
}

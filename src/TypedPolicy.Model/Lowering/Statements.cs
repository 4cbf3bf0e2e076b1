using System.Globalization;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Lowering;

/// <summary>The CIL statements of one rule, as trees. Blocks and calls that are written out are the lowering's business.</summary>
internal static class Statements
{
    public static IEnumerable<CilNode> Of(Rule rule) => rule switch
    {
        AccessRule r => [List(r.Kind.Keyword(), Name(r.Source), Name(r.Target), Permissions(r.Permissions))],
        // The kernel logs a request only where ioctl itself is logged too, and then only those of the list.
        IoctlRule { Kind: AccessKind.AuditAllow } r => [List("auditallow", Name(r.Source), Name(r.Target), List(Name(r.Class), List("ioctl"))), Requests(r)],
        IoctlRule r => [Requests(r)],
        TypeRule { FileName: { } name } r => [List(r.Kind.Keyword(), Name(r.Source), Name(r.Target), Name(r.Class), name.IsParameter ? name.Text : new CilString(name.Text), Name(r.Result))],
        TypeRule r => [List(r.Kind.Keyword(), Name(r.Source), Name(r.Target), Name(r.Class), Name(r.Result))],
        DomainTransitionRule or EntrypointRule => DomainTransitions.Parts(rule).SelectMany(Of),
        RangeTransitionRule r => [List("rangetransition", Name(r.Source), Name(r.Target), Name(r.Class), Range(r.Range))],
        RoleTransitionRule r => [List("roletransition", Name(r.Source), Name(r.Target), Name(r.Class), Name(r.Result))],
        MembershipRule r => [List(r.Attribute.Kind == EntityKind.RoleAttribute ? "roleattributeset" : "typeattributeset", Name(r.Attribute), List(Name(r.Member)))],
        RoleTypeRule r => [List("roletype", Name(r.Role), Name(r.Type))],
        RoleAllowRule r => [List("roleallow", Name(r.Source), Name(r.Target))],
        BoundsRule r => [List(BoundsKeyword(r.Child.Kind), Name(r.Parent), Name(r.Child))],
        AliasRule r => [List("typealias", r.Name), List("typealiasactual", r.Name, Name(r.Type))],
        PermissiveRule r => [List("typepermissive", Name(r.Type))],
        InterfaceCall r => [List("call", r.Interface, new CilList(EquatableArray.From(r.Arguments.Select(Argument).Prepend(Name(r.Subject)))))],
        ConstraintRule r => [List(r.Mls ? "mlsconstrain" : "constrain", Permissions(r.Permissions), r.Expression)],
        ValidateTransitionRule r => [List(r.Mls ? "mlsvalidatetrans" : "validatetrans", Name(r.Class), r.Expression)],
        ClassDefaultRule { RangePart: { } part } r => [List(r.Keyword, Name(r.Class), r.From, part)],
        ClassDefaultRule r => [List(r.Keyword, Name(r.Class), r.From)],
        TypeSetRule r => [List("typeattribute", Name(r.Attribute)), List("typeattributeset", Name(r.Attribute), r.Expression)],
        RawRule r => [r.Statement],
        FileLabel r => [File(r)],
        PortLabel r => [List("portcon", r.Protocol, Span(r.Low, r.High), Context(r.Context))],
        NodeLabel r => [List("nodecon", List(r.Address), List(r.Mask), Context(r.Context))],
        NetifLabel r => [List("netifcon", r.Name, Context(r.Context), Context(r.PacketContext))],
        GenfsLabel { Kind: FileKind.Any } r => [List("genfscon", r.Filesystem, new CilString(r.Path), Context(r.Context))],
        GenfsLabel r => [List("genfscon", r.Filesystem, new CilString(r.Path), r.Kind.CilName(), Context(r.Context))],
        FsUseLabel r => [List("fsuse", r.Kind, r.Filesystem, Context(r.Context))],
        InfinibandPkeyLabel r => [List("ibpkeycon", r.SubnetPrefix, Span(r.Low, r.High), Context(r.Context))],
        InfinibandEndPortLabel r => [List("ibendportcon", r.Device, Number(r.Port), Context(r.Context))],
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no CIL of its own."),
    };

    /// <summary>The statement that fails to resolve where a name is missing, by the attributes of a module.</summary>
    public static CilNode Requirement(RequireRule rule, string module)
    {
        var nobody = RequireRule.Nobody(module);
        return rule.Name.Kind switch
        {
            EntityKind.ObjectClass => List("allow", nobody, nobody, List(rule.Name.Name, Symbols(rule.Permissions))),
            EntityKind.Boolean => List("booleanif", rule.Name.Name, List("true", List("allow", nobody, nobody, List("file", List("read"))))),
            _ => List(rule.IsRole ? "roleattributeset" : "typeattributeset", RequireRule.Attribute(module), List(Name(rule.Name))),
        };
    }

    public static CilNode File(FileLabel label) =>
        List("filecon", new CilString(label.Path.Text), label.Kind.CilName(), label.Context is null ? List() : Context(label.Context));

    public static CilNode Name(EntityRef entity) => entity.Name;

    public static CilNode Level(SecurityLevel level) =>
        level.Categories.IsEmpty
            ? List(level.SensitivityName)
            : List(level.SensitivityName, new CilList(EquatableArray.From(level.Categories.Select(Categories))));

    public static CilNode Range(SecurityRange range) => List(Level(range.Low), Level(range.High));

    public static CilNode Permissions(PermissionSet set) =>
        set.IsNamed ? Name(set.Class)
        : set.Excluded.Count > 0 ? List(Name(set.Class), List("not", Symbols(set.Excluded)))
        : List(Name(set.Class), Symbols(set.Names));

    public static CilList Symbols(IEnumerable<string> symbols) => new(EquatableArray.From(symbols.Select(s => (CilNode)s)));

    public static CilList List(params CilNode[] items) => new(items);

    private static CilNode Context(LabelContext context) =>
        List(Name(context.User), "object_r", Name(context.Type), Range(context.Range));

    private static CilNode Argument(CallArgument argument) =>
        argument.Entity is { } entity ? Name(entity)
        : argument.Text is { } word ? (word.IsParameter ? word.Text : new CilString(word.Text))
        : Permissions(argument.Permissions[0]);

    private static CilNode Categories(CategoryRange span) =>
        span.Low == span.High ? Category(span.Low) : List("range", Category(span.Low), Category(span.High));

    private static CilNode Category(int number) => "c" + number.ToString(CultureInfo.InvariantCulture);

    private static CilNode Requests(IoctlRule rule) =>
        List(rule.Kind.Keyword() + "x", Name(rule.Source), Name(rule.Target), List("ioctl", Name(rule.Class), Requests(rule.Requests)));

    private static CilNode Requests(IoctlRequests requests) =>
        new CilList(EquatableArray.From(requests.Ranges.Select(r => r.Low == r.High ? Hex(r.Low) : List("range", Hex(r.Low), Hex(r.High)))));

    private static CilNode Span(int low, int high) => low == high ? Number(low) : List(Number(low), Number(high));

    private static CilNode Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CilNode Hex(int number) => "0x" + number.ToString("x4", CultureInfo.InvariantCulture);

    private static string BoundsKeyword(EntityKind kind) => kind switch
    {
        EntityKind.Role or EntityKind.RoleAttribute => "rolebounds",
        EntityKind.User => "userbounds",
        _ => "typebounds",
    };
}

using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Tools;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Rules;

/// <summary>TP1003 reserves the words that secilc refuses as a name of each kind, and no other keyword of CIL.</summary>
[Trait("Needs", "toolchain")]
public sealed class ReservedWordTests : IDisposable
{
    // Operators, constants and operands of expressions, and keywords of each sort of statement.
    private static readonly string[] Words =
    [
        "all", "self", "notself", "other", "and", "or", "not", "xor", "eq", "neq", "dom", "domby", "incomp", "range", "true", "false", "unordered", "t1", "u2", "r3", "l1", "h2", "source", "target", "low", "high", "low-high",
        "ioctl", "allow", "type", "role", "user", "class", "boolean", "tunable", "macro", "call", "block", "in", "optional", "name", "string", "file", "any", "level", "reject", "deny", "object_r",
    ];

    // Each is declared, and used in every way that the vocabulary has for its kind.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["type"] = "[PolicyType(\"§\"), Role<SystemR>, Allow<Self>(FilePerms.Read), TypeTransition<X, X>(typeof(FilePerms), Name = \"n\"), FileContext<X>(\"/x\")] public class X; [TypeAttribute, Include<X>, Exclude<Etc>] public interface IA; [TypeAttribute, Exclude<X>] public interface IB; [Domain, Allow<IA>(FilePerms.Read), Allow<IB>(FilePerms.Read), Allow<X>(FilePerms.Read)] public class D;",
        ["alias"] = "[PolicyType, Alias(\"§\")] public class X; [External(\"§\")] public class Y; [Domain, Allow<Y>(FilePerms.Read)] public class D; [TypeAttribute, Include<Y>] public interface IA; [Domain, Allow<IA>(FilePerms.Read)] public class E;",
        ["attribute"] = "[TypeAttribute(\"§\")] public interface IX; [PolicyType] public class T : IX; [TypeAttribute, Include<IX>, Intersect<IX>] public interface IA; [Domain, Allow<IX>(FilePerms.Read), Allow<IA>(FilePerms.Read)] public class D;",
        ["role"] = "[Role(\"§\"), RoleAllow<SystemR>, MemberOf<IR>] public class X; [Role] public interface IR; [Domain, Role<X>] public class D; [User(typeof(X))] public class U;",
        ["roleattribute"] = "[Role(\"§\"), MemberOf<IY>] public interface IX; [Role] public interface IY; [Role, MemberOf<IX>] public class R; [Role, RoleAllow<IX>] public class S;",
        ["user"] = "[User(typeof(SystemR), Name = \"§\")] public class X; [FileType, FileContext(\"/x\", User = typeof(X))] public class F;",
        ["boolean"] = "[PolicyBoolean(\"§\")] public class X; [PolicyBoolean] public class Y; [Domain] public class D { [If<X>, Allow<Self>(FilePerms.Read)] static class A; [IfNot<X>, If<Y>, Allow<Self>(DirPerms.Read)] static class B; }",
        ["tunable"] = "[Tunable(\"§\")] public class X; [Tunable] public class Y; [Domain] public class D { [If<X>, Allow<Self>(FilePerms.Read)] static class A; [IfNot<X>, If<Y>, Allow<Self>(DirPerms.Read)] static class B; }",
        ["class"] = "[ObjectClass(\"§\")] public enum X { Walk = 1 } [Domain, Allow<Self>(X.Walk), Constrain(\"(eq u1 u2)\", X.Walk)] public class D; [ClassMap] public enum M { [ClassMapping(X.Walk)] Go } [Domain, Allow<Self>(M.Go)] public class E;",
        ["permission"] = "[ObjectClass(\"own\"), Flags] public enum X { [Permission(\"§\")] Walk = 1, Run = 2 } [Domain, Allow<Self>(X.Walk | X.Run), Constrain(\"(eq u1 u2)\", X.Walk)] public class D; [ClassPermission] public enum P { [ClassMapping(X.Walk)] Go } [Domain, Allow<Self>(P.Go)] public class E;",
        ["classmap"] = "[ClassMap(\"§\")] public enum M { [ClassMapping(FilePerms.Read)] Go } [Domain, Allow<Self>(M.Go)] public class E;",
        ["mappermission"] = "[ClassMap] public enum M { [ClassMapping(FilePerms.Read), Permission(\"§\")] Go, [ClassMapping(FilePerms.Write)] Run } [Domain, Allow<Self>(M.Go)] public class E;",
        ["interface"] = "[PolicyInterface(\"§\"), Allow<Etc>(FilePerms.Read)] public class XAttribute : PolicyInterfaceAttribute; [Domain, X] public class D;",
    };

    // libsepol 3.4 does not know them yet; the role is the base's own.
    private static readonly (string Kind, string Word)[] Newer = [("type", "notself"), ("type", "other"), ("alias", "notself"), ("alias", "other"), ("attribute", "notself"), ("attribute", "other")];

    private readonly SmallBase _base = new();

    public static TheoryData<string> OfKinds => new(Kinds.Keys);

    [Theory]
    [MemberData(nameof(OfKinds))]
    public void A_keyword_is_refused_where_secilc_refuses_it(string kind)
    {
        var refused = new List<string>();
        foreach (var word in Words.Append("zebra"))
        {
            var source = "using System;\nusing TypedPolicy;\nusing Base;\nnamespace Own;\n" + Kinds[kind].Replace("§", word, StringComparison.Ordinal);
            var compilation = Policy.Compile([LinkedCase.BaseNames, ("Own.cs", source)]);
            var isReserved = Direct.Of(compilation).Findings.Any(f => f.Rule == DiagnosticId.InvalidName);
            var run = _base.Link(("own.cil", Direct.InSpiteOfFindings(compilation, "debian12").Cil)).Run;
            var isTaken = run.Error.Contains("declaration", StringComparison.Ordinal);
            Assert.True(isTaken || Newer.Contains((kind, word)) || isReserved == (run.ExitCode != 0), $"{kind} {word}: TP1003 {(isReserved ? "refuses" : "accepts")} it, and secilc says: {run.Error}");
            if (isReserved)
            {
                refused.Add(word);
            }
        }

        Assert.DoesNotContain("zebra", refused);
        Assert.Equal(Documented(kind), refused.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Include")]
    [InlineData("Intersect")]
    [InlineData("Exclude")]
    public void Five_thousand_types_are_one_set_of_an_attribute(string word)
    {
        var types = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"[PolicyType] public class T{i};\n"));
        var set = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"{word}<T{i}>"));
        var policy = Policy.Brief($"{types}[TypeAttribute, {set}] public interface ISet; [Domain, Allow<ISet>(FilePerms.Read)] public class D;").IsGood();
        Assert.Equal(0, _base.Link(("own.cil", policy.CilFor("debian12"))).Run.ExitCode);
    }

    public void Dispose() => _base.Dispose();

    /// <summary>The words that the page of the rule lists for a kind.</summary>
    private static IEnumerable<string> Documented(string kind)
    {
        var row = File.ReadLines(Path.Combine(Repository.Root, "docs/rules/TP1003.md")).FirstOrDefault(l => l.StartsWith('|') && l.Split('|')[1].Split(',').Any(k => k.Trim() == (kind switch
        {
            "type" => "types",
            "alias" => "aliases",
            "attribute" => "attributes",
            "role" => "roles",
            "roleattribute" => "role attributes",
            "user" => "users",
            "boolean" => "booleans",
            "tunable" => "tunables",
            "class" => "object classes",
            "permission" or "mappermission" => "permissions",
            _ => "",
        })));
        return row is null ? [] : row.Split('|')[2].Split(['`', ' '], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }
}

namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <summary>Policy as C#, and what the linked policy gains by it.</summary>
/// <param name="Name">What the case shows; also its namespace in C#.</param>
/// <param name="Source">The C#.</param>
/// <param name="Gains">
/// The facts, a line each; <c>allow a b class p q</c> stands for one fact a permission, and <c>+domain x_t</c> for what declaring
/// a type of a kind does.
/// </param>
/// <param name="Assembly">Attributes of the assembly.</param>
public sealed record LinkedCase(string Name, string Source, string Gains, string Assembly = "")
{
    private const string EveryBaseType =
        """
        using TypedPolicy;
        namespace Base;
        [External("init_t")] public sealed class Init : IDomain;
        [External("initrc_t")] public sealed class Initrc : IDomain;
        [External("bin_t")] public sealed class Bin;
        [External("etc_t")] public sealed class Etc;
        [External("var_t")] public sealed class Var;
        [External("device_t")] public sealed class Device;
        [External("guarded_t")] public sealed class Guarded;
        [External("base_group")] public interface IBaseGroup;
        [External("base_enabled"), PolicyBoolean] public sealed class BaseEnabled;
        [External("base_disabled"), PolicyBoolean] public sealed class BaseDisabled;
        [External("unconfined_r"), Role] public sealed class UnconfinedR;
        """;

    /// <summary>The names of the base in C#.</summary>
    public static (string Path, string Source) BaseNames => ("Base.cs", EveryBaseType);

    /// <summary>The case as a file of a compilation.</summary>
    public (string Path, string Source) File => ($"{Name}.cs", $"using TypedPolicy;\nusing Base;\n{Assembly}\nnamespace Cases.{Name};\n{Source}");

    /// <summary>The facts, one by one.</summary>
    public IEnumerable<string> Facts => Gains.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand);

    public override string ToString() => Name;

    private static IEnumerable<string> Expand(string line)
    {
        var (text, condition) = line.Split(" if ") is [var before, var after] ? (before, " if " + after) : (line, "");
        return text.Split(' ') switch
        {
            ["+member", var type, .. var attributes] => attributes.Select(a => Member(type, a)),
            [['+', .. var kind], .. var types] => types.SelectMany(t => Declare(kind, t)),
            [("allow" or "auditallow" or "dontaudit") and var rule, var source, var target, var @class, .. var permissions] =>
                permissions.Select(p => $"{rule} {source} {target} {@class} {p}{condition}"),
            _ => [line],
        };
    }

    private static IEnumerable<string> Declare(string kind, string type) =>
    [
        $"type {type}",
        $"roletype object_r {type}",
        .. AttributesOf(kind).Select(a => Member(type, a)),
    ];

    private static string[] AttributesOf(string kind) => kind switch
    {
        "type" => [],
        "file" => ["file_type", "non_auth_file_type", "non_security_file_type"],
        "exec" => ["entry_type", "exec_type", "file_type", "non_auth_file_type", "non_security_file_type"],
        "domain" => ["domain"],
        "port" or "node" or "netif" => [kind + "_type"],
        "filesystem" => ["filesystem_type"],
        _ => throw new ArgumentException($"'{kind}' is no kind of type."),
    };

    private static string Member(string type, string attribute) => $"allow {attribute}_marker {type} fd use";
}

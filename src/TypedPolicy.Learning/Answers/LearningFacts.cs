using Microsoft.CodeAnalysis;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Answers;

/// <summary>What answers are made from.</summary>
/// <param name="Index">The interfaces of the base; empty where its headers are not at hand.</param>
/// <param name="Policy">The project's policy, linked with its base.</param>
/// <param name="PolicyName">What it is called.</param>
/// <param name="Labels">The labels of paths.</param>
/// <param name="OwnTypes">The types that the project declares, and whether each is a domain.</param>
/// <param name="PortType">The type that the project gives to a port, by the class of the socket; null if it gives none.</param>
/// <param name="HasBinding">Whether C# of the project can write an interface: by its C# name and the number of its type arguments.</param>
/// <param name="Accepted">Permissions that are written although they are dangerous.</param>
internal sealed record LearningFacts(
    FinderIndex Index,
    KernelPolicy Policy,
    string PolicyName,
    FileContexts Labels,
    IReadOnlyDictionary<string, bool> OwnTypes,
    Func<string, int, string?> PortType,
    Func<string, int, bool> HasBinding,
    IReadOnlySet<string> Accepted)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["file"] = "--", ["dir"] = "-d", ["symlink"] = "-l", ["char"] = "-c", ["block"] = "-b", ["socket"] = "-s", ["pipe"] = "-p" };

    /// <summary>What is known of the base where the policy was linked without one; null where it was linked with one.</summary>
    private BaseIndex? KnownBase { get; init; }


    /// <summary>The facts of a project.</summary>
    /// <param name="compiled">Its C#.</param>
    /// <param name="policy">Its policy, linked with its base.</param>
    /// <param name="policyName">What that is called.</param>
    /// <param name="labels">The file contexts that the linker wrote.</param>
    /// <param name="isWithoutBase">Whether it was linked with the embedded base, which has no types of its own.</param>
    /// <param name="index">The interfaces of the base.</param>
    /// <param name="accepted">Permissions that are written although they are dangerous.</param>
    public static LearningFacts Of(CompiledPolicy compiled, KernelPolicy policy, string policyName, string labels, bool isWithoutBase, FinderIndex index, IReadOnlySet<string> accepted) => new(
        index,
        policy,
        policyName,
        FileContexts.ReadLinked(isWithoutBase ? $"{Lines(SmallBase.Of(compiled.Sources.Target))}{labels}" : labels, compiled.Sources.Target.Equivalences),
        compiled.Symbols.Where(s => s.IsDeclaration && SymbolEqualityComparer.Default.Equals(s.Symbol.OriginalDefinition.ContainingAssembly, compiled.Compilation.Assembly))
            .GroupBy(s => s.Entity.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Any(s => s.IsDomain), StringComparer.Ordinal),
        compiled.PortType,
        (name, arity) => compiled.Binding(name, arity) is not null,
        accepted)
    {
        KnownBase = isWithoutBase ? SmallBase.Of(compiled.Sources.Target) : null,
    };

    /// <summary>Whether there is a type of a name: in the linked policy, or in what is known of its base.</summary>
    public bool HasType(string type) => Policy.HasType(type)
        || (KnownBase is { } known && (Index.CSharpOf(type) is not null || known.Names.Concat(SmallBase.Index.Names).Any(n => n.Kind == EntityKind.Type && n.Name == type)));

    /// <summary>Whether the policy has a class with some permissions.</summary>
    public bool Has(string @class, IEnumerable<string> permissions) => Policy.Classes.Contains(@class) && !permissions.Except(Policy.PermissionsOf(@class)).Any();

    /// <summary>Whether the project declares a domain.</summary>
    public bool IsOwnDomain(string type) => OwnTypes.GetValueOrDefault(type);

    /// <summary>Whether rules let a type do all of something; false for names that the policy does not have.</summary>
    public bool Allows(string source, string target, string @class, IEnumerable<string> permissions) =>
        Policy.HasType(source) && Policy.HasType(target) && Policy.Classes.Contains(@class) && Policy.AllowedPermissions(source, target, @class) is var allowed && permissions.All(allowed.Contains);

    /// <summary>The type of what a domain makes in a directory; null for names that nobody knows.</summary>
    public string? NewType(string source, string directory, string @class, string? name) =>
        Policy.HasType(source) && Policy.HasType(directory) && Policy.Classes.Contains(@class) ? Policy.NewType(source, directory, @class, name) : HasType(source) && HasType(directory) ? directory : null;

    /// <summary>The type of a path by the file contexts; null if it has none, or one that means nothing.</summary>
    public string? LabelOf(string path, FileKind kind) => Labels.TypeOf(path, kind) is { } type && type != "default_t" && HasType(type) ? type : null;

    /// <summary>The kind of the files of a class; null for a class of other things.</summary>
    public static FileKind? KindOf(string @class) => @class switch
    {
        "file" => FileKind.File,
        "dir" => FileKind.Directory,
        "lnk_file" => FileKind.SymbolicLink,
        "chr_file" => FileKind.CharacterDevice,
        "blk_file" => FileKind.BlockDevice,
        "sock_file" => FileKind.Socket,
        "fifo_file" => FileKind.Pipe,
        _ => null,
    };

    private static string Lines(BaseIndex known) => string.Concat(known.Labels.Where(l => l.Type.Length > 0).Select(l => $"{l.Path}\t{Kinds.GetValueOrDefault(l.Kind, "")}\t{l.Context}\n"));
}

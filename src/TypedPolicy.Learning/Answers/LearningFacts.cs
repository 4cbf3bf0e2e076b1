using TypedPolicy.Model.Paths;
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
    /// <summary>Whether the project declares a domain.</summary>
    public bool IsOwnDomain(string type) => OwnTypes.GetValueOrDefault(type);

    /// <summary>Whether rules let a type do all of something; false for names that the policy does not have.</summary>
    public bool Allows(string source, string target, string @class, IEnumerable<string> permissions) =>
        Policy.HasType(source) && Policy.HasType(target) && Policy.Classes.Contains(@class) && Policy.AllowedPermissions(source, target, @class) is var allowed && permissions.All(allowed.Contains);

    /// <summary>The type of what a domain makes in a directory; null for names that the policy does not have.</summary>
    public string? NewType(string source, string directory, string @class, string? name) =>
        Policy.HasType(source) && Policy.HasType(directory) && Policy.Classes.Contains(@class) ? Policy.NewType(source, directory, @class, name) : null;

    /// <summary>The type of a path by the file contexts; null if it has none, or one that means nothing.</summary>
    public string? LabelOf(string path, FileKind kind) => Labels.TypeOf(path, kind) is { } type && type != "default_t" && Policy.HasType(type) ? type : null;

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
}

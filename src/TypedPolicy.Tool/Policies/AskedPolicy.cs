using System.Text;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Tool.Policies;

/// <summary>A policy that can be asked: linked, and read by managed code.</summary>
internal sealed class AskedPolicy
{
    private readonly string? _labels;
    private readonly Lazy<FileContexts> _fileContexts;

    private AskedPolicy(KernelPolicy policy, string? labels, Target target, IEnumerable<KeyValuePair<string, bool>> booleans)
    {
        Kernel = policy;
        Target = target;
        Booleans = policy.Defaults.With(booleans);
        _labels = labels;
        _fileContexts = new(() => FileContexts.ReadLinked(_labels ?? throw new SepolException("A kernel policy has no file contexts: name the policy files that it was linked from."), Target.Equivalences));
    }

    /// <summary>The linked policy.</summary>
    public KernelPolicy Kernel { get; }

    /// <summary>The target whose paths are meant.</summary>
    public Target Target { get; }

    /// <summary>What the booleans are taken to be.</summary>
    public BooleanStates Booleans { get; }

    /// <summary>Whether it has labels of paths: a kernel policy has none.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>The labels of paths.</summary>
    public FileContexts Labels => _fileContexts.Value;

    /// <summary>Links files with a base; a kernel policy alone is read as it is.</summary>
    /// <exception cref="SepolException">A file cannot be read, or the policy does not link.</exception>
    public static AskedPolicy Of(IReadOnlyList<string> paths, PolicyBase policyBase, Target target, IEnumerable<KeyValuePair<string, bool>> booleans)
    {
        if (policyBase.IsEmbedded && paths is [var file] && File.Exists(file) && PolicySource.FromFile(file) is { Kind: PolicySourceKind.Kernel } kernel)
        {
            return new(KernelPolicy.Read(kernel.Content.Span), null, target, booleans);
        }

        var (policy, labels) = LinkedPolicies.Get(paths, policyBase);
        return new(KernelPolicy.Read(policy), Encoding.UTF8.GetString(labels), target, booleans);
    }

    /// <summary>A type by its name; a path, which begins with a slash, stands for the type of its label.</summary>
    /// <exception cref="SepolException">The policy has no such type, or no label for the path.</exception>
    public string TypeOf(string nameOrPath)
    {
        if (!nameOrPath.StartsWith('/'))
        {
            return nameOrPath;
        }

        return Labels.TypeOf(nameOrPath, Model.Paths.FileKind.File) ?? throw new SepolException($"No label of the policy is for '{nameOrPath}'.");
    }
}

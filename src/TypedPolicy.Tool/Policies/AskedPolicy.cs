using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Policies;

/// <summary>A policy that can be asked: linked, and read by managed code.</summary>
internal sealed class AskedPolicy
{
    // As many as a person reads.
    private const int MaxSources = 3;

    private readonly string? _labels;
    private readonly Lazy<FileContexts> _fileContexts;
    private readonly Lazy<IReadOnlyList<PolicySource>> _modules;
    private readonly Lazy<RuleOrigins> _origins;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _csharpNames;
    private readonly PolicyBase _base;

    private AskedPolicy(KernelPolicy policy, byte[] binary, string? labels, IReadOnlyList<string> modules, PolicyBase policyBase, Target target, IEnumerable<KeyValuePair<string, bool>> booleans)
    {
        _base = policyBase;
        _modules = new(() => PolicyBase.From(modules).Read());
        _origins = new(() => new(_modules.Value));
        _csharpNames = new(() => CSharpNames.Of(_modules.Value));
        Kernel = policy;
        Binary = binary;
        Target = target;
        Booleans = policy.Defaults.With(booleans);
        _labels = labels;
        _fileContexts = new(() => FileContexts.ReadLinked(_labels ?? throw new SepolException("A kernel policy has no file contexts: name the policy files that it was linked from."), Target.Equivalences));
    }

    /// <summary>The linked policy.</summary>
    public KernelPolicy Kernel { get; }

    /// <summary>The same as a kernel loads it.</summary>
    public byte[] Binary { get; }

    /// <summary>The target whose paths are meant.</summary>
    public Target Target { get; }

    /// <summary>What the booleans are taken to be.</summary>
    public BooleanStates Booleans { get; }

    /// <summary>The build that it is from; null if the command line names files.</summary>
    public BuiltPolicy? Build { get; init; }

    /// <summary>The JSON of the build; null if the command line names files.</summary>
    public object? BuildAnswer => Build is null ? null : new
    {
        Build.Record.Project,
        Build.Record.Configuration,
        Build.Record.Framework,
        target = Build.Target.Name,
        Build.Record.Policy,
        Build.Record.Started,
        bases = _base.Paths,
        Build.NewerSources,
    };

    /// <summary>Whether it has labels of paths: a kernel policy has none.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>The files that are asked about, without the base; none for a kernel policy.</summary>
    public IReadOnlyList<PolicySource> Modules => _modules.Value;

    /// <summary>What was named: files, or folders of them.</summary>
    public IReadOnlyList<string> Paths { get; private init; } = [];

    /// <summary>What they are linked with.</summary>
    public PolicyBase Base => _base;

    /// <summary>The labels of paths.</summary>
    public FileContexts Labels => _fileContexts.Value;

    /// <summary>Links files with a base; a kernel policy alone is read as it is.</summary>
    /// <exception cref="SepolException">A file cannot be read, or the policy does not link.</exception>
    public static AskedPolicy Of(IReadOnlyList<string> paths, PolicyBase policyBase, Target target, IEnumerable<KeyValuePair<string, bool>> booleans, BuiltPolicy? build = null)
    {
        if (policyBase.IsEmbedded && paths is [var file] && File.Exists(file) && PolicySource.FromFile(file) is { Kind: PolicySourceKind.Kernel } kernel)
        {
            return new(KernelPolicy.Read(kernel.Content.Span), kernel.Content.ToArray(), null, [], policyBase, target, booleans) { Paths = paths };
        }

        var (policy, labels) = LinkedPolicies.Get(paths, policyBase);
        return new(KernelPolicy.Read(policy), policy, Encoding.UTF8.GetString(labels), paths, policyBase, target, booleans) { Build = build, Paths = paths };
    }

    /// <summary>A rule, and the C# lines that it comes from, where the policy's line marks name any.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="permission">The permission that is asked about; any of the rule's if not given.</param>
    public (string Rule, IReadOnlyList<SourceMark> Sources) Show(PolicyRule rule, string? permission = null) => (
        rule.ToString(),
        rule.Kind == "type_transition" ? SourcesOfTransition(rule.Source, rule.Target, rule.Class, rule.Result)
        : rule.Permissions.IsEmpty ? []
        : _origins.Value.Of(rule, permission is not null && rule.Permissions.Contains(permission) ? permission : rule.Permissions[0], Kernel));

    /// <summary>The same as one line.</summary>
    public string Line(PolicyRule rule, string? permission = null) => Line(Show(rule, permission));

    /// <summary>A rule with its lines as text.</summary>
    public static string Line((string Rule, IReadOnlyList<SourceMark> Sources) shown) =>
        shown.Sources.Count == 0 ? shown.Rule : $"{shown.Rule} — {Text(shown.Sources)}";

    /// <summary>Some lines as text; empty if there are none.</summary>
    public static string Text(IReadOnlyList<SourceMark> sources) => string.Join(", ", sources.Take(MaxSources));

    /// <summary>The C# lines that the type of something new comes from.</summary>
    public IReadOnlyList<SourceMark> SourcesOfTransition(string source, string target, string @class, string result, string? name = null) => _origins.Value.OfTransition(Kernel, source, target, @class, result, name);

    /// <summary>
    /// The directories above a path, and whether they let a source through. None for a source of another module where the embedded base is linked with, which knows nothing of what
    /// it may do.
    /// </summary>
    public ImmutableArray<PathStep> WalkTo(string path, string source, string? root) =>
        _base.IsEmbedded && !new DeclaredNames(_modules.Value).Has(FileContext.TypeOf(source) ?? source)
            ? []
            : [.. PathWalk.To(Kernel, Labels, source, path, Booleans, root ?? "/").Select(s => s with { CSharpType = s.IsStop ? _csharpNames.Value.GetValueOrDefault(s.Type!) : null })];

    /// <summary>A type by its name; a path, which begins with a slash, stands for the type of its label.</summary>
    /// <param name="nameOrPath">A type, a context, or a path.</param>
    /// <param name="class">The object class that is meant, which tells what kind of file a path is.</param>
    /// <exception cref="SepolException">The policy has no label for the path.</exception>
    public string TypeOf(string nameOrPath, string @class = "file") =>
        nameOrPath.StartsWith('/') ? LabelOf(nameOrPath, @class).Type! : nameOrPath;

    /// <summary>The label of a path.</summary>
    /// <exception cref="SepolException">The policy has none.</exception>
    public FileContext LabelOf(string path, string @class) =>
        Labels.Find(path, FileKindOf.Class(@class)) is { Type: not null } label ? label : throw new SepolException($"No file context of the policy matches '{path}'.");
}

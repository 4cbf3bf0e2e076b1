using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TypedPolicy.Files;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Bases;

/// <summary>What a policy is linked with: the policy of a system, or the embedded base.</summary>
public sealed class PolicyBase
{
    /// <summary>Where Debian's package selinux-policy-default has its modules.</summary>
    public const string DebianModules = "/usr/share/selinux/default";

    private readonly ImmutableHashSet<string> _replaced;

    private PolicyBase(ImmutableArray<string> paths, ImmutableHashSet<string>? replaced = null) =>
        (Paths, _replaced) = (paths, replaced ?? ImmutableHashSet<string>.Empty);

    /// <summary>
    /// The base of this library. Names that a policy uses and nobody declares are declared with nothing known about them, so it finds what a policy
    /// contradicts in itself, and not what a distribution has against it.
    /// </summary>
    public static PolicyBase Embedded { get; } = new([]);

    /// <summary>Debian's policy, from its package selinux-policy-default.</summary>
    public static PolicyBase Debian { get; } = new([DebianModules]);

    /// <summary>Whether it is the base of this library.</summary>
    public bool IsEmbedded => Paths.IsEmpty;

    /// <summary>The files and folders that it is read from.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>A base of files (.cil, .pp, .pp.bz2), folders of them, or policy stores such as <c>/var/lib/selinux/targeted</c> (default: the embedded one).</summary>
    public static PolicyBase From(IEnumerable<string> paths) => new([.. paths]);

    /// <summary>The base without modules of these names: a module takes the place of one of its name, as with <c>semodule -i</c>.</summary>
    public PolicyBase Replacing(IEnumerable<string> modules) => new(Paths, [.. _replaced, .. modules]);

    /// <summary>Everything to link: the base, then the modules.</summary>
    /// <exception cref="SepolException">A path has no policy, or a file is not a policy.</exception>
    public IReadOnlyList<PolicySource> With(IReadOnlyList<PolicySource> modules) => IsEmbedded ? EmbeddedBase.With(modules) : [.. Read(modules), .. modules];

    /// <summary>The files of the base and what messages call them; none for the embedded one.</summary>
    /// <exception cref="SepolException">A path has no policy.</exception>
    public IEnumerable<(string Name, string Path)> Files => Paths.SelectMany(PolicyFolder.Files).Where(f => !_replaced.Contains(ModuleName(f.Name)));

    /// <summary>The name of the module in a file, which is that of the file.</summary>
    public static string ModuleName(string path)
    {
        var name = Path.GetFileName(path);
        return new[] { ".pp.bz2", ".pp", ".cil" }.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;
    }

    /// <summary>The content of the files.</summary>
    /// <param name="others">What is linked with them: all have one limit of size.</param>
    /// <exception cref="SepolException">A path has no policy, a file is not a policy, or they are too large together.</exception>
    public IReadOnlyList<PolicySource> Read(IReadOnlyList<PolicySource>? others = null)
    {
        var files = Files.ToList();
        return [.. PolicySource.FromFiles(files, PolicySource.MaxBytes - (others ?? []).Sum(o => (long)o.Content.Length)).Select((source, i) => Checked(files[i].Path, source))];
    }

    /// <summary>Adds the files to a hash: what messages call them, and what is in them.</summary>
    /// <exception cref="SepolException">A path has no policy, or the files are too large.</exception>
    public void AddTo(IncrementalHash hash)
    {
        var left = PolicySource.MaxBytes;
        foreach (var (name, path) in Files)
        {
            using var file = RegularFile.OpenRead(path, PolicySource.MaxBytes);
            left -= file.Length;
            PolicySource.CheckLeft(left, name);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length} {name} {file.Length}\n"));
            var part = new byte[1 << 16];
            for (var read = file.Read(part); read > 0; read = file.Read(part))
            {
                hash.AppendData(part, 0, read);
            }
        }
    }

    // Whatever is nothing else is taken for CIL, and a file of no bytes is CIL that declares nothing.
    private static PolicySource Checked(string path, PolicySource source)
    {
        if (source.Kind == PolicySourceKind.Cil)
        {
            if (Array.Exists(Packages, p => path.EndsWith(p, StringComparison.Ordinal)))
            {
                throw new SepolException($"'{path}' is not a policy package: it {(source.Content.IsEmpty ? "is empty" : "does not begin as one")}. Build it again with semodule_package.");
            }

            if (source.Content.Span.Contains((byte)0))
            {
                throw new SepolException($"'{path}' is neither CIL, which is text, nor a policy package or kernel policy.");
            }
        }

        return source;
    }

    private static readonly string[] Packages = [".pp", ".pp.bz2"];

    /// <summary>The paths, or that it is the embedded one.</summary>
    public override string ToString() => IsEmbedded ? EmbeddedBase.Name : string.Join(", ", Paths);
}

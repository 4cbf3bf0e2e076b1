using System.Text;
using ContainerTypes.Policy;
using Gravitational.Policy;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Testing;

namespace TypedPolicy.Bench.Sepol;

/// <summary>Debian's policy with that of Gravity, as files that every program reads: its CIL, what it links to, and the questions.</summary>
internal sealed class QuestionFiles : IDisposable
{
    private const string Equivalences = "/etc/selinux/default/contexts/files/file_contexts.subs_dist";

    public QuestionFiles()
    {
        Folder = Directory.CreateTempSubdirectory("typedpolicy-bench-").FullName;
        var gravity = PolicyUnderTest.OfAssemblies([typeof(ContainerT).Assembly, typeof(Gravity).Assembly], target: "debian12").Modules;
        Sources = [.. PolicyBase.Debian.With(gravity).Select(Cil)];
        foreach (var source in Sources)
        {
            File.WriteAllBytes(At(source.Name), source.Content.ToArray());
        }

        var result = PolicyLinker.Link(Sources);
        var policy = result.Policy ?? throw new InvalidOperationException(string.Join('\n', result.Causes));
        File.WriteAllBytes(Policy, policy);
        File.WriteAllText(FileContexts, result.FileContexts);
        if (File.Exists(Equivalences))
        {
            File.Copy(Equivalences, FileContexts + ".subs_dist");
        }

        var kernel = KernelPolicy.Read(policy);
        File.WriteAllText(Map, PermissionMap.Default.ToSetools(kernel));
        Lines = Sepol.Questions.Make(kernel, TypedPolicy.Sepol.Labels.FileContexts.FromFile(FileContexts));
        File.WriteAllLines(Questions, Lines);
    }

    /// <summary>Whether the machine has Debian's policy.</summary>
    public static bool CanBeMade => Directory.Exists(PolicyBase.DebianModules) && PolicyLinker.IsAvailable;

    public string Folder { get; }

    /// <summary>Each module as CIL.</summary>
    public IReadOnlyList<PolicySource> Sources { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Policy => At("policy.33");

    public string FileContexts => At("file_contexts");

    public string Map => At("map");

    public string Questions => At("questions");

    public string At(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static PolicySource Cil(PolicySource source, int index) =>
        new($"{index:000}-{Path.GetFileName(source.Name).Split('.')[0]}.cil", PolicyLinker.ToCil(source));
}

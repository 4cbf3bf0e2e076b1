using TypedPolicy.Model.Naming;
using TypedPolicy.Testing.Kernel;

namespace TypedPolicy.Kernel.Tests.Broken;

/// <summary>A service that does not do its job.</summary>
/// <param name="What">What is wrong with it; also the name of its file and its classes.</param>
/// <param name="Source">The C#: <c>@</c> is the class of the service, <c>%</c> its name in the policy. The line that ends in <c>//!</c> is the one to change.</param>
/// <param name="Job">Has processes do its job, and asserts that they can. Is given the name.</param>
public sealed record BrokenCase(string What, string Source, Action<KernelUnderTest, string> Job)
{
    private const string Header =
        """
        using TypedPolicy;
        using Broken.Base;
        namespace Broken;

        """;

    private const string Externals =
        """
        using TypedPolicy;
        namespace Broken.Base;
        [External("init_t")] public sealed class InitT;
        [External("bin_t")] public sealed class Bin;
        [External("node_t")] public sealed class AnyAddress;
        [External("var_t")] public sealed class Var;
        [External("root_t")] public sealed class RootDirectory;
        [External("mcs_constrained_type")] public interface IConstrained;
        """;

    /// <summary>The names of the base that cases use, as a file of a compilation.</summary>
    public static (string Path, string Source) Base => ("Base.cs", Externals);

    /// <summary>The name of the service.</summary>
    public string Name => NameOf.Words(What);

    /// <summary>The case as a file of a compilation.</summary>
    public (string Path, string Source) File => ($"{What}.cs", Header + Source.Replace("@", What, StringComparison.Ordinal).Replace("%", Name, StringComparison.Ordinal));

    /// <summary>The place to change, as messages name it.</summary>
    public string Place => $"{What}.cs:{Array.FindIndex(File.Source.Split('\n'), l => l.EndsWith("//!", StringComparison.Ordinal)) + 1}";

    public override string ToString() => What;
}

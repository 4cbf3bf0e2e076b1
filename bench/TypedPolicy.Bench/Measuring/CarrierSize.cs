using Microsoft.CodeAnalysis;
using TypedPolicy.Bench.Synthetic;

namespace TypedPolicy.Bench.Measuring;

/// <summary>The size of the assembly that carries a policy.</summary>
internal static class CarrierSize
{
    /// <summary>The bytes of the compiled assembly, with the generator's part and without.</summary>
    public static (byte[] With, byte[] Without) Of(SyntheticCompilation policy)
    {
        var compilation = policy.Fresh();
        SyntheticCompilation.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return (Emit(updated), Emit(policy.Fresh()));
    }

    private static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success ? stream.ToArray() : throw new InvalidOperationException("The synthetic policy does not compile: " + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
    }
}

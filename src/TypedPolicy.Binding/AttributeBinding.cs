using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding;

/// <summary>
/// Binds the attributes of a compilation on all cores, ahead of the reading. The compiler binds the attributes of a class when they are
/// first asked for, which is two thirds of what reading a policy takes; the reading itself goes in order and finds them bound.
/// </summary>
public static class AttributeBinding
{
    /// <summary>Binds the attributes of every type, unless the compilation is to stay on one core.</summary>
    public static void BindAll(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.Options.ConcurrentBuild)
        {
            Parallel.ForEach(
                PolicyBinder.Types(compilation.Assembly.GlobalNamespace),
                new ParallelOptions { CancellationToken = cancellation },
                Bind);
        }
    }

    private static void Bind(INamedTypeSymbol type)
    {
        type.GetAttributes();
        foreach (var nested in type.GetTypeMembers())
        {
            Bind(nested);
        }
    }
}

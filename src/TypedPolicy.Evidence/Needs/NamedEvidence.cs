using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Needs;

/// <summary>Paths and ports that a person names.</summary>
/// <param name="Paths">Files and directories of the service, each with what it writes or reads there.</param>
/// <param name="Ports">Where it listens: protocol, number.</param>
internal sealed record NamedEvidence(IReadOnlyList<string> Paths, IReadOnlyList<(string Protocol, int Number)> Ports)
{
    /// <summary>None.</summary>
    public static NamedEvidence None { get; } = new([], []);

    /// <summary>Adds them. A tree is written with a slash at its end.</summary>
    public void AddTo(ServiceNeeds needs)
    {
        foreach (var path in Paths)
        {
            var plain = ContainerNeeds.Plain(path.TrimEnd('/'));
            needs.Own(plain.StartsWith("/etc/", StringComparison.Ordinal) ? FileUse.Conf : DirectoryReader.UseOf(plain), plain, isTree: path.EndsWith('/'), new(path, "--path", 0));
        }

        // What listens is known before what the program shows is judged.
        foreach (var (protocol, number) in Ports)
        {
            PortReader.Listen(protocol, number, new($"{protocol}/{number}", "--port", 0), needs);
        }
    }
}

using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>The network, and Unix sockets.</content>
public sealed partial class DomainUnderTest
{
    private const int NobodyListens = 111;

    /// <summary>Binds a socket to a port.</summary>
    public KernelAnswer Bind(Protocol protocol, int port) => Ask($"bind {Word(protocol)} {port}", [], null, Step.Bind(Word(protocol), port));

    /// <summary>Connects to a port. That nobody listens there is not a denial.</summary>
    public KernelAnswer Connect(Protocol protocol, int port) => Ask($"connect {Word(protocol)} {port}", [NobodyListens], null, Step.Connect(Word(protocol), port));

    /// <summary>Sends a datagram to a port of this machine.</summary>
    public KernelAnswer SendTo(Protocol protocol, int port) => Ask($"send {Word(protocol)} {port}", [NobodyListens], null, Step.SendTo(Word(protocol), "127.0.0.1", port));

    /// <summary>Creates a socket by its numbers, such as a raw one: <c>Socket(2, 3, 1)</c>.</summary>
    public KernelAnswer Socket(int family, int type, int protocol) => Do(Step.Socket(family, type, protocol));

    /// <summary>Opens a netlink socket; 9 is that of audit, 0 that of routes.</summary>
    public KernelAnswer Netlink(int protocol) => Do(Step.Socket(16, 3, protocol));

    /// <summary>Listens at a port until the process is disposed of.</summary>
    /// <exception cref="PolicyAssertionException">It cannot: the message explains why.</exception>
    public ProcessUnderTest Serve(Protocol protocol, int port) => Start(Step.Serve(Word(protocol), port));

    /// <summary>Listens at a Unix socket until the process is disposed of.</summary>
    /// <exception cref="PolicyAssertionException">It cannot: the message explains why.</exception>
    public ProcessUnderTest Listen(string path) => StartAt(path, Step.Listen(path));

    /// <summary>Takes datagrams at a Unix socket until the process is disposed of.</summary>
    /// <exception cref="PolicyAssertionException">It cannot: the message explains why.</exception>
    public ProcessUnderTest Receive(string path) => StartAt(path, Step.Receive(path));

    /// <summary>Connects to a Unix socket that a process listens at.</summary>
    public KernelAnswer ConnectTo(string path) => Do(Step.ConnectTo(path));

    /// <summary>Sends a datagram to a Unix socket.</summary>
    public KernelAnswer SendTo(string path) => Do(Step.SendTo(path));

    /// <summary>Hands the descriptor of a file that it opened to everybody who connects to a Unix socket, until the process is disposed of.</summary>
    /// <exception cref="PolicyAssertionException">It cannot: the message explains why.</exception>
    public ProcessUnderTest Offer(string socket, string file)
    {
        Ensure(PlacedKind.File, file);
        return StartAt(socket, Step.Offer(socket, file));
    }

    /// <summary>Takes the descriptor that a process offers, and reads the file. One that the domain may not use does not arrive.</summary>
    public KernelAnswer Take(string socket) => Do(Step.Take(socket));

    private ProcessUnderTest StartAt(string path, Step step)
    {
        if (path.LastIndexOf('/') is > 0 and var end)
        {
            Ensure(PlacedKind.Folder, path[..end]);
        }

        return Start(step);
    }

    private static string Word(Protocol protocol) => protocol.ToString().ToLowerInvariant();
}

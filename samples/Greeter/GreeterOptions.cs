namespace Greetings;

/// <summary>Where the service listens, keeps what it knows, and whom it tells; the section <c>Greeter</c> of appsettings.json.</summary>
public sealed class GreeterOptions
{
    /// <summary>Its TCP port.</summary>
    public int Port { get; init; } = 7070;

    /// <summary>Its Unix socket, for programs of this machine.</summary>
    public string Socket { get; init; } = "/run/greeter/greeter.sock";

    /// <summary>Its state directory.</summary>
    public string State { get; init; } = "/var/lib/greeter";

    /// <summary>The service that is told how many visitors there were.</summary>
    public Uri Bulletin { get; init; } = new("http://127.0.0.1:7071/greeter");

    /// <summary>How often it is told.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);
}

namespace Greetings;

/// <summary>Tells another service how many visitors there were.</summary>
public sealed class Announcer(HttpClient client, GreeterOptions options, Visitors visitors)
{
    public async Task Announce(CancellationToken cancellation)
    {
        var count = (await visitors.All()).Length;
        using var answer = await client.PutAsync(options.Bulletin, new StringContent($"{count}\n"), cancellation);
        answer.EnsureSuccessStatusCode();
    }
}

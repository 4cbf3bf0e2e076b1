namespace Greetings;

/// <summary>Has the other service told at once, and then at each interval.</summary>
public sealed partial class AnnouncementTimer(IServiceProvider services, GreeterOptions options, ILogger<AnnouncementTimer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Interval);
        do
        {
            try
            {
                await services.GetRequiredService<Announcer>().Announce(stoppingToken);
            }
            catch (HttpRequestException e)
            {
                NotTold(options.Bulletin, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Bulletin} was not told: {Reason}")]
    private partial void NotTold(Uri bulletin, string reason);
}

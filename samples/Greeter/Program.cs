using Greetings;

var builder = WebApplication.CreateSlimBuilder(args);
var options = builder.Configuration.GetRequiredSection("Greeter").Get<GreeterOptions>()!;
builder.WebHost.ConfigureKestrel(server =>
{
    server.ListenAnyIP(options.Port);
    server.ListenUnixSocket(options.Socket);
});
builder.Services.AddSingleton(options);
builder.Services.AddSingleton<Visitors>();
builder.Services.AddHttpClient<Announcer>();
builder.Services.AddHostedService<AnnouncementTimer>();

var app = builder.Build();
app.MapGet("/hello/{name}", async (string name, Visitors visitors) => $"Hello {name}, you are visitor {await visitors.Add(name)}.\n");
app.MapGet("/visitors", async (Visitors visitors) => string.Join('\n', await visitors.All()));
app.Run();

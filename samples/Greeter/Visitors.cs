namespace Greetings;

/// <summary>Who was here, in a file of the state directory, a line each.</summary>
public sealed class Visitors(GreeterOptions options) : IDisposable
{
    private readonly string _file = Path.Combine(options.State, "visitors");
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Adds a visitor.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> Add(string name)
    {
        await _gate.WaitAsync();
        try
        {
            await File.AppendAllLinesAsync(_file, [name.ReplaceLineEndings(" ")]);
            return (await Read()).Length;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>All visitors.</summary>
    public async Task<string[]> All()
    {
        await _gate.WaitAsync();
        try
        {
            return await Read();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string[]> Read() => File.Exists(_file) ? await File.ReadAllLinesAsync(_file) : [];
}

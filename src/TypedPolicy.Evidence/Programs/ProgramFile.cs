using System.Text;
using System.Text.Json;
using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Programs;

/// <summary>Reads the file of a program, and the files of .NET beside it.</summary>
internal static class ProgramFile
{
    private const int MaxDepth = 32;

    /// <summary>The program; null if it is not one, with the reason.</summary>
    /// <param name="path">Where it is on the host.</param>
    /// <param name="name">Its name.</param>
    /// <param name="open">Opens a file beside it by its name, or it itself; null if there is none.</param>
    /// <param name="settings">The names of its <c>appsettings*.json</c>.</param>
    /// <param name="problem">Why there is none.</param>
    public static ProgramFacts? Read(string path, string name, Func<string, Stream?> open, IReadOnlyList<string> settings, out string? problem)
    {
        using var stream = open(name);
        problem = null;
        if (stream is null)
        {
            problem = $"There is no file {path}.";
            return null;
        }

        var start = new byte[4096];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start.AsSpan().StartsWith("#!"u8))
        {
            var line = Encoding.UTF8.GetString(start).Split('\n')[0][2..].Trim();
            return new(path, ProgramFileKind.Script) { Interpreter = line.Split(' ')[0] };
        }

        // The host of an assembly is machine code beside it.
        var assembly = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : name + ".dll";
        using var beside = assembly == name ? null : open(assembly);
        if ((beside ?? (assembly == name ? stream : null)) is { } managed)
        {
            var facts = new ProgramFacts(assembly == name ? path[..^".dll".Length] : path, ProgramFileKind.DotNet);
            if (AssemblyReader.Read(managed, assembly, facts))
            {
                foreach (var file in settings)
                {
                    using var text = open(file);
                    Settings(text, file, facts);
                }

                return facts;
            }
        }

        var machine = new ProgramFacts(path, ProgramFileKind.Elf);
        if (start.AsSpan().StartsWith("\u007FELF"u8) && ElfReader.Read(stream, name, machine))
        {
            return machine;
        }

        problem = $"{path} is not a program that can be read: it is neither ELF, nor an assembly of .NET, nor a script that begins with '#!'.";
        return null;
    }

    /// <summary>The addresses of <c>appsettings.json</c>: <c>Urls</c>, and the endpoints of Kestrel.</summary>
    private static void Settings(Stream? text, string file, ProgramFacts facts)
    {
        if (text is null)
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
            var root = json.RootElement;
            if (Member(root, "Urls") is { ValueKind: JsonValueKind.String } urls)
            {
                Add(urls.GetString()!, "Urls");
            }

            if (Member(Member(root, "Kestrel"), "Endpoints") is { ValueKind: JsonValueKind.Object } endpoints)
            {
                foreach (var endpoint in endpoints.EnumerateObject())
                {
                    if (Member(endpoint.Value, "Url") is { ValueKind: JsonValueKind.String } url)
                    {
                        Add(url.GetString()!, $"Kestrel:Endpoints:{endpoint.Name}:Url");
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            facts.Notes.Add(new(file, "It is not JSON, and was passed over."));
        }

        void Add(string value, string what)
        {
            foreach (var url in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                facts.Urls.Add((url, new($"{what} {url}", file, 0)));
            }
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.EnumerateObject().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: not JsonValueKind.Undefined } found ? found.Value : null;
}

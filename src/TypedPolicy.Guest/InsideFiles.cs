namespace TypedPolicy.Guest;

/// <summary>The files for the inside of a guest, which this assembly carries.</summary>
internal static class InsideFiles
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(InsideFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

namespace TypedPolicy.Refpolicy.Sources;

/// <summary>
/// The files that a text was made from. Every character of every file has a position of its own, a number; text that macros made keeps the
/// positions of the characters it was made from. A map may be based on another that no longer grows: the headers, which many modules share.
/// </summary>
public sealed class SourceMap
{
    /// <summary>The position of text that comes from no file.</summary>
    public const int Nowhere = -1;

    private readonly SourceMap? _below;
    private readonly List<SourceFile> _files = [];
    private int _end;

    /// <summary>Makes a map.</summary>
    /// <param name="below">The map whose files are known too.</param>
    public SourceMap(SourceMap? below = null)
    {
        _below = below;
        _end = below?._end ?? 0;
    }

    /// <summary>The files, in the order in which they were added, without those of the map below.</summary>
    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ArgumentException">All files together have more than 2^31 characters.</exception>
    public SourceFile Add(string name, string text)
    {
        if (int.MaxValue - _end <= text.Length)
        {
            throw new ArgumentException("The sources are longer than 2^31 characters.", nameof(text));
        }

        var file = new SourceFile(name, text, _end);
        _files.Add(file);
        _end = file.End + 1;
        return file;
    }

    /// <summary>The file that a position is in; nothing for <see cref="Nowhere"/>.</summary>
    public SourceFile? FileAt(int position)
    {
        if (position < 0)
        {
            return null;
        }

        if (_below is not null && position < _below._end)
        {
            return _below.FileAt(position);
        }

        var (low, high) = (0, _files.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (position < _files[middle].Start)
            {
                high = middle - 1;
            }
            else if (position > _files[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return _files[middle];
            }
        }

        return null;
    }

    /// <summary>The place of a position; nothing for <see cref="Nowhere"/>.</summary>
    public SourcePlace? PlaceOf(int position) => FileAt(position) is { } file ? file.PlaceOf(position - file.Start) : null;
}

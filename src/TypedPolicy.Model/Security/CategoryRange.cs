using System.Globalization;

namespace TypedPolicy.Model.Security;

/// <summary>Categories that follow one another: <c>c4.c7</c>; one alone where both ends are the same.</summary>
/// <param name="Low">The number of the first.</param>
/// <param name="High">The number of the last.</param>
public readonly record struct CategoryRange(int Low, int High)
{
    /// <summary>The spelling of a context: <c>c4.c7</c>, <c>c4,c5</c> for two, <c>c4</c> for one.</summary>
    public override string ToString() => (High - Low) switch
    {
        0 => Name(Low),
        1 => Name(Low) + "," + Name(High),
        _ => Name(Low) + "." + Name(High),
    };

    private static string Name(int number) => "c" + number.ToString(CultureInfo.InvariantCulture);
}

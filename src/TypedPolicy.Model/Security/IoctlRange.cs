using System.Globalization;

namespace TypedPolicy.Model.Security;

/// <summary>ioctl request numbers that follow one another; one alone where both ends are the same.</summary>
/// <param name="Low">The first.</param>
/// <param name="High">The last.</param>
public readonly record struct IoctlRange(int Low, int High)
{
    /// <summary><c>0x8910</c> or <c>0x8910-0x8920</c>.</summary>
    public override string ToString() => Low == High ? Name(Low) : Name(Low) + "-" + Name(High);

    internal static string Name(int number) => "0x" + number.ToString("x4", CultureInfo.InvariantCulture);
}

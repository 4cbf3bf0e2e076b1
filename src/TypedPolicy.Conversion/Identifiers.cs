using TypedPolicy.Model.Naming;

namespace TypedPolicy.Conversion;

/// <summary>Words of SELinux as C# identifiers.</summary>
public static class Identifiers
{
    /// <summary>A C# identifier of words. What is neither a letter nor a digit ends a word: a name of the module may be anything that its files have in it.</summary>
    public static string Of(string words)
    {
        var name = NameOf.Pascal(new string([.. words.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]));
        return name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? name : "N" + name;
    }
}

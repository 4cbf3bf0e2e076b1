using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// Which names a header tree may give. Headers are others' text, and their names become names of classes and files: one that is not a name in the first place is refused
/// where it is read.
/// </summary>
internal static class HeaderNames
{
    private const int MaxNameLength = 512;

    /// <summary>Whether m4 takes a text for the name of a macro, so that a module can call it (GNU m4 manual, 3.1 Macro names).</summary>
    public static bool IsMacro(string name) => name.Length <= MaxNameLength && name.Length > 0 && name[0] != '@' && CSharpText.IsIdentifier(name);

    /// <summary>Whether a text can name a module or a layer, which are a file and a folder: letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, a letter, digit or <c>_</c> first.</summary>
    public static bool IsModule(string name) =>
        name.Length is > 0 and <= MaxNameLength && IsWordCharacter(name[0]) && name.All(c => IsWordCharacter(c) || c is '-' or '.');

    /// <summary>What is wrong with the path of a header; <see langword="null"/> if nothing is.</summary>
    public static string? Problem(HeaderFile header) =>
        !IsModule(header.Module) ? Refusal(header.Module, "module")
        : header.Layer.Length > 0 && !IsModule(header.Layer) ? Refusal(header.Layer, "layer")
        : null;

    /// <summary>The message about a text that is not a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it would name.</param>
    public static string Refusal(string text, string what) => $"'{PlainText.Excerpt(text, longest: 60)}' is not a valid {what} name, so the {what} is ignored";

    /// <summary>Removes the macros that no module could call, and reports them.</summary>
    /// <param name="symbols">The definitions.</param>
    /// <param name="below">The definitions that were checked already.</param>
    /// <param name="problems">Where they are reported.</param>
    public static void RefuseMacros(M4Symbols symbols, M4Symbols? below, ProblemList problems)
    {
        foreach (var name in symbols.Names.Where(n => !IsMacro(n) && below?.Find(n) is null).OrderBy(n => n, StringComparer.Ordinal).ToList())
        {
            var body = symbols.Find(name)!.Body!;
            symbols.Undefine(name);
            problems.Error(Refusal(name, "macro"), body.Length > 0 ? body.PositionOf(0) : -1, 0);
        }
    }

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}

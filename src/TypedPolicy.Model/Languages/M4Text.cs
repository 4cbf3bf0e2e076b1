namespace TypedPolicy.Model.Languages;

/// <summary>
/// Text that others wrote, as text that m4 reads: between the quotes of the reference policy (<c>`</c> and <c>'</c>), in which m4 looks for no macro and no comment.
/// The quotes themselves cannot be quoted (GNU m4 manual, 3.2 Quoting input to m4: they nest).
/// </summary>
public static class M4Text
{
    /// <summary>Whether a text can be between quotes.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsQuotable(string text) => text.IndexOf('`') < 0 && text.IndexOf('\'') < 0;

    /// <summary>The text between quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">How often m4 reads it: an argument of a macro is read with the call, and with what the call is replaced by.</param>
    /// <exception cref="ArgumentException">It has a quote in it. The checks find this first; this is the last line.</exception>
    public static string Quote(string text, int times = 1) => !IsQuotable(text)
        ? throw new ArgumentException("m4 cannot quote a text with one of its quotes in it.", nameof(text))
        : new string('`', times) + text + new string('\'', times);
}

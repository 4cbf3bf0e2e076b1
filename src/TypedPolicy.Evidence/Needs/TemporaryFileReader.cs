using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What systemd-tmpfiles makes for a service (tmpfiles.d(5)), and the home of its user (sysusers.d(5)).</summary>
internal static class TemporaryFileReader
{
    // What removes or changes what others have made does not tell who owns it.
    private const string Made = "fFwdDevqQpCL";
    private const string Trees = "dDevqQC";
    private const string Modifiers = "+!-=~^$";

    /// <summary>Reads them.</summary>
    public static void Read(ServiceUnits units, ServiceNeeds needs)
    {
        foreach (var (file, line, words) in units.TemporaryFiles.SelectMany(Lines))
        {
            var reason = new Reason(string.Join(' ', words.Take(2)), file, line);
            var type = words[0].TrimEnd([.. Modifiers]);
            var path = units.Service.Specifiers.Expand(words.Count > 1 ? words[1] : "");
            if (type is not [var letter] || !path.StartsWith('/'))
            {
                needs.Note(reason, "It is not a line of tmpfiles.d, and no label was made of it.");
            }
            else if (Made.Contains(letter, StringComparison.Ordinal) && needs.UseOf(path) is null)
            {
                var use = path.StartsWith("/etc/", StringComparison.Ordinal) ? FileUse.Conf : DirectoryReader.UseOf(path);
                needs.Own(use, path, Trees.Contains(letter, StringComparison.Ordinal), reason, letter switch { 'p' => FileKind.Pipe, 'L' => FileKind.SymbolicLink, _ => FileKind.Any });
            }
        }

        var user = units.Service.Last("User")?.Value;
        foreach (var (file, line, words) in units.Users.SelectMany(Lines))
        {
            // Type, name, id, description, home, shell.
            if (words is [['u', ..], var name, _, _, ['/', _, ..] home, ..] && name == user && needs.UseOf(home) is null && !needs.Base.IsShared(needs.Base.Spelled(home)))
            {
                needs.Own(DirectoryReader.UseOf(home), home, isTree: true, new($"u {name} … {home}", file, line));
            }
        }
    }

    private static IEnumerable<(string File, int Line, IReadOnlyList<string> Words)> Lines(EvidenceFile file) =>
        from line in file.Text.Split('\n').Select((text, i) => (Text: text.Trim(), Number: i + 1))
        where line.Text.Length > 0 && line.Text[0] != '#'
        let words = UnitWords.Split(line.Text)
        where words is { Count: > 0 }
        select (file.Name, line.Number, words);
}

using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;

namespace TypedPolicy.Evidence.Tests.Units;

/// <summary>Unit files are read as systemd does.</summary>
public sealed class UnitReaderTests
{
    [Fact]
    public void A_backslash_at_the_end_of_a_line_joins_it_with_the_next_and_comments_between_are_passed_over()
    {
        var entry = Assert.Single(Read("[Service]\nExecStart=/usr/bin/greeter \\\n# a comment\n  ; another\n  --loud\n"));
        Assert.Equal(("Service", "ExecStart", 2), (entry.Section, entry.Name, entry.Line));
        Assert.Equal(["/usr/bin/greeter", "--loud"], entry.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(@"C:\\", Read("[Service]\nExecStart=C:\\\\\nUser=x\n")[0].Value);
    }

    [Fact]
    public void Blanks_around_the_equals_sign_are_left_out_and_what_is_no_assignment_is_named()
    {
        var notes = new List<EvidenceNote>();
        var entries = UnitReader.Read(new("a.service", "Early=1\r\n[Service]\r\n  User = greeter \r\nnonsense\r\n[]\r\n"), notes);
        Assert.Equal([("User", "greeter")], entries.Select(e => (e.Name, e.Value)));
        Assert.Equal(["a.service:1", "a.service:4", "a.service:5"], notes.Select(n => n.Place));
    }

    [Fact]
    public void An_empty_assignment_resets_a_list()
    {
        var settings = new UnitSettings(Name("a.service"), Read("[Service]\nStateDirectory=a b\nStateDirectory=\nStateDirectory=c\n"));
        Assert.Equal(["c"], settings.Words("StateDirectory").Select(w => w.Word));
    }

    [Theory]
    [InlineData("a 'b c' \"d e\"f", "a|b c|d ef")]
    [InlineData(@"a\x20b \101\u00e9 '\s' \""", "a b|Aé| |\"")]
    [InlineData("''", "")]
    public void Words_have_quotes_and_escapes(string value, string words) => Assert.Equal(words.Split('|'), UnitWords.Split(value));

    [Theory]
    [InlineData("'a")]
    [InlineData(@"a\q")]
    [InlineData(@"\x2")]
    [InlineData(@"\U00110000")]
    [InlineData(@"\000")]
    public void A_quote_without_an_end_or_an_escape_without_a_meaning_is_not_read(string value) => Assert.Null(UnitWords.Split(value));

    [Fact]
    public void Commands_have_prefixes_and_are_separated_by_semicolons()
    {
        var commands = UnitCommand.Read(@"-@/usr/bin/greeter greeterd --name=%i ; +!!/bin/echo a \; b", new(Name("greeter@main.service")))!;
        Assert.Equal(["/usr/bin/greeter", "/bin/echo"], commands.Select(c => c.Program));
        Assert.Equal(["--name=main"], commands[0].Arguments);
        Assert.Equal(["a", ";", "b"], commands[1].Arguments);
        Assert.Equal([false, true], commands.Select(c => c.IsPrivileged));
    }

    [Theory]
    [InlineData("greeter@a-b.service", "%n %N %p %i %I", "greeter@a-b.service greeter@a-b greeter a-b a/b")]
    [InlineData("big-fat-greeter.service", "%j %J %P", "greeter greeter big/fat/greeter")]
    [InlineData("greeter.service", "%t %S %C %L %E %T %V %d %h %%", "/run /var/lib /var/cache /var/log /etc /tmp /var/tmp /run/credentials/greeter.service /root %")]
    [InlineData(@"greeter@var-lib-x\x2dy.service", "%f", "/var/lib/x-y")]
    [InlineData("greeter@.service", "%i/%H", "\uFFFC/\uFFFC")]
    public void Specifiers_stand_for_what_systemd_says(string unit, string value, string expanded) => Assert.Equal(expanded, new UnitSpecifiers(Name(unit)).Expand(value));

    [Fact]
    public void Drop_ins_of_the_kind_and_of_prefixes_count_less_than_those_of_the_unit() => Assert.Equal(
        ["service.d", "big-.service.d", "big-fat-.service.d", "big-fat-greeter@.service.d", "big-fat-greeter@main.service.d"],
        Name("big-fat-greeter@main.service").DropInFolders());

    [Fact]
    public void No_directive_is_in_the_table_and_read_too()
    {
        Assert.Equal("", DirectiveTable.Meaning("Service", "Restart"));
        Assert.Contains("PAM", DirectiveTable.Meaning("Service", "PAMName"), StringComparison.Ordinal);
        Assert.Null(DirectiveTable.Meaning("Service", "ExecStart"));
        Assert.Null(DirectiveTable.Meaning("Service", "StateDirectory"));
        Assert.Null(DirectiveTable.Meaning("Service", "NoSuchThing"));
    }

    private static UnitName Name(string name) => UnitName.TryRead(name)!;

    private static IReadOnlyList<UnitEntry> Read(string text)
    {
        var notes = new List<EvidenceNote>();
        var entries = UnitReader.Read(new("a.service", text), notes);
        Assert.Empty(notes);
        return entries;
    }
}

using TypedPolicy.Refpolicy.Denials;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Denials;

/// <summary>A denial knows what the other records of its event say, wherever they stand.</summary>
public sealed class AuditEventTests
{
    private const string Denial = "type=AVC msg=audit(1700000100.101:31): avc:  denied  { write } for  pid=611 comm=\"a-long-command-\" name=\"notes.db\" dev=\"vda2\" ino=77 scontext=u:r:a_t:s0 tcontext=u:object_r:b_t:s0 tclass=file permissive=0";
    private const string Call = "type=SYSCALL msg=audit(1700000100.101:31): arch=c000003e syscall=257 success=no exit=-13 items=2 ppid=1 pid=611 comm=\"a-long-command-\" exe=\"/usr/bin/a-long-command-line\" subj=u:r:a_t:s0 key=(null)";
    private const string Folder = "type=CWD msg=audit(1700000100.101:31): cwd=\"/var/lib/greeter\"";
    private const string Parent = "type=PATH msg=audit(1700000100.101:31): item=0 name=\"db/\" inode=70 dev=fd:02 mode=040755 nametype=PARENT";
    private const string Path = "type=PATH msg=audit(1700000100.101:31): item=1 name=\"db/notes.db\" inode=77 dev=fd:02 mode=0100644 obj=u:object_r:b_t:s0 nametype=NORMAL";

    [Fact]
    public void The_path_of_its_object_is_whole_and_its_program_named()
    {
        var denial = Assert.Single(Read(Denial, Call, Folder, Parent, Path));
        Assert.Equal("/var/lib/greeter/db/notes.db", denial.Path);
        Assert.Equal(["/var/lib/greeter/db/notes.db"], denial.Paths.ToArray());
        Assert.Equal("/usr/bin/a-long-command-line", denial.Program);
    }

    [Fact]
    public void The_records_may_stand_before_it_as_ausearch_writes_them()
    {
        string Interpreted(string line) => line.Replace("1700000100.101:31):", "11/14/2023 22:15:00.101:31) :", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        var denial = Assert.Single(Read([.. ((string[])[Path, Parent, Folder, Call, Denial]).Select(Interpreted)]));
        Assert.Equal(("/var/lib/greeter/db/notes.db", "/usr/bin/a-long-command-line"), (denial.Path, denial.Program));
    }

    [Fact]
    public void The_kernel_s_own_numbers_of_record_types_count_too() =>
        Assert.Equal("/srv/notes.db", Assert.Single(Read(
            "audit: type=1400 " + Denial["type=AVC msg=".Length..],
            "audit: type=1302 audit(1700000100.101:31): item=0 name=\"/srv/notes.db\" inode=77 dev=fd:02")).Path);

    [Fact]
    public void A_directory_on_the_way_is_the_beginning_of_the_path()
    {
        var search = Denial.Replace("{ write }", "{ search }", StringComparison.Ordinal).Replace("name=\"notes.db\"", "name=\"greeter\"", StringComparison.Ordinal).Replace("ino=77", "ino=7", StringComparison.Ordinal);
        Assert.Equal("/var/lib/greeter", Assert.Single(Read(search, Call, Folder, Path.Replace("inode=77 ", "", StringComparison.Ordinal))).Path);
    }

    [Fact]
    public void Another_event_says_nothing_about_it_also_where_events_mingle()
    {
        string Other(string line) => line.Replace(":31)", ":32)", StringComparison.Ordinal);
        var denials = Read(Denial, Other(Denial).Replace("b_t", "c_t", StringComparison.Ordinal), Other(Folder).Replace("greeter", "other", StringComparison.Ordinal), Folder, Other(Path), Path);
        Assert.Equal(["b_t /var/lib/greeter/db/notes.db", "c_t /var/lib/other/db/notes.db"], denials.Select(d => $"{d.Target} {d.Path}"));
        Assert.Equal("notes.db", Assert.Single(Read(Denial, Other(Folder), Other(Path))).Path);
    }

    [Theory]
    [InlineData("a type=PATH x audit(1700000100.101:31)")]
    [InlineData("type=PATH audit(1700000100.101:31)")]
    [InlineData("type=PATH x msg=audit(1700000100.101:31): name=\"db/notes.db\" inode=77")]
    [InlineData("type=PATH msg=audit(1700000100.101:31):")]
    public void A_line_that_only_looks_like_a_record_of_the_event_is_passed_over(string line) =>
        Assert.Equal("notes.db", Assert.Single(Assert.Single(Read(Denial, line)).Paths));

    [Fact]
    public void The_same_path_a_hundred_thousand_times_takes_no_room_from_others()
    {
        var reader = new AuditLogReader();
        for (var i = 0; i < 100_000; i++)
        {
            string Numbered(string line) => line.Replace(":31)", $":{i})", StringComparison.Ordinal).Replace("notes.db", new string('n', 200), StringComparison.Ordinal);
            reader.Read(Numbered(Denial));
            reader.Read(Numbered(Path).Replace("db/", "/db/", StringComparison.Ordinal));
        }

        reader.Read(Denial.Replace("b_t", "c_t", StringComparison.Ordinal));
        Assert.False(reader.IsCut);
        Assert.Equal(["/db/" + new string('n', 200), "notes.db"], reader.Denials.Select(d => Assert.Single(d.Paths)));
    }

    private static IReadOnlyList<Denial> Read(params string[] lines)
    {
        var reader = new AuditLogReader();
        foreach (var line in lines)
        {
            reader.Read(line);
        }

        Assert.Equal(0, reader.Unreadable);
        return reader.Denials;
    }
}

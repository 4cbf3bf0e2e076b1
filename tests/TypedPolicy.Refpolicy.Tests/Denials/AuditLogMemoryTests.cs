using TypedPolicy.Refpolicy.Denials;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Denials;

/// <summary>How much a reader keeps: measured while no other test allocates.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
[Collection(Alone)]
public sealed class AuditLogMemoryTests
{
    private const string Alone = "alone";
    private const string Path = "type=PATH msg=audit(1700000100.101:31): item=1 name=\"db/notes.db\" inode=77 dev=fd:02 mode=0100644 obj=u:object_r:b_t:s0 nametype=NORMAL";

    [Fact]
    public void What_is_kept_of_a_log_without_denials_is_bounded()
    {
        var reader = new AuditLogReader();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 20_000; i++)
        {
            reader.Read(Path.Replace(":31)", $":{i % 50})", StringComparison.Ordinal).Replace("notes.db", new string('n', 8_000) + i, StringComparison.Ordinal));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 << 20);
        GC.KeepAlive(reader);
    }
}

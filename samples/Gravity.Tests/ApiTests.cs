using ContainerTypes.Policy;

namespace Gravitational.Policy.Tests;

/// <summary>What a package promised in its last version, its next one keeps: its types, their attributes, and that nothing of its may do more.</summary>
[Trait("Needs", "toolchain")]
public sealed class ApiTests(OnDebian node) : IClassFixture<OnDebian>
{
    private static readonly string Gravity7 = Released("gravity-7.1.0.cil");
    private static readonly string Containers1 = Released("container_types-1.1.0.cil");

    [Fact]
    public void Gravity_keeps_what_its_last_version_promised_on_a_whole_node() => node.Policy.KeepsApiOf(Containers1, Gravity7);

    [Fact]
    public void The_container_types_keep_what_their_last_version_promised() =>
        PolicyUnderTest.Of<ContainerT>(target: "debian12").KeepsApiOf(Containers1);

    // What the last version had and this one lacks, or what it lacked and this one has: made by a change to the last version.
    [Theory]
    [InlineData("", "(type gravity_audit_t)\n(roletype object_r gravity_audit_t)\n", "removed: type gravity_audit_t")]
    [InlineData("", "(typeattributeset gravity_domain (gravity_service_t))\n", "lost: gravity_service_t in attribute gravity_domain")]
    [InlineData("(allow gravity_t gravity_port_t (tcp_socket (name_bind)))\n", "", "widened: gravity_t gravity_port_t:tcp_socket { name_bind }")]
    [InlineData("(allow gravity_installer_t home_root_t (dir (getattr open search)))\n", "", "widened: gravity_installer_t home_root_t:dir { getattr open search }")]
    public void A_version_that_breaks_a_promise_fails_with_the_list(string without, string with, string broken)
    {
        var last = File.ReadAllText(Gravity7);
        Assert.Contains(without, last, StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, (without.Length == 0 ? last : last.Replace(without, "", StringComparison.Ordinal)) + with);
            var failure = Assert.Throws<PolicyAssertionException>(() => PolicyUnderTest.Of<Gravity>(target: "debian12").KeepsApiOf(file));
            Assert.EndsWith($" are broken:\n{broken}", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Released(string file) => Path.Combine(AppContext.BaseDirectory, "Released", file);
}

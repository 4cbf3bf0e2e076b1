using TypedPolicy.Refpolicy.Finding;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Finding;

public sealed class AccessQuestionTests
{
    [Theory]
    [InlineData("ping_exec_t:file execute", "ping_exec_t:file execute")]
    [InlineData("domain ping_exec_t:file { read open read }", "domain ping_exec_t:file { open read }")]
    [InlineData("  a_t  b_t : file read,open", "a_t b_t:file { open read }")]
    [InlineData("allow a_t b_t:file read;", "a_t b_t:file read")]
    [InlineData("allow b_t:file read", "allow b_t:file read")]
    public void An_access_is_read_as_rules_write_it(string text, string read) => Assert.Equal(read, AccessQuestion.Parse(text, out _)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("ping_exec_t")]
    [InlineData("ping_exec_t:file")]
    [InlineData("ping_exec_t file execute")]
    [InlineData(":file read")]
    [InlineData("a b c:file read")]
    [InlineData("a:b:c read")]
    [InlineData("a_t:file $(reboot)")]
    [InlineData("a_t:file re\u001b[2Jad")]
    public void What_is_no_access_is_refused_with_a_reason(string text)
    {
        Assert.Null(AccessQuestion.Parse(text, out var problem));
        Assert.NotEmpty(problem ?? "");
        Assert.DoesNotContain('\u001b', problem!);
    }

    [Fact]
    public void More_permissions_than_a_class_can_have_are_refused() =>
        Assert.Null(AccessQuestion.Parse($"a_t:file {string.Join(" ", Enumerable.Range(0, 65).Select(i => $"p{i}"))}", out _));
}

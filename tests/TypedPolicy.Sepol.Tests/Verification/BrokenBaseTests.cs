using System.Collections.Immutable;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Tests.Support;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Verification;

/// <summary>A base that breaks its own neverallow rules, as Fedora's does: what a policy adds is reported, and nothing else.</summary>
[Trait("Needs", "toolchain")]
public sealed class BrokenBaseTests : IDisposable
{
    // Six rules of the base break its first assertion, so that libsepol does not show all of them.
    private const string Broken =
        """
        (type one_t) (roletype object_r one_t)
        (type two_t) (roletype object_r two_t)
        (type secret_t) (roletype object_r secret_t)
        (typeattribute trusted)
        (typeattribute readers) (typeattributeset readers (one_t))
        (typeattribute untrusted) (typeattributeset untrusted (and (all) (not (trusted))))
        (neverallow untrusted
            secret_t ; all of them
            (file (read)))
        (neverallow untrusted self (process (setcurrent)))
        (neverallow two_t secret_t (file (write)))
        (allow readers secret_t (file (read)))
        (allow one_t secret_t (file (read getattr)))
        (allow two_t secret_t (file (read getattr)))
        (allow two_t secret_t (file (read append)))
        (allow two_t secret_t (file (read link)))
        (allow two_t secret_t (file (read lock)))
        (allow one_t self (process (setcurrent)))
        (macro read_secret ((type who)) (allow who secret_t (file (read))))

        """;

    private readonly TemporaryFolder _folder = new();

    public BrokenBaseTests()
    {
        File.WriteAllBytes(_folder.At("base.cil"), Base.Source.Content.ToArray());
        _folder.Write("broken.cil", Broken);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("(type own_t) (roletype object_r own_t) (allow own_t self (file (read)))")]
    [InlineData("(type own_t) (roletype object_r own_t) (typeattributeset trusted (own_t)) (allow own_t secret_t (file (read)))")]
    [InlineData("(typeattributeset cil_gen_require one_t) (typeattribute cil_gen_require) (allow one_t two_t (file (getattr)))")]
    [InlineData("(typeattribute own) (typeattributeset own (one_t two_t)) (allow own own (file (getattr)))")]
    public void What_the_base_breaks_by_itself_is_not_the_policys(string text) => Assert.Empty(Verify(text));

    [Theory]
    [InlineData("(type own_t) (roletype object_r own_t)\n(allow own_t secret_t (file (read)))", "The policy has '(allow own_t secret_t (file (read)))', and the neverallow rule at broken.cil(7) forbids that.")]
    [InlineData("\n(allow two_t secret_t (file (read rename)))", "The policy has '(allow two_t secret_t (file (read rename)))', and the neverallow rule at broken.cil(7) forbids that.")]
    [InlineData("(type own_t) (roletype object_r own_t)\n(call read_secret (own_t))", "It comes through 1 call")]
    [InlineData("(type own_t) (roletype object_r own_t)\n(allow own_t self (process (setcurrent)))", "the neverallow rule at broken.cil(10) forbids that.")]
    [InlineData("(type own_t) (roletype object_r own_t)\n(typeattributeset readers (own_t))", "The policy has '(allow readers secret_t (file (read)))', and the neverallow rule at broken.cil(7) forbids that. readers has that rule, and this policy joins it here.")]
    [InlineData("\n(typeattributeset readers (init_t))", "readers has that rule, and this policy joins it here.")]
    public void What_a_policy_adds_is_reported_at_its_own_line(string text, string expected)
    {
        var finding = Assert.Single(Verify(text));
        Assert.Contains(expected, finding.Message.Replace(_folder.At("broken.cil"), "broken.cil", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("own.cil", 2), (finding.Place!.File, finding.Place.Line));
        Assert.True(finding.BreaksBase);
    }

    [Theory]
    [InlineData("(type own_t) (roletype object_r own_t)\n(allow own_t secret_t (file (read)))", 1)]
    [InlineData("\n(allow two_t secret_t (file (read rename)))", 1)]
    [InlineData("\n(typeattributeset readers (init_t))", 1)]
    [InlineData("(optional gone (typeattributeset cil_gen_require nowhere_t) (type lost_t) (allow lost_t secret_t (file (read))))", 0)]
    public void What_the_base_breaks_is_known_the_second_time(string text, int expected)
    {
        var (first, broken) = Run(text, []);
        Assert.Equal([7, 10], broken.Select(b => b.Line));
        var (second, again) = Run(text, broken);
        Assert.Equal(broken.AsEnumerable(), again);
        Assert.Equal(expected, first.Length);
        Assert.Equal(first.Select(f => (f.Place, f.Message)), second.Select(f => (f.Place, f.Message)));
    }

    [Fact]
    public void An_assertion_of_the_policy_holds_for_the_base_too()
    {
        var finding = Assert.Single(Verify("(neverallow one_t secret_t (file (getattr)))"));
        Assert.Contains("'(allow one_t secret_t (file (read getattr)))'", finding.Message, StringComparison.Ordinal);
        Assert.False(finding.BreaksBase);
    }

    [Fact]
    public void What_is_checked_after_assertions_is_checked_all_the_same()
    {
        var finding = Assert.Single(Verify("(type parent_t) (roletype object_r parent_t) (type child_t) (roletype object_r child_t) (typebounds parent_t child_t)\n(allow child_t one_t (file (getattr)))"));
        Assert.Contains("which the type that bounds it does not have", finding.Message, StringComparison.Ordinal);
        Assert.False(finding.BreaksBase);
    }

    [Fact]
    public void Without_the_policy_libsepol_refuses_the_base() =>
        Assert.False(PolicyLinker.Link([Base.Source, Base.Cil("broken.cil", Broken)]).Succeeded);

    private ImmutableArray<VerificationFinding> Verify(string text) => Run(text, []).Findings;

    private (ImmutableArray<VerificationFinding> Findings, ImmutableArray<BrokenAssertion> Broken) Run(string text, IReadOnlyCollection<BrokenAssertion> known) =>
        PolicyVerifier.Verify([new(Base.Cil("own.cil", text), IsOwn: true)], PolicyBase.From([_folder.At("base.cil"), _folder.At("broken.cil")]), known);
}

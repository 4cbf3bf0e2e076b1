using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Toolchain.Tests.Debian;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Bases;

/// <summary>The embedded base takes what a real base takes: what is no error there is none here.</summary>
[Trait("Needs", "toolchain")]
public sealed class EmbeddedBaseTests
{
    [Fact]
    public void Each_module_of_Debian_alone_is_accepted_by_the_embedded_base()
    {
        var modules = DebianPolicy.Files.Where(f => Path.GetFileName(f) != "base.cil").ToList();
        Assert.True(modules.Count > 300);
        var wrong = modules.SelectMany(f => PolicyVerifier.Verify([new(PolicySource.FromFile(f), true)], PolicyBase.Embedded).Select(v => $"{Path.GetFileName(f)}: {v.Place}: {v.Message}\n{v.Detail}")).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count}\n" + string.Join('\n', wrong.Take(12)));
    }

    [Fact]
    public void A_parent_that_somebody_else_declares_bounds_nothing_here()
    {
        const string Rules = "(type b_t)\n(roletype object_r b_t)\n(allow b_t b_t (file (read)))\n";
        Assert.Empty(Verify("(typebounds foreign_t\nb_t)\n" + Rules));
        Assert.Equal(4, Assert.Single(Verify("(type own_t)\n(typebounds own_t b_t)\n" + Rules[(Rules.IndexOf('\n') + 1)..] + "(type b_t)\n")).Place!.Line);
    }

    [Fact]
    public void What_only_an_optional_declares_is_known_outside_of_it_too()
    {
        Assert.Empty(Verify("(optional maybe (type a_t) (roletype object_r a_t) (allow a_t gone_t (file (read))))\n(filecon \"/a\" any (system_u object_r a_t ((s0) (s0))))\n"));
        Assert.Empty(Verify("(optional maybe (typeattributeset group_a (kernel_t)))\n(allow group_a kernel_t (file (read)))\n"));
    }

    [Fact]
    public void Two_thousand_damaged_modules_and_one_that_is_very_deep_get_a_base_all_the_same()
    {
        var text = Encoding.UTF8.GetBytes(Samples.Compiled["gravity"].Cil("debian12"));
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var start = random.Next(text.Length - 2000);
            var damaged = text[start..(start + 2000)];
            for (var j = random.Next(1, 20); j > 0; j--)
            {
                damaged[random.Next(damaged.Length)] = (byte)"()\";\n. a"[random.Next(8)];
            }

            Assert.Equal(2, EmbeddedBase.With([new("a.cil", damaged)]).Count);
        }

        Assert.Equal(2, EmbeddedBase.With([new("deep.cil", Encoding.UTF8.GetBytes(new string('(', 1_000_000)))]).Count);
    }

    [Fact]
    public void Verifications_from_many_threads_do_not_mix_their_findings()
    {
        var findings = new int[16];
        Parallel.For(0, findings.Length, new() { MaxDegreeOfParallelism = 8 }, i => findings[i] = Verify($"(typealias x{i})\n" + (i % 2 == 0 ? "(typealiasactual x0 kernel_t)\n(typealiasactual x0 other_t)\n" : $"(typealiasactual x{i} kernel_t)\n")).Length);
        Assert.All(findings.Index(), f => Assert.Equal(f.Index % 2 == 0, f.Item > 0));
    }

    private static VerificationFinding[] Verify(string cil) => [.. PolicyVerifier.Verify([new(new("a.cil", Encoding.UTF8.GetBytes(cil)), true)], PolicyBase.Embedded)];
}

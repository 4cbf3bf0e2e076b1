using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Fuzzing;

/// <summary>
/// A thousand each of damaged packages, CIL texts and kernel policies, linked by libsepol in a process that may not survive it: each is linked, refused with a message, or ends
/// that process, and nothing of ours throws.
/// </summary>
[Trait("Needs", "toolchain")]
public sealed class DamagedLinkTests(ITestOutputHelper output) : IDisposable
{
    private const int Damaged = 1_000;

    // What grows or goes on is not waited for: a child of the command has limits of its own.
    private const string Limits = "ulimit -t 5 -d 1500000 -c 0; exec dotnet exec \"$0\" \"$@\"";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Packages() => Link(Package());

    [Fact]
    public void Texts() => Link(_folder.Write("text.cil", """
        (type a_t) (roletype object_r a_t) (type b_t) (roletype object_r b_t) (typealias old_t) (typealiasactual old_t b_t) (type d_t) (typebounds a_t d_t)
        (typeattribute some) (typeattributeset some (and (a_t b_t) (not (b_t)))) (macro m ((type x)) (allow x x (file (read)))) (call m (a_t))
        (boolean on true) (booleanif (and on (not on)) (true (allow a_t b_t (dir (read)))) (false (allow b_t a_t (dir (write)))))
        (optional o (allow a_t missing_t (file (read)))) (block n (type c_t)) (allow n.c_t self (file (read)))
        (typetransition a_t b_t file "name" a_t) (allowx a_t b_t (ioctl chr_file ((range 0x8910 0x8912) 0x8920))) (neverallow a_t b_t (file (execute)))
        (filecon "/srv(/.*)?" any (system_u object_r a_t ((s0) (s0 (range c0 c5))))) (portcon tcp (90 99) (system_u object_r a_t ((s0) (s0)))) (genfscon proc "/x" (system_u object_r a_t ((s0) (s0))))

        """));

    [Fact]
    public void Kernel_policies()
    {
        var cil = _folder.Write("kernel.cil", """
            (mls true)(class file (read write))(class process (transition))(classorder (file process))(sid kernel)(sidorder (kernel))
            (sensitivity s0)(sensitivityorder (s0))(category c0)(category c1)(categoryorder (c0 c1))(sensitivitycategory s0 (c0 c1))(boolean on true)
            (type a_t)(type b_t)(typeattribute some)(typeattributeset some (a_t b_t))(role object_r)(role own_r)(user own_u)(userrole own_u own_r)(roletype own_r a_t)(roletype own_r b_t)(userlevel own_u (s0))(userrange own_u ((s0)(s0 (c0 c1))))
            (sidcontext kernel (own_u own_r a_t ((s0)(s0))))(allow a_t some (file (read)))(booleanif on (true (allow b_t a_t (file (write)))))(typetransition a_t b_t process b_t)(rangetransition a_t b_t process ((s0)(s0)))
            (constrain (file (read)) (or (eq u1 u2) (eq t1 a_t)))(portcon tcp 7 (own_u own_r a_t ((s0)(s0))))(genfscon proc "/x" (own_u own_r a_t ((s0)(s0))))
            """);
        var kernel = _folder.At("kernel");
        Tool.Secilc.Run("-o", kernel, "-f", "/dev/null", "-c", "33", cil).Succeeded();
        Link(kernel);
    }

    [Theory]
    [InlineData(NativeOverflow.Managed, true)]
    [InlineData(NativeOverflow.Native, false)]
    public void A_recursion_of_managed_code_is_told_from_one_of_native_code(string how, bool isManaged)
    {
        var start = new ProcessStartInfo("bash", ["-c", "ulimit -c 0; exec dotnet exec \"$0\" \"$@\"", typeof(Program).Assembly.Location, how]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode > 128, $"{process.ExitCode} {error}");
        Assert.Equal(isManaged, NativeOverflow.IsManaged(error));
    }

    private string Package()
    {
        var (te, module, package) = (_folder.Write("mod.te", "module mod 1.0;\nrequire { class file { read write }; type bin_t; attribute domain; role system_r; }\ntype mod_t, domain;\ntype mod_exec_t;\nrole system_r types mod_t;\nallow mod_t { mod_exec_t bin_t }:file read;\nbool mod_on false;\nif (mod_on) { allow mod_t bin_t:file write; }\noptional { require { type gone_t; } allow mod_t gone_t:file read; }\n"), _folder.At("mod.mod"), _folder.At("mod.pp"));
        Tool.Checkmodule.Run("-m", "-M", "-o", module, te).Succeeded();
        Tool.SemodulePackage.Run("-o", package, "-m", module).Succeeded();
        return package;
    }

    private void Link(string file)
    {
        var (linked, refused, ended, next) = (0, 0, 0, 0);
        while (next < Damaged)
        {
            var start = new ProcessStartInfo("bash", ["-c", Limits, typeof(Program).Assembly.Location, file, next.ToString(CultureInfo.InvariantCulture), $"{Damaged}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            Assert.DoesNotContain(lines, l => l.StartsWith("threw", StringComparison.Ordinal) || l == "silent");
            Assert.True(lines.Length > 0 && !error.Result.Contains("Unhandled exception", StringComparison.Ordinal) && !NativeOverflow.IsManaged(error.Result), error.Result);
            linked += lines.Count(l => l == "linked");
            refused += lines.Count(l => l is "refused" or "rejected");
            ended += lines.Count(l => l.StartsWith("seed ", StringComparison.Ordinal)) - lines.Count(l => l is "linked" or "refused" or "rejected");
            next = int.Parse(lines.Last(l => l.StartsWith("seed ", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture) + 1;
        }

        output.WriteLine($"{linked} linked, {refused} refused, {ended} ended the process");
        Assert.Equal(Damaged, linked + refused + ended);
        Assert.InRange(ended, 0, Damaged / 20);
        Assert.InRange(refused, 100, Damaged - 1);
    }
}

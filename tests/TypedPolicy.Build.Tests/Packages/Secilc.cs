using System.ComponentModel;
using System.Diagnostics;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Links policy as a system does, with the small base of the toolchain tests.</summary>
internal static class Secilc
{
    private static readonly string Base = Path.Combine(PackedTypedPolicy.Repository, "tests", "TypedPolicy.Toolchain.Tests", "Linking", "base.cil");

    /// <summary>Links the CIL files of a folder; every message of secilc is a failure.</summary>
    public static void Links(string folder)
    {
        var start = new ProcessStartInfo("secilc", ["-v", "-m", "-o", Path.Combine(folder, ".linked"), "-f", "/dev/null", Base, .. Directory.GetFiles(folder, "*.cil").Order(StringComparer.Ordinal)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            Assert.Equal("", output.Result + errors.Result);
            Assert.Equal(0, process.ExitCode);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("secilc is missing: install the Debian package secilc.", e);
        }
        finally
        {
            File.Delete(Path.Combine(folder, ".linked"));
        }
    }
}

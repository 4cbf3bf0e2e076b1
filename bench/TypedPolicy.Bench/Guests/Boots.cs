using System.Diagnostics;
using System.Globalization;
using ContainerTypes.Policy;
using Gravitational.Policy;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Testing.Kernel;

namespace TypedPolicy.Bench.Guests;

/// <summary>Boots one guest after the other, asks each the same few questions, and tells which did not answer, or otherwise than the first.</summary>
internal static class Boots
{
    public static void Print(int count)
    {
        var (boots, questions, flakes) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<string>());
        var (began, load) = (Stopwatch.StartNew(), Load());
        for (var i = 1; i <= count; i++)
        {
            try
            {
                var clock = Stopwatch.StartNew();
                using var kernel = KernelUnderTest.Boot(new() { Assemblies = [typeof(ContainerT).Assembly, typeof(Gravity).Assembly], Base = PolicyBase.Debian, Target = "debian12" });
                boots.Add(clock.Elapsed);
                clock.Restart();
                Ask(kernel);
                questions.Add(clock.Elapsed);
            }
            catch (Exception e)
            {
                flakes.Add($"boot {i}: {e.Message}");
            }
        }

        Console.WriteLine($"{count} boots in {began.Elapsed:h\\:mm\\:ss}, load {load} to {Load()}: {flakes.Count} flakes");
        Console.WriteLine($"booted in    {Range(boots)}");
        Console.WriteLine($"answered in  {Range(questions)}");
        flakes.ForEach(Console.WriteLine);
    }

    // A domain by a transition, a denial with its record, two processes that meet, a thousand questions to the security server.
    private static void Ask(KernelUnderTest kernel)
    {
        kernel.In<Systemd.Init>().NoNewPrivileges().Exec("/usr/bin/gravity").Is<Gravity>();
        kernel.In<Gravity>().Bind(Protocol.Tcp, 25).IsDenied();
        using (kernel.In<GravityContainerRuntime>().Listen("/run/planet.sock").Is<GravityContainerRuntime>())
        {
            kernel.In<Gravity>().ConnectTo("/run/planet.sock").Succeeds();
        }

        if (kernel.Denials is not [{ Record.SourceType: "gravity_t" }, ..])
        {
            throw new InvalidOperationException("The denial is not in the log.");
        }

        var question = Guest.ServerQuestion.Access("system_u:system_r:gravity_t:s0", "system_u:object_r:shadow_t:s0", "file", "read");
        if (kernel.Ask([.. Enumerable.Repeat(question, 1_000)]).Any(a => a.IsYes || a.Error != 0))
        {
            throw new InvalidOperationException("The security server answers otherwise.");
        }
    }

    private static string Range(List<TimeSpan> times)
    {
        double[] seconds = [.. times.Select(t => t.TotalSeconds).Order()];
        return seconds.Length == 0 ? "never" : string.Create(CultureInfo.InvariantCulture, $"{seconds[seconds.Length / 2]:0.0} s (median), {seconds[0]:0.0} to {seconds[^1]:0.0} s");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}

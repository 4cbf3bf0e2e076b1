using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace TypedPolicy.Tests.Support;

/// <summary>
/// Compares a text with the approved file beside the test. A difference leaves a <c>.received</c> file to look at;
/// <c>APPROVE=1 dotnet test</c> accepts it, except in CI.
/// </summary>
internal static class Approved
{
    private static readonly bool Approving =
        Environment.GetEnvironmentVariable("APPROVE") == "1" && Environment.GetEnvironmentVariable("CI") is null;

    public static void Match(string actual, string extension, [CallerMemberName] string test = "", [CallerFilePath] string source = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(source)!, "approved", $"{Path.GetFileNameWithoutExtension(source)}.{test}");
        var (approved, received) = ($"{stem}.approved.{extension}", $"{stem}.received.{extension}");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        File.WriteAllText(Approving ? approved : received, actual);
        if (!Approving)
        {
            throw new XunitException(FirstDifference(expected, actual, approved));
        }
    }

    private static string FirstDifference(string expected, string actual, string file)
    {
        var (want, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(want.Length, got.Length)).First(i => want.ElementAtOrDefault(i) != got.ElementAtOrDefault(i));
        return $"{file}({line + 1}):\n  approved: {want.ElementAtOrDefault(line)}\n  received: {got.ElementAtOrDefault(line)}";
    }
}

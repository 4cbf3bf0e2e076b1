using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Support;

/// <summary>Where the commands keep what they linked: a folder for all tests of this process, which share its environment, and gone with it.</summary>
internal static class KeptPolicies
{
    private static readonly TemporaryFolder Folder = Make();

    /// <summary>Has them keep it there from now on.</summary>
    public static void Isolate() => Assert.True(Directory.Exists(Folder.Path));

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder.Path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}

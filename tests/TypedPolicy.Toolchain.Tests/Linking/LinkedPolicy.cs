using TypedPolicy.Toolchain.Tests.Reading;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Toolchain.Tests.Linking;

/// <summary>CIL that secilc linked, with neverallow checking on and conflicts as errors.</summary>
internal sealed class LinkedPolicy
{
    private readonly Lazy<PolicyDump> _dump;

    private LinkedPolicy(ToolRun run, string binary, string fileContexts)
    {
        Run = run;
        Binary = binary;
        FileContexts = fileContexts;
        _dump = new(ReadBack);
    }

    /// <summary>How secilc ended.</summary>
    public ToolRun Run { get; }

    /// <summary>The path of the binary policy.</summary>
    public string Binary { get; }

    /// <summary>The path of the file contexts that secilc wrote.</summary>
    public string FileContexts { get; }

    /// <summary>The lines of the file contexts.</summary>
    public string[] FileContextLines => File.ReadAllLines(FileContexts);

    /// <summary>The binary policy, read back.</summary>
    public PolicyDump Dump => _dump.Value;

    /// <summary>Links files; whether that succeeds is for the test to say.</summary>
    public static LinkedPolicy Link(TemporaryFolder folder, IEnumerable<string> files, bool merging = true)
    {
        var name = Guid.NewGuid().ToString("N");
        var (binary, fileContexts) = (folder.At(name), folder.At(name + ".fc"));
        return new LinkedPolicy(Tool.Secilc.Run(["-v", .. (string[])(merging ? ["-m"] : []), "-o", binary, "-f", fileContexts, .. files]), binary, fileContexts);
    }

    private PolicyDump ReadBack()
    {
        Run.Succeeded();
        return PolicyDump.Read(Tool.Checkpolicy.Run("-M", "-b", "-C", "-o", "/dev/stdout", Binary).Succeeded().Output);
    }
}

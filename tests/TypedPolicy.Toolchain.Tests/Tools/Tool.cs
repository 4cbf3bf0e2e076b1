using System.Diagnostics;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Tools;

/// <summary>A program of the SELinux toolchain, run by its arguments alone: no shell reads them.</summary>
internal sealed class Tool
{
    // Only a hang takes this long: on a busy machine everything else ends sooner.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(30);
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];
    private readonly string _name;
    private readonly string _package;

    private Tool(string name, string package) => (_name, _package) = (name, package);

    public static Tool Secilc { get; } = new("secilc", "secilc");

    public static Tool Checkpolicy { get; } = new("checkpolicy", "checkpolicy");

    public static Tool Checkmodule { get; } = new("checkmodule", "checkpolicy");

    public static Tool SemodulePackage { get; } = new("semodule_package", "semodule-utils");

    public static Tool Make { get; } = new("make", "make");

    public static Tool M4 { get; } = new("m4", "m4");

    public static Tool Semodule { get; } = new("semodule", "policycoreutils");

    public static Tool Setfiles { get; } = new("setfiles", "policycoreutils");

    public static Tool Matchpathcon { get; } = new("matchpathcon", "selinux-utils");

    public static Tool Seinfo { get; } = new("seinfo", "setools");

    public static Tool Sesearch { get; } = new("sesearch", "setools");

    public static Tool Sedta { get; } = new("sedta", "setools");

    public static Tool Seinfoflow { get; } = new("seinfoflow", "setools");

    public static Tool Sediff { get; } = new("sediff", "setools");

    /// <summary>The Python that setools is installed for, which need not be the first on the path.</summary>
    public static Tool Python { get; } = new("/usr/bin/python3", "python3-setools");

    public static Tool PackageToCil { get; } = new("/usr/libexec/selinux/hll/pp", "policycoreutils");

    public static Tool Bzip2 { get; } = new("bzip2", "bzip2");

    public static Tool Cp { get; } = new("cp", "coreutils");

    public static Tool Chown { get; } = new("chown", "coreutils");

    public static Tool Dpkg { get; } = new("dpkg", "dpkg");

    public static Tool DpkgDeb { get; } = new("dpkg-deb", "dpkg");

    public static Tool Rpm { get; } = new("rpm", "rpm");

    public static Tool Lintian { get; } = new("lintian", "lintian");

    public static Tool Shellcheck { get; } = new("shellcheck", "shellcheck");

    public static Tool Sh { get; } = new("sh", "dash");

    public static Tool Tar { get; } = new("tar", "tar");

    public static Tool Unshare { get; } = new("unshare", "util-linux");

    public static Tool Kill { get; } = new("kill", "procps");

    public static Tool Mkfifo { get; } = new("mkfifo", "coreutils");

    public static Tool Mount { get; } = new("mount", "mount");

    public static Tool Umount { get; } = new("umount", "mount");

    public static Tool DpkgQuery { get; } = new("dpkg-query", "dpkg");

    public static Tool Script { get; } = new("script", "bsdutils");

    public static Tool Dotnet { get; } = new("dotnet", "dotnet-sdk-10.0");

    public ToolRun Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the tool with bytes to read.</summary>
    public ToolRun Run(byte[] input, string[] arguments)
    {
        var start = new ProcessStartInfo(Find())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says what happened.
        }

        if (!process.WaitForExit(Hang))
        {
            process.Kill();
            Assert.Fail($"{_name} did not end within {Hang.TotalSeconds} s.");
        }

        reading.Wait();
        return new ToolRun($"{_name} {string.Join(' ', arguments)}", process.ExitCode, output.ToArray(), error.Result);
    }

    private string Find()
    {
        var found = Folders.Select(folder => Path.Combine(folder, _name)).FirstOrDefault(File.Exists);
        Assert.True(found is not null, $"{_name} is missing. Install the Debian package {_package}: apt-get install {_package}");
        return found;
    }
}

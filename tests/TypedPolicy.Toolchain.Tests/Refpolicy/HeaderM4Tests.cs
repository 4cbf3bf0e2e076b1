using System.Text;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Refpolicy;

/// <summary>The headers themselves, through their own macros, in the two steps of the devel Makefile.</summary>
[Trait("Needs", "toolchain")]
public sealed class HeaderM4Tests
{
    [Fact]
    public void The_headers_become_the_text_that_GNU_m4_makes_of_them()
    {
        string[] files = [.. DebianHeaders.Support, .. DebianHeaders.Interfaces];
        var theirs = Tool.M4.Run(files).Succeeded().Output;
        Assert.Equal(theirs, Run([], files));
    }

    [Fact]
    public void A_module_with_every_interface_becomes_the_text_that_GNU_m4_makes_of_it()
    {
        using var folder = new TemporaryFolder();
        string[] headers = [.. DebianHeaders.Support, .. DebianHeaders.Interfaces];
        var interfaces = Tool.M4.Run(headers).Succeeded().Output.Replace("dollarsstar", "$*", StringComparison.Ordinal);
        var names = new StringBuilder("policy_module(everything, 1.2.3)\n");
        foreach (var line in headers.SelectMany(File.ReadLines))
        {
            if ((line.StartsWith("interface(`", StringComparison.Ordinal) || line.StartsWith("template(`", StringComparison.Ordinal)) && line.IndexOf('\'') is var end and > 0)
            {
                names.Append(line, line.IndexOf('`') + 1, end - line.IndexOf('`') - 1).Append("(one_t, `two', { three_t four_t }, `five six',)\n");
            }
        }

        string[] files = [.. DebianHeaders.Support, folder.Write("all_interfaces.conf", "divert(-1)\n" + interfaces + "\ndivert\n"), folder.Write("everything.te", names.ToString())];
        var theirs = Tool.M4.Run([.. DebianHeaders.Flags, .. files]).Succeeded().Output;
        Assert.True(theirs.Length > 10_000_000);
        Assert.Equal(theirs, Run(["enable_mcs", "distro_debian", "init_systemd", "direct_sysadm_daemon", "enable_ubac", "mls_num_sens=16", "mls_num_cats=1024", "mcs_num_cats=1024"], files));
    }

    private static string Run(string[] definitions, string[] files)
    {
        var map = new SourceMap();
        var engine = new M4Engine(map);
        foreach (var definition in definitions)
        {
            var equals = definition.IndexOf('=');
            engine.Define(equals < 0 ? definition : definition[..equals], equals < 0 ? "" : definition[(equals + 1)..]);
        }

        foreach (var file in files)
        {
            engine.Run(map.Add(file, File.ReadAllText(file)));
        }

        Assert.False(engine.IsStopped, string.Join("\n", engine.Problems.Problems));
        return engine.TakeOutput().Text;
    }
}

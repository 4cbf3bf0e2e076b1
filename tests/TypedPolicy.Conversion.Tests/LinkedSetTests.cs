using Microsoft.CodeAnalysis;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>The permission sets of bindings, linked: they give what m4 and checkmodule make of the macros.</summary>
[Trait("Needs", "toolchain")]
public sealed class LinkedSetTests : IDisposable
{
    private const string Module = """
        policy_module(till, 1.0)
        gen_require(`class file keep_file_perms; class dir keep_dir_perms; class tcp_socket serve_socket_perms; class udp_socket serve_socket_perms;
            attribute file_type, non_auth_file_type, non_security_file_type;')
        type till_t;
        type drawer_t;
        shop_file(drawer_t)
        allow till_t drawer_t:file { keep_file_perms };
        allow till_t drawer_t:dir keep_dir_perms;
        allow till_t self:{ tcp_socket udp_socket } serve_socket_perms;

        """;

    private const string Written = """
        [assembly: PolicyModule("till")]
        [PolicyType] sealed class Till;

        [FileType]
        [AllowFrom<Till>(Perms.File.Keep, Perms.Dir.Keep)]
        sealed class Drawer;

        [RulesFor<Till>, Allow<Self>(Perms.TcpSocket.Serve, Perms.UdpSocket.Serve)]
        static class Talk;
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sets_written_by_hand_and_sets_of_a_converted_module_give_what_the_macros_do()
    {
        var theirs = Granted(Compiled());
        Assert.Equal(4, theirs.Length);

        var converted = SmallPolicy.Convert(Module);
        Assert.True(converted.IsComplete);
        Assert.Contains(converted.Files, f => f.Text.Contains("Perms.File.Keep", StringComparison.Ordinal));
        Assert.Equal(theirs, Granted(Cil([.. converted.Files.Select(f => (f.Name, f.Text))])));
        Assert.Equal(theirs, Granted(Cil(("Till.cs", Written))));
    }

    /// <summary>The module as the devel Makefile compiles it.</summary>
    private string Compiled()
    {
        // The macros that the Makefile of headers would define for interfaces.
        var head = _folder.Write("head.m4", "define(`interface',`define(`$1',`$2')')define(`template',`define(`$1',`$2')')\n");
        var headers = SmallPolicy.Files.Where(f => f.Path.EndsWith(".spt", StringComparison.Ordinal) || f.Path.EndsWith(".if", StringComparison.Ordinal)).Select((f, i) => _folder.Write($"{i}.m4", f.Text.Replace("$2')", "$2')", StringComparison.Ordinal)));
        var text = Tool.M4.Run([head, .. headers, _folder.Write("till.te", "divert(0)dnl\n" + Module)]).Succeeded().Output;
        Tool.Checkmodule.Run("-M", "-m", "-C", "-o", _folder.At("till.cil"), _folder.Write("till.tmp", text[text.IndexOf("module till", StringComparison.Ordinal)..])).Succeeded();
        return _folder.At("till.cil");
    }

    private string Cil(params (string Name, string Text)[] files)
    {
        var bindings = Policy.Compile([.. BaseBindings.Write(SmallPolicy.Names)]).WithAssemblyName("TypedPolicy.Base.small");
        using var image = new MemoryStream();
        Assert.Empty(bindings.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        var policy = Policy.Of(
            Policy.Compile([.. files, ("Usings.cs", "global using TypedPolicy; global using TypedPolicy.Base;")]).AddReferences(MetadataReference.CreateFromImage(image.ToArray())).WithAssemblyName("till"),
            new() { ["TypedPolicyLineMarks"] = "false", ["TypedPolicyTargets"] = "debian12" });
        Assert.Empty(policy.Problems);
        return _folder.Write($"ours{files.Length}.cil", policy.CilFor("debian12"));
    }

    /// <summary>What till_t may do, linked with Debian's policy.</summary>
    private string[] Granted(string cil)
    {
        Tool.Secilc.Run(["-N", "-m", "-o", _folder.At("policy"), "-f", "/dev/null", .. DebianPolicy.Files, cil]).Succeeded();
        return [.. Tool.Sesearch.Run("-A", "-s", "till_t", "-ds", _folder.At("policy")).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}

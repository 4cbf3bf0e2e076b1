using System.Text;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit.Abstractions;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary>Policy files that someone damaged, linked by native code: whatever becomes of the child, the command ends as it says.</summary>
[Trait("Needs", "toolchain")]
public sealed class DamagedPolicyTests(QuestionTests.Built built, ITestOutputHelper output) : IClassFixture<QuestionTests.Built>
{
    private const int Damaged = 24;

    [Fact]
    public void Damaged_packages_packed_packages_and_CIL_end_in_an_answer_or_an_error()
    {
        byte[][] originals = [Package(), Installed.Bzip2.Run(Package(), ["-c"]).Succeeded().OutputBytes, Encoding.UTF8.GetBytes(File.ReadAllText(built.Module))];
        var codes = new List<int>();
        for (var seed = 0; seed < Damaged; seed++)
        {
            var random = new Random(seed);
            built.WriteBytes("damaged", Damage(originals[seed % originals.Length], random));
            var run = TypedPolicyCommand.Run("members", "init_t", "--policy", built.At("damaged"), "--base", built.Base);
            Assert.True(run.Code is ExitCode.Success or ExitCode.No or ExitCode.Failure, $"Seed {seed} ends with {run.Code}.\n{run.Output}{run.Error}");
            Assert.True(run.Code != ExitCode.Failure || run.Error.StartsWith("error: ", StringComparison.Ordinal), $"Seed {seed}: {run.Error}");
            codes.Add(run.Code);
        }

        output.WriteLine(string.Join(", ", codes.GroupBy(c => c).Select(g => $"{g.Count()} end with {g.Key}")));
        Assert.Contains(ExitCode.Failure, codes);
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        for (var times = 1 + random.Next(4); times > 0; times--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(3) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    private byte[] Package()
    {
        var source = built.Write("small.te", "module small 1.0;\nrequire { type init_t; class file { read write }; }\ntype small_t;\nattribute small;\ntypeattribute small_t small;\nallow init_t small_t:file { read write };\n");
        Installed.Checkmodule.Run("-M", "-m", "-o", built.At("small.mod"), source).Succeeded();
        Installed.SemodulePackage.Run("-o", built.At("small.pp"), "-m", built.At("small.mod")).Succeeded();
        return File.ReadAllBytes(built.At("small.pp"));
    }
}

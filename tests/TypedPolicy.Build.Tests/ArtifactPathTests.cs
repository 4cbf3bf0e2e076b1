using CsCheck;

namespace TypedPolicy.Build.Tests;

public class ArtifactPathTests
{
    private static readonly string[] Pieces = ["..", ".", "/", "\\", "a", "b.cil", ":", "~", " ", "\0", "-"];

    [Theory]
    [InlineData("gravity.cil")]
    [InlineData("contexts/lxc_contexts")]
    [InlineData("lxc_contexts")]
    [InlineData("a/b-2/c_d.fc")]
    [InlineData("a.b.cil")]
    public void A_file_below_the_folder_is_accepted(string path) => Assert.Null(ArtifactPath.Refusal(path));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share")]
    [InlineData("..")]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("C:/evil")]
    [InlineData("C:evil")]
    [InlineData("a.cil:stream")]
    [InlineData("..\\evil")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("é.cil")]
    [InlineData("a*.cil")]
    [InlineData("$(HOME)")]
    [InlineData("%41.cil")]
    [InlineData("a;b")]
    [InlineData("~/a")]
    [InlineData(".stamp")]
    [InlineData("a/.files")]
    [InlineData("a.")]
    [InlineData("-rf")]
    [InlineData("nul")]
    [InlineData("a/COM1.cil")]
    public void Anything_else_is_refused_with_a_reason(string path) => Assert.NotNull(ArtifactPath.Refusal(path));

    [Theory]
    [InlineData("helper.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Build.props/a.cil")]
    [InlineData("evil.csproj")]
    [InlineData("evil.dll")]
    [InlineData("evil.sh")]
    [InlineData("evil")]
    [InlineData("Makefile")]
    [InlineData("a.cil.cs")]
    [InlineData("a.cs/lxc_contexts")]
    [InlineData("file_contexts.bin")]
    [InlineData("lxc_contexts.cs")]
    [InlineData("cil")]
    public void A_file_that_policy_is_not_made_of_is_refused(string path) => Assert.NotNull(ArtifactPath.Refusal(path));

    [Fact]
    public void A_path_that_is_too_long_is_refused()
    {
        Assert.Null(ArtifactPath.Refusal(new string('a', ArtifactPath.MaxLength - 4) + ".cil"));
        Assert.NotNull(ArtifactPath.Refusal(new string('a', ArtifactPath.MaxLength - 3) + ".cil"));
    }

    [Fact]
    public void No_accepted_path_leaves_the_folder()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "root"));
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 8].Select(string.Concat).Sample(path =>
            Assert.True(
                ArtifactPath.Refusal(path) is not null
                || Path.GetFullPath(Path.Combine(root, path)).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
    }
}

using System.Text.RegularExpressions;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Labels;

/// <summary>File contexts for the build of the reference policy, where m4 adds the level.</summary>
[Trait("Needs", "toolchain")]
public partial class GenContextTests
{
    [Fact]
    public void Each_line_is_the_plain_one_with_gen_context_around_the_context()
    {
        (string, string)[] files = [LinkedCase.BaseNames, .. Cases.All.Select(c => c.File), ("Usings.cs", "global using System;")];
        var plain = Policy.Of(files, []).Artifact("vocabulary.fc", "refpolicy").Split('\n');
        var generated = Policy.Of(files, new() { ["TypedPolicyFileContextFormat"] = "gen_context" }).Artifact("vocabulary.fc", "refpolicy").Split('\n');
        Assert.Equal(plain, generated.Select(line => GenContext().Replace(line, "$1:$2")));
        Assert.Contains(generated, line => line.EndsWith("gen_context(keeper_u:object_r:labelled_t,s0:c1,c3)", StringComparison.Ordinal));
        Assert.Contains(generated, line => line.EndsWith("\t<<none>>", StringComparison.Ordinal));
        Assert.True(generated.Count(line => line.Contains("gen_context")) > 10);
    }

    /// <summary>As refpolicy's m4 defines it: <c>gen_context(user:role:type,level)</c>, MLS on.</summary>
    [GeneratedRegex(@"gen_context\((\w+:object_r:\w+),(s\d[^()]*)\)$")]
    private static partial Regex GenContext();
}

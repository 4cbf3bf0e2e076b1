extern alias model;

using Microsoft.Build.Utilities;
using TypedPolicy.Tests.Hostile;
using MSBuildText = model::TypedPolicy.Model.Languages.MSBuildText;

namespace TypedPolicy.Build.Tests;

public sealed class MSBuildTextTests
{
    [Fact]
    public void MSBuild_reads_an_escaped_text_as_it_was()
    {
        foreach (var text in TextMutations.Texts(13, 5_000))
        {
            var escaped = MSBuildText.Escape(text);
            Assert.DoesNotContain(escaped, c => c is '$' or '@' or ';' or '*' or '?' or '(' or ')' or ',');
            Assert.Equal(text, Unescaped(escaped));
        }
    }

    /// <summary>The value of metadata, as a project gives it: MSBuild unescapes it when a task asks.</summary>
    private static string Unescaped(string escaped)
    {
        var item = new TaskItem("x");
        item.SetMetadata("Value", escaped);
        return item.GetMetadata("Value");
    }
}

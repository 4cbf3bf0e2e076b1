using Microsoft.Build.Framework;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>Says which of the settings that take a word have one that means nothing, and which was probably meant.</summary>
public sealed class CheckSettings : Microsoft.Build.Utilities.Task
{
    /// <summary>The value of TypedPolicyVerify.</summary>
    public string Verify { get; set; } = "";

    /// <summary>The value of TypedPolicyLineMarks.</summary>
    public string LineMarks { get; set; } = "";

    /// <summary>The value of TypedPolicyFileContextFormat.</summary>
    public string FileContextFormat { get; set; } = "";

    /// <summary>The project, where the error is reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        // MSBuild's own booleans are written in any case.
        Check("TypedPolicyVerify", Verify, StringComparer.OrdinalIgnoreCase, "auto", "true", "false");
        Check("TypedPolicyLineMarks", LineMarks, StringComparer.OrdinalIgnoreCase, "true", "false");
        Check("TypedPolicyFileContextFormat", FileContextFormat, StringComparer.Ordinal, "plain", "gen_context");
        return !Log.HasLoggedErrors;
    }

    private void Check(string property, string value, StringComparer comparer, params string[] words)
    {
        if (value.Length == 0 || words.Contains(value, comparer))
        {
            return;
        }

        var near = Similar.To(value.ToLowerInvariant(), words);
        Log.Error(
            ErrorIds.UnknownSetting,
            $"{property} is '{value}', which means nothing. {(near is null ? "" : $"Perhaps {near} is meant. ")}Write {string.Join(", ", words.Take(words.Length - 1))} or {words[words.Length - 1]}.",
            ProjectFile);
    }
}

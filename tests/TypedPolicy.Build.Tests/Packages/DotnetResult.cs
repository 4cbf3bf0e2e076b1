namespace TypedPolicy.Build.Tests.Packages;

/// <summary>How a run of the SDK ended.</summary>
public sealed record DotnetResult(int ExitCode, string Output)
{
    public DotnetResult Succeeds()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public DotnetResult Fails()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    public DotnetResult SaysNothingOf(string text)
    {
        Assert.DoesNotContain(text, Output, StringComparison.Ordinal);
        return this;
    }

    public DotnetResult Says(string text)
    {
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"Nothing says '{text}' in:\n{Output}");
        return this;
    }
}

namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <summary>Every line of the vocabulary, as policy that is linked.</summary>
public static partial class Cases
{
    public static IEnumerable<LinkedCase> All =>
        [.. Declarations, .. Sets, .. Classes, .. Rules, .. Transitions, .. Roles, .. Constraints, .. Blocks, .. Interfaces, .. Labels, .. OfTheAssembly];
}

namespace TypedPolicy.Model.Rules;

/// <summary>A text that is not a name of the policy, such as a file name; or the interface parameter that stands for it.</summary>
/// <param name="Text">The text, or the name of the parameter in the CIL macro.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
public readonly record struct TextArgument(string Text, bool IsParameter);

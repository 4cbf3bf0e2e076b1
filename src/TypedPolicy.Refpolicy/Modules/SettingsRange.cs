namespace TypedPolicy.Refpolicy.Modules;

/// <summary>Text of a module that it has by its policy's settings.</summary>
/// <param name="Condition">What it is for: <c>ifdef(enable_mcs)</c>.</param>
/// <param name="Start">The position where it begins.</param>
/// <param name="End">The position of its last character.</param>
internal readonly record struct SettingsRange(string Condition, int Start, int End);

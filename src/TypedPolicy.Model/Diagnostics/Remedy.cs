namespace TypedPolicy.Model.Diagnostics;

/// <summary>What the fix of a finding writes, where there is one right answer, or a few to choose from.</summary>
public abstract record Remedy;

/// <summary>Another text in place of the one at the finding.</summary>
/// <param name="Text">All of the text.</param>
public sealed record WriteText(string Text) : Remedy;

/// <summary>Other C# in place of what is at the finding.</summary>
/// <param name="CSharp">The C#, with names in full.</param>
public sealed record WriteCode(string CSharp) : Remedy;

/// <summary>Another SELinux name for the class at the finding.</summary>
/// <param name="Name">The name.</param>
public sealed record GiveName(string Name) : Remedy;

/// <summary>The name of an [External] class corrected.</summary>
/// <param name="Wrong">The name that it has.</param>
/// <param name="Right">The name that was meant.</param>
public sealed record CorrectName(string Wrong, string Right) : Remedy;

/// <summary>The block at the finding made static.</summary>
public sealed record MakeStatic : Remedy;

/// <summary>The template that a class derives from closed over that class.</summary>
/// <param name="CSharp">The closed template.</param>
public sealed record CloseTemplate(string CSharp) : Remedy;

/// <summary>One of the kinds of a class kept.</summary>
/// <param name="Kinds">The kinds that it has.</param>
public sealed record KeepOneKind(EquatableArray<string> Kinds) : Remedy;

/// <summary>A kind added to a class.</summary>
/// <param name="Kinds">The kinds to choose from.</param>
public sealed record AddKind(EquatableArray<string> Kinds) : Remedy;

/// <summary>A kind taken from a class.</summary>
/// <param name="Kind">The kind.</param>
public sealed record RemoveKind(string Kind) : Remedy;

/// <summary>Another kind for a class.</summary>
/// <param name="Kind">The kind.</param>
public sealed record ChangeKind(string Kind) : Remedy;

/// <summary>A member of an attribute in its place.</summary>
/// <param name="Attribute">The SELinux name of the attribute.</param>
public sealed record WriteMember(string Attribute) : Remedy;

/// <summary>The bounds of a range turned round.</summary>
public sealed record SwapBounds : Remedy;

/// <summary>The attribute at the finding removed.</summary>
public sealed record RemoveAttribute : Remedy;

/// <summary>Interfaces of the base in place of the attribute at the finding.</summary>
/// <param name="CSharpNames">Their C# names.</param>
public sealed record WriteInterfaces(EquatableArray<string> CSharpNames) : Remedy;

/// <summary>An interface of the base beside the attribute at the finding.</summary>
/// <param name="CSharpName">Its C# name.</param>
public sealed record AddInterface(string CSharpName) : Remedy;

/// <summary>What is at the finding moved into an optional block.</summary>
/// <param name="Module">The module that a machine may lack.</param>
public sealed record MoveToOptionalBlock(string Module) : Remedy;

/// <summary>A label for a type.</summary>
/// <param name="Path">The path.</param>
public sealed record LabelPath(string Path) : Remedy;

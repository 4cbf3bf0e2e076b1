namespace TypedPolicy.Refpolicy.Sources;

/// <summary>Where a stretch of text comes from: its characters have consecutive positions.</summary>
/// <param name="Start">Its first character, in the text.</param>
/// <param name="Position">The position of that character in the <see cref="SourceMap"/>, or <see cref="SourceMap.Nowhere"/>.</param>
/// <param name="Frame">The macro call that it was written for: an index into <see cref="CallFrames"/>.</param>
public readonly record struct Segment(int Start, int Position, int Frame);

namespace TypedPolicy.Model;

/// <summary>
/// Where in the C# a part of the model is declared: a number into the table of <see cref="Place"/>s that goes beside the model,
/// so that an edit which only moves lines leaves the model equal to what it was.
/// </summary>
/// <param name="Index">The number; negative where there is no place.</param>
public readonly record struct Origin(int Index)
{
    /// <summary>No place: made by the product itself, or read from another assembly.</summary>
    public static readonly Origin None = new(-1);
}

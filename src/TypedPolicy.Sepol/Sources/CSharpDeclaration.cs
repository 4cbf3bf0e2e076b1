using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>The C# name, the documentation and the place of a name, as a module made from C# has them where it declares it.</summary>
/// <param name="Name">The SELinux name.</param>
/// <param name="CSharp">The C# name.</param>
/// <param name="Summary">What the class is documented as; empty if it is not.</param>
/// <param name="Mark">Where the class is; null if the module has no line marks.</param>
/// <param name="IsType">Whether it is a type or attribute.</param>
internal sealed record CSharpDeclaration(string Name, string CSharp, string Summary, SourceMark? Mark, bool IsType);

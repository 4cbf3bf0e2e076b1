namespace TypedPolicy.Tool.Packaging;

/// <summary>The kinds of packages.</summary>
[Flags]
internal enum PackageKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>An archive with an installer.</summary>
    Tar = 1,

    /// <summary>A package of dpkg.</summary>
    Deb = 2,

    /// <summary>A package of RPM, or what it is built from.</summary>
    Rpm = 4,
}

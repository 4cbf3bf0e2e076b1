namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>How a module calls an interface.</summary>
internal enum CallForm
{
    /// <summary>By itself.</summary>
    Plain,

    /// <summary>With a set for each argument that may be one: <c>{ a_t b_t }</c>.</summary>
    Set,

    /// <summary>In an optional block.</summary>
    Optional,

    /// <summary>Where a tunable is on.</summary>
    Tunable,
}

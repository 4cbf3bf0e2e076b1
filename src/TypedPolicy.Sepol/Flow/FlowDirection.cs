namespace TypedPolicy.Sepol.Flow;

/// <summary>Which way information goes by a permission.</summary>
[Flags]
public enum FlowDirection
{
    /// <summary>It moves nothing.</summary>
    None = 0,

    /// <summary>From the object to the subject.</summary>
    Read = 1,

    /// <summary>From the subject to the object.</summary>
    Write = 2,

    /// <summary>Both ways.</summary>
    Both = Read | Write,
}

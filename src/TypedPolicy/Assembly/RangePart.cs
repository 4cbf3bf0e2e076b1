namespace TypedPolicy;

/// <summary>Which part of a security range a new object takes.</summary>
public enum RangePart
{
    /// <summary>The low level (<c>low</c>).</summary>
    Low = 0,

    /// <summary>The high level (<c>high</c>).</summary>
    High = 1,

    /// <summary>Both (<c>low-high</c>).</summary>
    LowHigh = 2,
}

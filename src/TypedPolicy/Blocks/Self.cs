namespace TypedPolicy;

/// <summary>
/// The subject itself: as a target, <c>self</c>; in a template closed over it
/// (<c>GravityDomainTemplate&lt;Self&gt;.State</c>), each deriving class in turn.
/// </summary>
public sealed class Self
{
    private Self()
    {
    }
}

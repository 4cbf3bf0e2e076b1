namespace TypedPolicy.Tool.Tests.Support;

/// <summary>The smallest policy that needs no other: one type, one category.</summary>
internal static class WholePolicy
{
    public const string Cil = """
        (mls true)(class file (read))(class process (transition))(classorder (file process))
        (sid kernel)(sidorder (kernel))(sensitivity s0)(sensitivityorder (s0))(category cat0)(categoryorder (cat0))(sensitivitycategory s0 (cat0))
        (type a_t)(role own_r)(user own_u)(userrole own_u own_r)(roletype own_r a_t)(userlevel own_u (s0))(userrange own_u ((s0)(s0)))
        (sidcontext kernel (own_u own_r a_t ((s0)(s0))))(allow a_t a_t (file (read)))
        """;
}

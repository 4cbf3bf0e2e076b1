namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>A statement of a linked policy, with the condition that it stands under.</summary>
internal sealed record Statement(CilTree Tree, string Condition)
{
    public string Suffix => Condition.Length == 0 ? "" : " if " + Condition;

    public override string ToString() => Tree.Inside + Suffix;
}

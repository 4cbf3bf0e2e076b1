using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Policies;

/// <summary>The policies that are kept once they are linked.</summary>
[Trait("Needs", "toolchain")]
public sealed class LinkedPoliciesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Why_a_link_fails_is_said_though_the_folder_of_kept_policies_is_gone()
    {
        var wrong = _folder.Write("wrong.cil", "(typealias a)\n(typealiasactual a kernel_t)\n(typealiasactual a other_t)\n");

        var thrown = Assert.Throws<SepolException>(() => LinkedPolicies.Link([wrong], PolicyBase.From([]), _folder.At("gone/kept")));

        Assert.StartsWith("The policy does not link: typealias a cannot", thrown.Message, StringComparison.Ordinal);
    }
}

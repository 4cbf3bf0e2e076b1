using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Queries;

/// <summary>A question about a name that the policy does not have.</summary>
[Trait("Needs", "toolchain")]
public sealed class UnknownNameTests
{
    [Theory]
    [InlineData("gravtiy_t", "file", "read", "The policy has no type 'gravtiy_t'. Did you mean 'gravity_t'?")]
    [InlineData("comet_t", "file", "read", "The policy has no type 'comet_t'.")]
    [InlineData("gravity_t", "flie", "read", "The policy has no class 'flie'. Did you mean 'file'?")]
    [InlineData("gravity_t", "comet", "read", "The policy has no class 'comet'.")]
    [InlineData("gravity_t", "file", "raed", "The class file has no permission 'raed'. Did you mean 'read'?")]
    [InlineData("gravity_t", "file", "everything", "The class file has no permission 'everything'.")]
    public void It_is_said_with_the_name_that_was_probably_meant(string type, string @class, string permission, string says)
    {
        var policy = KernelPolicy.Read(Base.Link("(type gravity_t) (roletype object_r gravity_t)", new() { KeepAttributes = true }).Policy);

        Assert.Equal(says, Assert.Throws<SepolException>(() => policy.Access(type, "gravity_t", @class, permission)).Message);
    }
}

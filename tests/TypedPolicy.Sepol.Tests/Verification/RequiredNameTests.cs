using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Verification;

/// <summary>A name that an interface of the base requires, and no rule uses, is missing: the error says which name, and what call needs it.</summary>
[Trait("Needs", "toolchain")]
public sealed class RequiredNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("(type nowhere_t bin_t)", "nowhere_t", "")]
    [InlineData("(type bni_t)", "bni_t", " Did you mean 'bin_t'?")]
    [InlineData("(role nowhere_r system_r)", "nowhere_r", "")]
    [InlineData("(typeattribute nowhere)", "nowhere", "")]
    [InlineData("(boolean nowhere_to)", "nowhere_to", "")]
    [InlineData("(class (lamp (switch)))", "lamp", "")]
    public void It_is_named_with_the_call_at_the_line_of_the_call(string required, string missing, string meant)
    {
        var policy = Policy.Of(
            [
                ("Bindings.cs", $$"""
                    using TypedPolicy;
                    static class Shops
                    {
                        [BaseInterface("shop_read", "(require {{required}}) (allow {subject} bin_t (file (read)))")]
                        public sealed class ReadAttribute : PolicyInterfaceAttribute;
                    }
                    """),
                ("Policy.cs", "using TypedPolicy;\n[assembly: PolicyModule(\"clerk\")]\n[Shops.Read]\n[Domain] class Clerk;\n"),
            ],
            new() { ["TypedPolicyLineMarks"] = "true" });
        Assert.Empty(policy.Problems);

        var findings = PolicyVerifier.Verify([new(new("clerk.cil", Encoding.UTF8.GetBytes(policy.Cil)), true)], Base());
        var finding = Assert.Single(findings);
        Assert.Equal("Policy.cs(3)", finding.Place!.ToString());
        Assert.Equal(
            $"Neither this policy nor its base declares '{missing}', which shop_read(clerk_t) requires.{meant} Add the policy that declares it, or put the call into an [Optional] block. (Failed to resolve {missing switch { "nowhere_r" => "roleattributeset", "nowhere_to" => "booleanif", "lamp" => "allow", _ => "typeattributeset" }} statement)",
            finding.Message);
    }

    private PolicyBase Base()
    {
        using var stream = typeof(RequiredNameTests).Assembly.GetManifestResourceStream("base.cil")!;
        using var reader = new StreamReader(stream);
        return PolicyBase.From([_folder.Write("base.cil", reader.ReadToEnd())]);
    }
}

using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <summary>Each attribute of the vocabulary does on a kernel what its documentation says.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class VocabularyTests(DebianGuest guest)
{
    /// <summary>Attributes that no kernel shows by itself, and why.</summary>
    private static readonly Dictionary<Type, string> NotSeen = new()
    {
        [typeof(NeverAllowAttribute<>)] = "an assertion: it is checked when the policy is linked, and no kernel has it",
        [typeof(NeverAllowFromAttribute<>)] = "an assertion",
        [typeof(NeverAllowIoctlAttribute<,>)] = "an assertion",
        [typeof(NetifAttribute)] = "the kernel asks for the type of an interface only where labels travel with packets (NetLabel, IPsec) or always_check_network is on; neither is so on Debian",
        [typeof(NetifAttribute<>)] = "see Netif",
        [typeof(NetifTypeAttribute)] = "see Netif",
        [typeof(InfinibandPkeyAttribute)] = "takes InfiniBand hardware",
        [typeof(InfinibandPkeyAttribute<>)] = "takes InfiniBand hardware",
        [typeof(InfinibandEndPortAttribute)] = "takes InfiniBand hardware",
        [typeof(InfinibandEndPortAttribute<>)] = "takes InfiniBand hardware",
        [typeof(FsUseAttribute<>)] = "FsUse with another type: one case shows both",
        [typeof(BaseInterfaceAttribute)] = "what generated bindings carry; the interfaces are tried by the tests of those",
        [typeof(JustifiedAttribute)] = "speaks to the analyzers",
    };

    public static TheoryData<string> Names => [.. KernelCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kernel_does_what_the_case_says(string name) => KernelCases.All.Single(c => c.Name == name).Check(guest);

    [Fact]
    public void Every_attribute_is_in_a_case_or_said_to_be_seen_by_no_kernel()
    {
        var used = UsedAttributes().ToHashSet();
        var library = typeof(DomainAttribute).Assembly.GetExportedTypes()
            .Where(t => t.IsAssignableTo(typeof(Attribute)) && !t.IsAbstract && t.GetCustomAttributes(typeof(EditorBrowsableAttribute), false).FirstOrDefault() is not EditorBrowsableAttribute { State: EditorBrowsableState.Never });

        Assert.Equal("", string.Join('\n', library.Where(t => used.Contains(t.FullName!) == NotSeen.ContainsKey(t)).Select(t => t.Name)));
    }

    private static IEnumerable<string> UsedAttributes()
    {
        var assembly = KernelCases.Policy.Compilation.Assembly;
        return Inside(assembly.GlobalNamespace).Append(assembly)
            .SelectMany(s => s.GetAttributes())
            .Select(a => a.AttributeClass!.OriginalDefinition)
            .Select(t => $"{t.ContainingNamespace}.{t.MetadataName}");
    }

    private static IEnumerable<ISymbol> Inside(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().SelectMany(m => m is INamespaceOrTypeSymbol inner ? Inside(inner).Prepend(m) : [m]);
}

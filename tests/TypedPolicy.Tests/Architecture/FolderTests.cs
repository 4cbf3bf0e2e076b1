using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedPolicy.Tests.Architecture;

/// <summary>Folders are floors: what stands higher uses what stands lower, and never the other way round.</summary>
public sealed class FolderTests
{
    private static readonly Lazy<FolderReference[]> Product = new(() => [.. ProductSources.AllReferences()]);

    [Fact]
    public void No_folders_of_the_product_use_each_other()
    {
        Assert.True(Product.Value.Length > 3_000, $"Only {Product.Value.Length} references.");
        Assert.Equal("", string.Join("\n", Cycles.Of(Product.Value)));
    }

    [Fact]
    public void The_page_shows_every_folder_above_those_that_it_uses()
    {
        var floors = Floors.Read(ProductSources.Architecture);

        Assert.Equal(ProductSources.Projects.SelectMany(ProductSources.Folders).Order(StringComparer.Ordinal), floors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], Product.Value.Where(r => Project(r.From) == Project(r.To) && floors[r.From] <= floors[r.To]).Select(r => $"{r.From} uses {r.To}: {r.Type} in {r.File}"));
    }

    [Fact]
    public void Two_folders_that_use_each_other_are_a_cycle_and_the_weaker_arrow_is_named()
    {
        var references = Of(
            ("Lower/Name.cs", "namespace Lower; class Name { } class Names { } class Loud { Upper.Shout Shout; }"),
            ("Upper/Shout.cs", "using Lower; namespace Upper; class Shout { Name Name; }"),
            ("Upper/Whisper.cs", "using Lower; namespace Upper; class Whisper { Names All; }"));

        Assert.Equal(["Lower, Upper use each other.", "  Lower takes the least, from Upper: Shout in Name.cs."], Cycles.Of(references));
    }

    [Fact]
    public void A_cycle_through_a_third_folder_is_found_and_what_only_uses_it_is_none_of_it()
    {
        var references = Of(
            ("A/A.cs", "class A { B B; }"),
            ("B/B.cs", "class B { C C; }"),
            ("C/C.cs", "class C { A A; }"),
            ("D/D.cs", "class D { A A; }"));

        Assert.Equal("A, B, C use each other.", Cycles.Of(references).First());
    }

    [Fact]
    public void Members_and_extension_methods_count_and_comments_and_usings_do_not()
    {
        var references = Of(
            ("Lower/Texts.cs", "namespace Lower; static class Texts { public static int Size(this string text) => text.Length; public static Word Of(string text) => null; } class Word { public int Length; }"),
            ("Upper/Sizes.cs", "namespace Upper; using Lower; class Sizes { int Size(string text) => text.Size(); }"),
            ("Upper/Lengths.cs", "namespace Upper; using static Lower.Texts; class Lengths { int Length => Of(\"\").Length; }"),
            ("Upper/Comments.cs", "using Lower; namespace Upper; /// <summary><see cref=\"Word\"/></summary>\nclass Comments { }"));

        Assert.Equal(["Texts in Lengths.cs", "Texts in Sizes.cs", "Word in Lengths.cs"], references.Select(r => $"{r.Type} in {r.File}"));
    }

    private static string Project(string folder) => folder.Split('/')[0];

    private static FolderReference[] Of(params (string Path, string Text)[] files) =>
    [
        .. FolderReferences.Of(
            CSharpCompilation.Create("made-up", files.Select(f => CSharpSyntaxTree.ParseText(f.Text, path: f.Path)), Basic.Reference.Assemblies.Net80.References.All),
            [.. files.Select(f => f.Path)],
            path => path.Split('/')[0]),
    ];
}

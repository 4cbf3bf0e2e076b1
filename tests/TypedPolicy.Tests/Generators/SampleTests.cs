using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

public sealed class SampleTests
{
    private static readonly Lazy<Policy> Carried = new(() => Policy.Of([("src/Sample.cs", Sample.Source)], []).IsGood());

    [Fact]
    public void Its_CIL() => Approved.Match(Carried.Value.Cil, "cil");

    [Fact]
    public void Its_file_contexts_on_Debian() => Approved.Match(Carried.Value.FileContextsFor("debian12"), "fc");

    [Fact]
    public void What_it_declares() => Approved.Match(Carried.Value.Manifest + "\n", "txt");
}

using TypedPolicy.Tests.Support;
namespace TypedPolicy.Tests;
public class TryIt
{
    [Xunit.Fact]
    public void Try()
    {
        var p = Policy.Of(System.IO.File.ReadAllText("/tmp/try/Try.cs"), "true");
        System.IO.File.WriteAllText("/tmp/try/out.cil", p.Cil + string.Join("\n", p.Problems));
        System.IO.File.WriteAllText("/tmp/try/out.fc", p.FileContextsFor("debian12") + p.Manifest);
    }
}

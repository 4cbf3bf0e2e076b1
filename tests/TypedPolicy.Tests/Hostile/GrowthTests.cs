using System.Globalization;
using System.Text;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Hostile;

/// <summary>Policy that would take all memory, all time or the stack of the compiler and of an editor: an error, in both.</summary>
public sealed class GrowthTests
{
    private const int Many = 2_000;

    public static TheoryData<string> Kinds => ["templates that contain one another in a circle", "templates in one another", "templates that double", "interfaces in a row", "interfaces that double", "interfaces in a circle"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Policy_that_grows_without_end_is_an_error_of_the_build(string kind)
    {
        var policy = Policy.Brief(Source(kind));

        Assert.NotEmpty(policy.Problems);
        Assert.All(policy.Problems, p => Assert.Matches("^(TP0008|TP0006|TP1003) ", p));
        Assert.Empty(policy.Artifacts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Policy_that_grows_without_end_is_an_error_in_an_editor(string kind)
    {
        var found = await Analysis.Of(Policy.Compile([("Policy.cs", Source(kind)), ("Usings.cs", "global using TypedPolicy;")], []));

        Assert.Contains("TP0008", found.Select(d => d.Id));
        Assert.DoesNotContain("AD0001", found.Select(d => d.Id));
    }

    private static string Source(string kind) => kind switch
    {
        "templates that contain one another in a circle" => Lines(i => $"[Template] abstract class T{i}<S> {{ [Domain] class F : T{(i + 1) % Many}<F>; }}") + "[Domain] class A : T0<A>;",
        "templates in one another" => Lines(i => $"[Template] abstract class T{i}<S> {{ {(i + 1 < Many ? $"[Domain] class F : T{i + 1}<F>;" : "")} }}") + "[Domain] class A : T0<A>;",
        "templates that double" => Lines(i => $"[Template] abstract class T{i}<S> {{ {(i + 1 < Many ? $"[Domain] class F : T{i + 1}<F>; [Domain] class G : T{i + 1}<G>;" : "")} }}") + "[Domain] class A : T0<A>;",
        "interfaces in a row" => Lines(i => $"[PolicyInterface{(i + 1 < Many ? $", I{i + 1}" : "")}] class I{i}Attribute : PolicyInterfaceAttribute;") + "[Domain, I0] class A;",
        "interfaces that double" => Lines(i => $"[PolicyInterface{(i + 1 < Many ? $", I{i + 1}<Arg1>, I{i + 1}<Self>" : "")}] class I{i}Attribute<T> : PolicyInterfaceAttribute;") + "[Domain, I0<Self>] class A;",
        _ => Lines(i => $"[PolicyInterface, I{(i + 1) % Many}] class I{i}Attribute : PolicyInterfaceAttribute;") + "[Domain, I0] class A;",
    };

    private static string Lines(Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Many; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line(i)}\n");
        }

        return text.ToString();
    }
}

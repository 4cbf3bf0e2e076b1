using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>Every interface and template of the installed headers: what we say a call does is what the toolchain makes of it.</summary>
[Trait("Needs", "toolchain")]
public sealed class InterfaceDifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_call_does_what_m4_and_checkmodule_make_of_it()
    {
        var tree = ModuleCompiler.ReadDebian();
        Assert.Empty(tree.Problems);
        Assert.True(tree.Interfaces.Length > 8_900, "Debian's headers hold more interfaces than these.");
        var calls = tree.Interfaces.SelectMany((item, i) => Calls(item).Concat(InOtherForm(item, i))).ToList();
        using var compiler = new ModuleCompiler();
        var compiled = compiler.Compile(calls);

        var (equal, facts) = (0, 0L);
        var differences = new List<string>();
        for (var i = 0; i < calls.Count; i++)
        {
            var difference = Difference(calls[i], compiled[i].Cil, compiled[i].Refusal, ref facts);
            if (difference is null)
            {
                equal++;
            }
            else
            {
                differences.Add($"{calls[i].Text}: {difference}");
            }
        }

        output.WriteLine($"{calls.Count} calls of {tree.Interfaces.Length} interfaces, {equal} equal, {facts} facts");
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(60)));
        Assert.True(facts > 200_000, "The calls do more than this.");
        compiler.ConfirmPackages(calls.Count, every: 90);
    }

    [Fact]
    public void What_interfaces_are_called_with_does_not_depend_on_how_many_processors_worked_it_out()
    {
        var (one, several) = (ModuleCompiler.ReadDebian(), ModuleCompiler.ReadDebian());
        several.Describe();

        Assert.Equal(one.Interfaces.Select(Described), several.Interfaces.Select(Described));

        static string Described(HeaderInterface item) =>
            $"{item.Name} {item.Signature with { Parameters = [] }} {string.Join(" ", item.Signature.Parameters)} {item.Documentation.Summary}";
    }

    /// <summary>With all arguments, and with as few as there must be.</summary>
    private static IEnumerable<InterfaceCall> Calls(HeaderInterface item)
    {
        var signature = item.Signature;
        yield return new InterfaceCall(item, signature.Parameters.Length);
        if (signature.LeastArguments < signature.Parameters.Length)
        {
            yield return new InterfaceCall(item, signature.LeastArguments);
        }
    }

    /// <summary>In one of the other forms, by turns, so far as the call can have it.</summary>
    private static IEnumerable<InterfaceCall> InOtherForm(HeaderInterface item, int index)
    {
        var form = (CallForm)(1 + (index % 3));
        var hasForm = form switch
        {
            CallForm.Set => item.Signature.Parameters.Any(p => p.Kind == InterfaceParameterKind.Type),

            // checkmodule takes no optional block that is empty, or requires nothing.
            CallForm.Optional => item.Expand().Block is { Requires.IsEmpty: false, Statements.IsEmpty: false },
            _ => true,
        };
        if (hasForm)
        {
            yield return new InterfaceCall(item, item.Signature.Parameters.Length, form);
        }
    }

    /// <summary>What is different; nothing where nothing is, or where the header has a mistake that we know.</summary>
    private static string? Difference(InterfaceCall call, string? cil, string refusal, ref long facts)
    {
        var expanded = call.Interface.Expand(call.Count);
        var isAllowed = call.Form != CallForm.Tunable || call.Interface.Signature.IsCallableInConditional;
        if (cil is null)
        {
            return !isAllowed ? null
                : !HeaderMistakes.All.TryGetValue(call.Interface.Name, out var mistake) ? $"checkmodule refuses it: {refusal.Trim()}"
                : !refusal.Contains(mistake.Message, StringComparison.Ordinal) ? $"checkmodule refuses it for another reason: {refusal.Trim()}"
                : expanded.Compiles == mistake.IsUndefinedMacro ? "we do not see that a macro is not defined"
                : null;
        }

        if (!isAllowed)
        {
            return "we do not allow it where a tunable is on";
        }

        if (!expanded.Compiles)
        {
            return $"we refuse it: {expanded.Problems[0]}";
        }

        var theirs = Listed(CilFacts.Of(cil), call);
        facts += theirs.Count;
        return Difference(theirs, Listed(new ExpandedFacts(call).Of(expanded.Block), call), "")
            ?? (call.Form == CallForm.Set ? null : Difference(theirs, Listed(CilFacts.Of(call.FillText(ExpansionWriter.Write(expanded))), call), "in the text "));
    }

    /// <summary>The facts, without what the module says for the call's sake.</summary>
    private static HashSet<string> Listed(Facts facts, InterfaceCall call)
    {
        // policy_module requires system_r, so that no optional block depends on it.
        var all = facts.All([.. call.Declared, "system_r"]);
        all.RemoveWhere(fact =>
            fact == "require system_r"
            || (fact.Split(' ') is ["type" or "role" or "boolean" or "typeattribute" or "roleattribute", var name, ..] && call.Declared.Contains(name)));
        return all;
    }

    private static string? Difference(HashSet<string> theirs, HashSet<string> ours, string where)
    {
        var missing = theirs.Except(ours).Take(3).Select(fact => $"{where}we lack {fact}");
        var more = ours.Except(theirs).Take(3).Select(fact => $"{where}we add {fact}");
        return string.Join("; ", missing.Concat(more)) is { Length: > 0 } all ? all : null;
    }
}

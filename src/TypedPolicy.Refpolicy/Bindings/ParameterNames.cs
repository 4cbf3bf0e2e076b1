using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.M4;

namespace TypedPolicy.Refpolicy.Bindings;

/// <summary>What bindings call the parameters of an interface: type arguments <c>TExec</c>, constructor arguments <c>@name</c>.</summary>
public static class ParameterNames
{
    /// <summary>The parameters that are type arguments, and their names.</summary>
    public static (List<InterfaceParameter> Parameters, List<string> Names) OfTypes(InterfaceSignature signature) =>
        Named(signature, ExpansionHole.IsArgument, p => "T" + Identifier(p.Name));

    /// <summary>The parameters that are constructor arguments, and their names.</summary>
    public static (List<InterfaceParameter> Parameters, List<string> Names) OfValues(InterfaceSignature signature) =>
        Named(signature, ExpansionHole.IsParameter, p => Camel(Identifier(p.Name)));

    private static (List<InterfaceParameter> Parameters, List<string> Names) Named(InterfaceSignature signature, Func<string, bool> isOne, Func<InterfaceParameter, string> natural)
    {
        var parameters = signature.Parameters.Where(p => isOne(p.Hole)).ToList();

        // None twice.
        var names = new List<string>();
        foreach (var parameter in parameters)
        {
            var name = natural(parameter);
            var free = name;
            for (var i = 2; names.Contains(free); i++)
            {
                free = name + M4Engine.Decimal(i);
            }

            names.Add(free);
        }

        return (parameters, names);
    }

    private static string Identifier(string words)
    {
        var name = NameOf.Pascal(new string([.. words.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_')]));
        return name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? name : "Argument" + name;
    }

    private static string Camel(string name) => "@" + char.ToLowerInvariant(name[0]) + name.Substring(1);
}

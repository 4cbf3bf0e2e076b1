using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Checks;

namespace TypedPolicy.Analyzers.Places;

/// <summary>Turns a finding of the model into a diagnostic at the attribute, argument or characters that are at fault.</summary>
internal static class SpotPlaces
{
    public static Diagnostic Diagnose(Finding finding, ImmutableArray<Location> locations) => Diagnostic.Create(
        RuleDescriptors.Of(finding.Rule),
        Locate(finding.Spot, locations),
        finding.Related.Where(o => o.Index >= 0).Select(o => locations[o.Index]),
        finding.Message);

    private static Location Locate(Spot spot, ImmutableArray<Location> locations)
    {
        var whole = locations[spot.Origin.Index];
        if (spot.Part == SpotPart.Whole || whole.SourceTree?.GetRoot().FindNode(whole.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return whole;
        }

        if (spot.Part == SpotPart.TypeArgument)
        {
            return attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault()?.TypeArgumentList.Arguments.ElementAtOrDefault(spot.Index)?.GetLocation() ?? whole;
        }

        var argument = attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(spot.Index)?.Expression;
        return argument is null ? whole : spot.Length > 0 ? TextPlaces.Of(argument, spot.Start, spot.Length) : argument.GetLocation();
    }
}

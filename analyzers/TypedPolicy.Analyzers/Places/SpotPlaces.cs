using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Places;

/// <summary>Turns a finding of the model into a diagnostic at the attribute, argument or characters that are at fault.</summary>
internal static class SpotPlaces
{
    public static Diagnostic Diagnose(Finding finding, ImmutableArray<Location> locations) => Diagnostic.Create(
        RuleDescriptors.Of(finding.Rule),
        Locate(finding.Spot, locations),
        (DiagnosticSeverity)(int)(finding.Severity ?? RuleDescriptors.SeverityOf(finding.Rule)),
        finding.Related.Where(o => o.Index >= 0).Select(o => locations[o.Index]),
        RemedyProperties.Write(finding.Remedy),
        finding.Message);

    private static Location Locate(Spot spot, ImmutableArray<Location> locations)
    {
        var whole = locations[spot.Origin.Index];
        if (spot.Part == SpotPart.Whole || AttributeAt(whole) is not { } attribute)
        {
            return whole;
        }

        if (spot.Part == SpotPart.TypeArgument)
        {
            return attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault()?.TypeArgumentList.Arguments.ElementAtOrDefault(spot.Index)?.GetLocation() ?? whole;
        }

        var argument = ArgumentOf(attribute, spot.Index);
        return argument is null ? whole : spot.Length > 0 ? TextPlaces.Of(argument, spot.Start, spot.Length) : argument.GetLocation();
    }

    private static AttributeSyntax? AttributeAt(Location place) =>
        place.SourceTree?.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    private static ExpressionSyntax? ArgumentOf(AttributeSyntax attribute, int index) =>
        attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(index)?.Expression;
}

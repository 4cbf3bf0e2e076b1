using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>The macros of the support files as names to be found.</summary>
internal static class SupportNames
{
    public static IEnumerable<FoundName> Of(HeaderTree tree)
    {
        foreach (var name in tree.Symbols.Names.Where(tree.IsSupportMacro))
        {
            var body = tree.Symbols.Find(name)!.Body!;
            if (tree.Sources.PlaceOf(body.PositionOf(0)) is { } place)
            {
                var text = body.Text.Trim();
                var isSet = text.StartsWith("{", StringComparison.Ordinal) && text.IndexOf('$') < 0 && text.IndexOf(';') < 0;
                yield return new FoundName(isSet ? FoundKind.PermissionSet : FoundKind.Macro, name, "", "", place.File, place.Line, "");
            }
        }
    }
}

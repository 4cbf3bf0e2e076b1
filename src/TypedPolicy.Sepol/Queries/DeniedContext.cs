using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>A context of a log, as far as a policy knows its parts: it may be of another policy.</summary>
/// <param name="Part">Its values; 0 for a type that the policy does not have.</param>
/// <param name="IsWhole">Whether user, role and level are of the policy.</param>
internal readonly record struct DeniedContext(ContextPart Part, bool IsWhole)
{
    public static DeniedContext Read(PolicyTables tables, string text)
    {
        var parts = text.Split(':', 4);
        var type = parts.Length < 3 ? 0 : tables.Types.Find(parts[2]);
        type = type != 0 && tables.TypeParts[type] is { IsAttribute: false } ? type : 0;
        if (parts.Length < 4 || tables.Users.Find(parts[0]) is not (> 0 and var user) || tables.Roles.Find(parts[1]) is not (> 0 and var role))
        {
            return new(new(0, 0, type, default), false);
        }

        try
        {
            return new(new(user, role, type, ContextText.ReadRange(tables, parts[3])), true);
        }
        catch (SepolException)
        {
            return new(new(user, role, type, default), false); // levels of another policy, or names for them
        }
    }
}

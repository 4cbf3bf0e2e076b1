using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding.Reading;

/// <summary>Finds the executables through which a domain is entered, as its class and its templates say.</summary>
internal static class Entrypoints
{
    /// <summary>The executable types.</summary>
    public static IEnumerable<EntityRef> Of(INamedTypeSymbol domain, Session session)
    {
        for (var type = domain; type is not null && (SymbolEqualityComparer.Default.Equals(type, domain) || session.Entities.IsTemplate(type)); type = type.BaseType)
        {
            foreach (var nested in type.GetTypeMembers())
            {
                if (session.Attributes.Carries(nested.OriginalDefinition, AttributeKind.Entrypoint))
                {
                    yield return session.Entities.Of(nested);
                }
            }

            var carrier = new Carrier(domain, session.Entities.Of(domain), Owner: null, domain, InInterface: false, Origin.None);
            foreach (var attribute in type.OriginalDefinition.GetAttributes())
            {
                if (session.Attributes.Of(attribute) == AttributeKind.EntrypointOf)
                {
                    yield return session.Types.Of(attribute, 0, carrier);
                }
            }
        }
    }
}

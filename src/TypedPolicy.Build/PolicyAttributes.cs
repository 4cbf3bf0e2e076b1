using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedPolicy.Build;

/// <summary>
/// Tells in metadata which attributes say something of the policy: those of the vocabulary, and those that derive from <c>PolicyInterfaceAttribute</c>, in
/// this assembly or in one that it references.
/// </summary>
/// <param name="metadata">The assembly.</param>
/// <param name="references">The paths of what it references.</param>
internal sealed class PolicyAttributes(MetadataReader metadata, IEnumerable<string> references)
{
    private const string Vocabulary = "TypedPolicy";
    private const string Interface = "PolicyInterfaceAttribute";

    // What the generator and the bindings write, and what declares nothing by itself.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "PolicyManifestAttribute", "PolicyPartAttribute", "PolicyArtifactAttribute", "PolicyProblemAttribute", "PolicyClassesAttribute",
        "BaseInterfaceAttribute", "JustifiedAttribute", "PermissionAttribute", "ClassMappingAttribute",
    };

    private readonly Dictionary<EntityHandle, string?> _known = [];
    private readonly ILookup<string, string> _references = references.ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the attributes that say something of the policy; one of another assembly's interfaces is called by its own name.</summary>
    public List<string> Of(CustomAttributeHandleCollection attributes)
    {
        var names = new List<string>();
        foreach (var handle in attributes)
        {
            var type = TypeOf(metadata.GetCustomAttribute(handle));
            if (type.IsNil)
            {
                continue;
            }

            if (!_known.TryGetValue(type, out var name))
            {
                _known.Add(type, name = Name(type));
            }

            if (name is not null)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The type of an attribute, of a generic one its definition.</summary>
    private EntityHandle TypeOf(CustomAttribute attribute) => Definition(metadata, attribute.Constructor.Kind switch
    {
        HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
        HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
        _ => default,
    });

    private string? Name(EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeDefinition)
        {
            return DerivesFromInterface(metadata, type) ? Interface : null;
        }

        var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
        if (OfVocabulary(metadata, reference) is { } name)
        {
            return name.EndsWith("Attribute", StringComparison.Ordinal) && !Silent.Contains(name) ? name : null;
        }

        return IsInterfaceElsewhere(reference) ? Interface : null;
    }

    /// <summary>The name of a type of the vocabulary, without its arity.</summary>
    private static string? OfVocabulary(MetadataReader metadata, TypeReference type) =>
        type.ResolutionScope.Kind == HandleKind.AssemblyReference
        && metadata.StringComparer.Equals(type.Namespace, Vocabulary)
        && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name, Vocabulary)
            ? metadata.GetString(type.Name).Split('`')[0]
            : null;

    private static bool DerivesFromInterface(MetadataReader metadata, EntityHandle type)
    {
        // A damaged assembly may have a circle.
        for (var steps = 0; steps < 100 && !type.IsNil; steps++)
        {
            type = Definition(metadata, type);
            if (type.Kind != HandleKind.TypeDefinition)
            {
                return type.Kind == HandleKind.TypeReference && OfVocabulary(metadata, metadata.GetTypeReference((TypeReferenceHandle)type)) == Interface;
            }

            type = metadata.GetTypeDefinition((TypeDefinitionHandle)type).BaseType;
        }

        return false;
    }

    /// <summary>The definition or reference of a type; of a generic one that is closed, of what it is made from.</summary>
    private static EntityHandle Definition(MetadataReader metadata, EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return type.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference ? type : default;
        }

        // ECMA-335 II.23.2.14: GENERICINST, CLASS, the type.
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadCompressedInteger() == (int)SignatureTypeKind.Class
            ? blob.ReadTypeHandle()
            : default;
    }

    /// <summary>Whether a type of another assembly derives from the class of interfaces. Bindings of a base policy have theirs nested.</summary>
    private bool IsInterfaceElsewhere(TypeReference type)
    {
        var path = new List<string>();
        while (type.ResolutionScope.Kind == HandleKind.TypeReference && path.Count < 10)
        {
            path.Insert(0, metadata.GetString(type.Name));
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
        {
            return false;
        }

        path.Insert(0, $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");
        var assembly = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        return _references[assembly].Any(file => IsInterfaceIn(file, path));
    }

    private static bool IsInterfaceIn(string file, List<string> path)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(stream);
            if (!image.HasMetadata)
            {
                return false;
            }

            var other = image.GetMetadataReader();
            var found = other.TypeDefinitions.FirstOrDefault(handle =>
                other.GetTypeDefinition(handle) is { } type && type.GetDeclaringType().IsNil && $"{other.GetString(type.Namespace)}.{other.GetString(type.Name)}" == path[0]);
            foreach (var name in path.Skip(1))
            {
                found = found.IsNil ? default : other.GetTypeDefinition(found).GetNestedTypes().FirstOrDefault(nested => other.GetString(other.GetTypeDefinition(nested).Name) == name);
            }

            return !found.IsNil && DerivesFromInterface(other, found);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Whether it can be read is reported where its own policy is.
            return false;
        }
    }
}

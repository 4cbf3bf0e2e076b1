using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Build;

/// <summary>
/// Reads the policy that an assembly carries, as assembly-level attributes, without loading the assembly. Everything in it is input from
/// outside: whatever is not as the generator writes it becomes a <see cref="Fault"/>.
/// </summary>
internal static class PolicyAssemblyReader
{
    /// <summary>The most text that the files of one assembly may have together, in characters. All of Debian's policy has 11 million.</summary>
    public const long MaxTextLength = 128L * 1024 * 1024;

    /// <summary>The most text that one file may have, in characters: a part may be in it any number of times.</summary>
    public const long MaxFileLength = 32L * 1024 * 1024;

    private const string Vocabulary = "TypedPolicy";

    /// <summary>Reads one assembly.</summary>
    /// <param name="path">The path of the assembly.</param>
    /// <param name="fault">What is wrong with what it carries.</param>
    /// <returns>What it carries; <see langword="null"/> if that is nothing, or there is a fault.</returns>
    public static CarriedPolicy? Read(string path, out Fault? fault)
    {
        fault = null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(stream);
            return image.HasMetadata ? Read(path, image.GetMetadataReader()) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidDataException or ArgumentException
            or InvalidOperationException or OverflowException or InvalidCastException)
        {
            fault = new(
                ErrorIds.MalformedCarrier,
                $"The assembly '{path}' carries policy that cannot be read: {e.Message.TrimEnd('.')}. " +
                "Build it again with a TypedPolicy package of the version that this project uses, or remove the reference.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            fault = new(
                ErrorIds.MalformedCarrier,
                $"The assembly '{path}' cannot be opened to see what policy it carries: {e.Message} Restore or build the reference again.");
        }

        return null;
    }

    private static CarriedPolicy? Read(string path, MetadataReader metadata)
    {
        if (!metadata.IsAssembly || !RefersToVocabulary(metadata))
        {
            return null;
        }

        var declarations = new List<DeclaredName>();
        var parts = new Dictionary<int, string>();
        var artifacts = new List<(string Path, string Targets, string Parts)>();
        var problems = new List<CarriedProblem>();
        string? classes = null;
        var assembly = metadata.GetAssemblyDefinition();
        foreach (var handle in assembly.GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            var kind = CarrierKind(metadata, attribute);
            if (kind is null)
            {
                continue;
            }

            var arguments = new AttributeArguments(metadata.GetBlobReader(attribute.Value));
            switch (kind)
            {
                case "PolicyManifestAttribute":
                    _ = arguments.NextString();
                    _ = arguments.NextString();
                    declarations.AddRange(ParseDeclarations(arguments.NextString()));
                    break;
                case "PolicyPartAttribute":
                    var id = arguments.NextNumber();
                    if (parts.ContainsKey(id))
                    {
                        throw new InvalidDataException($"part {id} is there twice");
                    }

                    parts.Add(id, arguments.NextString());
                    break;
                case "PolicyArtifactAttribute":
                    artifacts.Add((arguments.NextString(), arguments.NextString(), arguments.NextString()));
                    break;
                case "PolicyClassesAttribute":
                    classes = arguments.NextString();
                    break;
                default:
                    problems.Add(new(
                        arguments.NextString(),
                        arguments.NextString(),
                        arguments.NextNumber(),
                        arguments.NextNumber(),
                        arguments.NextNumber(),
                        arguments.NextNumber(),
                        arguments.NextString()));
                    break;
            }

            arguments.End();
        }

        return declarations.Count + artifacts.Count + problems.Count == 0 && classes is null
            ? null
            : new CarriedPolicy
            {
                AssemblyPath = path,
                AssemblyName = metadata.GetString(assembly.Name),
                ModuleVersion = metadata.GetGuid(metadata.GetModuleDefinition().Mvid),
                Declarations = declarations,
                Artifacts = Compose(artifacts, parts),
                Problems = problems,
                Classes = classes,
            };
    }

    // Almost every reference of a project ends here.
    private static bool RefersToVocabulary(MetadataReader metadata)
    {
        foreach (var handle in metadata.AssemblyReferences)
        {
            if (metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Vocabulary))
            {
                return true;
            }
        }

        return false;
    }

    private static string? CarrierKind(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference
            || !metadata.StringComparer.Equals(type.Namespace, Vocabulary)
            || !metadata.StringComparer.Equals(
                metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name, Vocabulary))
        {
            return null;
        }

        var name = metadata.GetString(type.Name);
        return name is "PolicyManifestAttribute" or "PolicyPartAttribute" or "PolicyArtifactAttribute" or "PolicyProblemAttribute" or "PolicyClassesAttribute"
            ? name
            : null;
    }

    private static IEnumerable<DeclaredName> ParseDeclarations(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.Length == 0)
            {
                continue;
            }

            yield return DeclaredName.TryParse(trimmed, out var declared)
                ? declared
                : throw new InvalidDataException($"the declaration '{Shortened(trimmed)}' is not a kind and a name");
        }
    }

    private static List<CarriedArtifact> Compose(List<(string Path, string Targets, string Parts)> artifacts, Dictionary<int, string> parts)
    {
        var composed = new List<CarriedArtifact>(artifacts.Count);
        var total = 0L;
        foreach (var (path, targets, numbers) in artifacts)
        {
            var names = CarriedParts.Split(targets);
            if (names.Length == 0)
            {
                throw new InvalidDataException($"the policy file '{Shortened(path)}' is for no target");
            }

            var texts = new List<string>();
            var length = 0L;
            foreach (var (number, text) in CarriedParts.Of(numbers, parts))
            {
                if (text is null)
                {
                    throw new InvalidDataException(
                        $"the policy file '{Shortened(path)}' consists of part '{Shortened(number)}', which is not there");
                }

                texts.Add(text);
                length += text.Length;
                total += text.Length;
                if (length > MaxFileLength)
                {
                    throw new InvalidDataException($"the policy file '{Shortened(path)}' has more than {MaxFileLength} characters");
                }

                if (total > MaxTextLength)
                {
                    throw new InvalidDataException($"its policy files have more than {MaxTextLength} characters together");
                }
            }

            composed.Add(new(path, names, texts));
        }

        return composed;
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "…";
}

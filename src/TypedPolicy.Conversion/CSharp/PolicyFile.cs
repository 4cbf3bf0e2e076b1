namespace TypedPolicy.Conversion.CSharp;

/// <summary>A C# file of the policy that is being written.</summary>
/// <param name="name">Its name, without folders.</param>
/// <param name="namespace">The namespace of its classes.</param>
public sealed class PolicyFile(string name, string @namespace)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The namespace of its classes.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>The namespaces that it uses.</summary>
    public List<string> Usings { get; } = ["TypedPolicy"];

    /// <summary>Comments above the attributes of the assembly.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>Comments at its end.</summary>
    public List<string> Footer { get; } = [];

    /// <summary>Attributes of the assembly, without brackets.</summary>
    public List<string> AssemblyAttributes { get; } = [];

    /// <summary>Its classes.</summary>
    public List<PolicyClass> Classes { get; } = [];
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Binding.Places;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Binding.Reading;

/// <summary>What all readers of one compilation share.</summary>
internal sealed class Session
{
    public Session(Compilation compilation, string projectDirectory, CancellationToken cancellation)
    {
        Compilation = compilation;
        Cancellation = cancellation;
        Attributes = new AttributeClassifier();
        Entities = new EntityTable(Attributes);
        Enums = new EnumReader(Entities);
        Places = new PlaceTable(projectDirectory);
        Modules = new ModuleNames(compilation);
        Types = new TypeArgumentReader(this);
        Missing = new MissingReferences(this);
        Permissions = new PermissionReader(this);
        Interfaces = new InterfaceReader(this);
        BaseInterfaces = new BaseInterfaceReader(this);
        Rules = new RuleReader(this);
        RawCil = new RawCilClasses(this);
        Labels = new LabelReader(this);
        Blocks = new BlockReader(this);
    }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public AttributeClassifier Attributes { get; }

    public EntityTable Entities { get; }

    public EnumReader Enums { get; }

    public PlaceTable Places { get; }

    public ModuleNames Modules { get; }

    public TypeArgumentReader Types { get; }

    public MissingReferences Missing { get; }

    public PermissionReader Permissions { get; }

    public InterfaceReader Interfaces { get; }

    public BaseInterfaceReader BaseInterfaces { get; }

    public RuleReader Rules { get; }

    public RawCilClasses RawCil { get; }

    public LabelReader Labels { get; }

    public BlockReader Blocks { get; }

    /// <summary>What the reading at hand took from elsewhere.</summary>
    public Trace Trace { get; set; } = new();

    public ImmutableArray<Finding>.Builder Findings { get; } = ImmutableArray.CreateBuilder<Finding>();

    public void Report(RuleText text, Origin origin, Remedy? remedy = null) => Report(text, new Spot(origin), remedy);

    public void Report(RuleText text, Spot spot, Remedy? remedy = null) =>
        Findings.Add(new Finding(text with { Text = OneLine(text.Text) }, spot, EquatableArray<Origin>.Empty) { Remedy = remedy });

    /// <summary>A message may quote what the author wrote: it stays on one line, and readable.</summary>
    private static string OneLine(string message)
    {
        const int longest = 600;
        return message.Length <= longest ? PlainText.Line(message) : PlainText.Excerpt(message, longest) + ".";
    }
}

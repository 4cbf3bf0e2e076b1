namespace TypedPolicy.Evidence.Sources;

/// <summary>A file that describes a service.</summary>
/// <param name="Name">What messages call it, with its folder where that tells what it belongs to: <c>greeter.service.d/limits.conf</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record EvidenceFile(string Name, string Text);

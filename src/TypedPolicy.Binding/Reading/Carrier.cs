using Microsoft.CodeAnalysis;
using TypedPolicy.Model;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding.Reading;

/// <summary>What the attributes of a class are read against: whose rules they are, and what the placeholders in them mean.</summary>
/// <param name="Symbol">The class that carries them.</param>
/// <param name="Subject">The subject of the rules.</param>
/// <param name="Owner">What <c>Owner</c> means: the type around the carrier; in a block for another subject, the one that the block is in.</param>
/// <param name="Self">In a template, the class that derives from it.</param>
/// <param name="InInterface">Whether <c>Arg1</c> and <c>Param1</c> mean something.</param>
/// <param name="Outer">For the rules of a template: the place of the class that derives from it. It is their place where the template was read from another assembly.</param>
internal sealed record Carrier(INamedTypeSymbol Symbol, EntityRef Subject, EntityRef? Owner, INamedTypeSymbol? Self, bool InInterface, Origin Outer);

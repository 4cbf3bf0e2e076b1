using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads the arguments of attributes; one that is missing or wrong, as in code half typed, reads as nothing.</summary>
internal static class AttributeArguments
{
    /// <summary>A text among the constructor's arguments.</summary>
    public static string? Text(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>A number, or the value of an enum, among the constructor's arguments; 0 where there is none.</summary>
    public static int Number(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: int or uint or byte or short or ushort or sbyte or long } value
            ? unchecked((int)Convert.ToInt64(value.Value, CultureInfo.InvariantCulture))
            : 0;

    /// <summary>A named argument that was given.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Error, IsNull: false })
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a named argument was given as true.</summary>
    public static bool Flag(this AttributeData attribute, string name) => attribute.Named(name)?.Value is true;
}

using System.Reflection.Metadata;

namespace TypedPolicy.Build;

/// <summary>
/// Reads the arguments of one carrier attribute out of its blob (ECMA-335 II.23.3). A blob that ends early or holds something else
/// is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct AttributeArguments
{
    private BlobReader _blob;

    public AttributeArguments(BlobReader blob)
    {
        _blob = blob;
        if (_blob.ReadUInt16() != 1)
        {
            throw new InvalidDataException("an attribute does not begin as an attribute does");
        }
    }

    /// <summary>The next argument, a string that is not null.</summary>
    public string NextString() =>
        _blob.ReadSerializedString() ?? throw new InvalidDataException("an argument of an attribute is null");

    /// <summary>The next argument, a number.</summary>
    public int NextNumber() => _blob.ReadInt32();

    /// <summary>Checks that nothing follows: no named argument, no stray byte.</summary>
    public void End()
    {
        if (_blob.ReadUInt16() != 0 || _blob.RemainingBytes != 0)
        {
            throw new InvalidDataException("an attribute has more arguments than it should");
        }
    }
}

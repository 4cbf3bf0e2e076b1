using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedPolicy.Model.Security;

/// <summary>An IPv4 or IPv6 address, as <c>nodecon</c> and <c>ibpkeycon</c> have it.</summary>
/// <remarks>
/// Read by its own strict rules, those of <c>inet_pton</c>: four decimal numbers without leading zeros, or eight
/// groups with at most one <c>::</c>. Zones, prefix lengths and shortened IPv4 addresses are refused.
/// </remarks>
public sealed partial record NetworkAddress
{
    private NetworkAddress(ImmutableArray<byte> bytes)
    {
        Bytes = bytes;
    }

    /// <summary>The bytes, 4 or 16, in network order.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>The family.</summary>
    public NetworkFamily Family => Bytes.Length == 4 ? NetworkFamily.IPv4 : NetworkFamily.IPv6;

    /// <summary>For a mask, the number of leading ones; null if they are not together at the front.</summary>
    public int? PrefixLength
    {
        get
        {
            int length = Bytes.Length * 8;
            int ones = 0;
            while (ones < length && Bit(ones))
            {
                ones++;
            }

            return Enumerable.Range(ones, length - ones).Any(Bit) ? null : ones;

            bool Bit(int index) => (Bytes[index / 8] >> (7 - (index % 8)) & 1) != 0;
        }
    }

    /// <summary>Reads an address.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The address.</param>
    /// <param name="error">What is wrong and what to write instead.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out NetworkAddress? value, [NotNullWhen(false)] out string? error)
    {
        string address = text ?? "";
        byte[]? bytes = address.IndexOf(':') >= 0 ? ReadIPv6(address) : ReadIPv4(address);
        value = bytes is null ? null : new([.. bytes]);
        error = bytes is null ? $"'{address}' is not an address: write four decimal numbers as in 192.0.2.0, or an IPv6 address as in 2001:db8::, without zone or prefix length" : null;
        return bytes is not null;
    }

    /// <summary>What is wrong with an address and a mask together; null if the two make a node.</summary>
    public static string? CheckNode(NetworkAddress address, NetworkAddress mask)
    {
        if (address.Family != mask.Family)
        {
            return $"the address is {address.Family}, the mask {mask.Family}: write a mask of the same family";
        }

        if (mask.PrefixLength is null)
        {
            return $"the mask '{mask}' has ones after a zero: write one such as {(mask.Family == NetworkFamily.IPv4 ? "255.255.255.0" : "ffff:ffff::")}";
        }

        NetworkAddress network = new([.. address.Bytes.Zip(mask.Bytes, (a, b) => (byte)(a & b))]);
        return network.Equals(address)
            ? null
            : $"'{address}' has bits outside the mask, so the kernel never matches an address to it: write '{network}'";
    }

    /// <summary>What is wrong with the subnet prefix of Infiniband partition keys, whose lower half is zero.</summary>
    public static string? CheckSubnetPrefix(NetworkAddress prefix) =>
        prefix.Family == NetworkFamily.IPv6 && prefix.Bytes.Skip(8).All(value => value == 0)
            ? null
            : $"'{prefix}' is not a subnet prefix: write an IPv6 address whose lower 64 bits are zero, such as fe80::";

    /// <summary>The canonical text: of IPv6 that of RFC 5952, without embedded IPv4.</summary>
    public override string ToString() =>
        Family == NetworkFamily.IPv4
            ? string.Join(".", Bytes.Select(value => value.ToString(CultureInfo.InvariantCulture)))
            : WriteIPv6();

    /// <inheritdoc/>
    public bool Equals(NetworkAddress? other) => other is not null && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Aggregate(Bytes.Length, (hash, value) => unchecked((hash * 31) + value));
}

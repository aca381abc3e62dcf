using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Access;

/// <summary>
/// Addresses from which something may be used: comma-separated ranges (<c>10.0.0.0/8</c>) and bare addresses, of both
/// IP versions. None at all means everywhere. IPv4 written as IPv6 (<c>::ffff:10.0.0.1</c>) counts as IPv4.
/// </summary>
public sealed class Subnets
{
    public static readonly Subnets Any = new("", []);

    readonly Range[] _ranges;

    Subnets(string text, Range[] ranges) => (Text, _ranges) = (text, ranges);

    /// <summary>As it was written, to be stored and shown.</summary>
    public string Text { get; }

    /// <summary>The ranges and addresses one by one.</summary>
    public IReadOnlyList<string> Entries => Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool IsAny => Text.Length == 0;

    /// <param name="bad">The entries that are neither an address nor a range.</param>
    public static bool TryParse(string? text, out Subnets subnets, out IReadOnlyList<string> bad)
    {
        var entries = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var ranges = entries.Select(Range.Parse).ToArray();
        bad = [.. entries.Where((_, i) => ranges[i] is null)];
        subnets = new(string.Join(", ", entries), [.. ranges.OfType<Range>()]);
        return bad.Count == 0;
    }

    /// <summary>Reads what is stored. An entry that cannot be read matches no address, so it never opens a door.</summary>
    public static Subnets Parse(string? text)
    {
        _ = TryParse(text, out var subnets, out _);
        return subnets;
    }

    /// <summary>Reads a request's list of ranges and addresses; each that is neither is a problem of its own.</summary>
    public static Subnets Read(JsonField? field)
    {
        var entries = new List<string>();
        foreach (var item in field?.Array() ?? [])
        {
            if (item.FilledText() is not { } entry)
                continue;
            if (entry.Contains(',', StringComparison.Ordinal) || !TryParse(entry, out _, out _))
                item.Problem(Errors.PropertyValueInvalid("is not an address or a range like 10.0.0.0/8"));
            entries.Add(entry);
        }
        return Parse(string.Join(',', entries));
    }

    /// <summary>Whether use from this address is allowed.</summary>
    public bool Allows(IPAddress? address) => IsAny || Contains(address);

    /// <summary>Whether the address lies in one of the ranges.</summary>
    public bool Contains(IPAddress? address)
    {
        if (address is null)
            return false;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return _ranges.Any(range => range.Contains(bytes));
    }

    /// <summary>Whether the other one allows whatever this one does.</summary>
    public bool AreWithin(Subnets other) =>
        other.IsAny || (!IsAny && _ranges.All(range => other._ranges.Any(outer => outer.Contains(range))));

    public override string ToString() => Text;

    /// <summary>The first bits of an address. Bits behind them are not looked at, so they may be set.</summary>
    sealed record Range(byte[] Network, int Bits)
    {
        public bool Contains(byte[] address)
        {
            if (address.Length != Network.Length)
                return false;
            var whole = Bits / 8;
            if (!address.AsSpan(0, whole).SequenceEqual(Network.AsSpan(0, whole)))
                return false;
            var mask = 0xFF00 >> (Bits % 8) & 0xFF;
            return mask == 0 || (address[whole] & mask) == (Network[whole] & mask);
        }

        public bool Contains(Range inner) => inner.Bits >= Bits && Contains(inner.Network);

        public static Range? Parse(string entry)
        {
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            if (Address(slash < 0 ? entry : entry[..slash]) is not { } address)
                return null;

            var width = address.GetAddressBytes().Length * 8;
            var bits = width;
            if (slash >= 0 && !(int.TryParse(entry.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) && bits <= width))
                return null;
            if (!address.IsIPv4MappedToIPv6)
                return new(address.GetAddressBytes(), bits);
            return bits >= 96 ? new(address.MapToIPv4().GetAddressBytes(), bits - 96) : null;
        }

        /// <summary>IPv4 in four decimal numbers only: "10.1" and "0x7f.1" are read as addresses nobody meant.</summary>
        static IPAddress? Address(string text)
        {
            if (text.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(text, out var address))
                return null;
            return address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text ? address : null;
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Espalier.Server.Access.Passwords;

/// <summary>One-time codes by the clock (RFC 6238): SHA-1, six digits, thirty seconds, which is what authenticator apps take.</summary>
public static class Totp
{
    public const int SecretBytes = 20;

    const int Seconds = 30;
    const int Digits = 6;
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // The standard's default, and the only one that all authenticator apps know; HMAC does not need what SHA-1 lost.
#pragma warning disable CA5350
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step of which this is the code, one before and one after included, for clocks that differ; null: of none.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        var digits = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), digits))
                found = step;
        return found;
    }

    /// <summary>The secret as people type it.</summary>
    public static string Print(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var octet in secret)
        {
            (bits, count) = ((bits << 8) | octet, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Base32[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }
        if (count > 0)
            text.Append(Base32[(bits << (5 - count)) & 31]);
        return text.ToString();
    }
}

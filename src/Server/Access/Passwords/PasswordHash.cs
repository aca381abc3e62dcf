using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Espalier.Server.Access.Passwords;

/// <summary>
/// Hashes of passwords: PBKDF2 with HMAC-SHA-512, as many rounds as OWASP asks for, a salt each. They tell how they were
/// made (<c>pbkdf2-sha512$rounds$salt$hash</c>), so more rounds later leave old ones readable.
/// </summary>
public static class PasswordHash
{
    const string Name = "pbkdf2-sha512";
    const int Rounds = 210_000;
    const int SaltBytes = 16;
    const int HashBytes = 32;

    /// <summary>No password has this hash; checking one against it takes as long as against another.</summary>
    public static readonly string OfNobody = Print(Rounds, new byte[SaltBytes], new byte[HashBytes]);

    public static string Make(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Print(Rounds, salt, Derive(password, salt, Rounds, HashBytes));
    }

    public static bool Verify(string password, string hash)
    {
        var (rounds, salt, kept) = Parse(hash);
        return CryptographicOperations.FixedTimeEquals(Derive(password, salt, rounds, kept.Length), kept);
    }

    /// <summary>Whether it was made with fewer rounds than are used today.</summary>
    public static bool IsOld(string hash) => Parse(hash).Rounds < Rounds;

    static byte[] Derive(string password, byte[] salt, int rounds, int bytes) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA512, bytes);

    static string Print(int rounds, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    static (int Rounds, byte[] Salt, byte[] Hash) Parse(string hash) =>
        hash.Split('$') is [Name, var rounds, var salt, var kept]
            ? (int.Parse(rounds, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(kept))
            : throw new InvalidDataException("A kept password hash has an unknown form.");
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Espalier.Server.Access.Browsers;

/// <summary>Random texts that open something, and the hashes by which they are known again.</summary>
public static class Secrets
{
    const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>One round is enough: there is nothing to guess in a random text.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

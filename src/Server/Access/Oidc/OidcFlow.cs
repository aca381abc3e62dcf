using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Storage;

namespace Espalier.Server.Access.Oidc;

/// <summary>What the server remembers between sending a browser to the provider and seeing it again.</summary>
/// <param name="State">Comes back in the URL: the answer belongs to this browser's question.</param>
/// <param name="Nonce">Comes back in the ID token: it was made for this question.</param>
/// <param name="Verifier">PKCE: only who asked can turn the code into tokens.</param>
/// <param name="Return">The page to go on with.</param>
public sealed record OidcQuestion(string State, string Nonce, string Verifier, string Return, long AskedAt)
{
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps the question in a cookie of the browser, closed, so that the server need not.</summary>
public sealed class OidcFlow(SessionCookie cookie, DataFolder folder, TimeProvider time)
{
    const string Cookie = SessionCookie.Name + "-oidc";

    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    readonly Seal _seal = new(folder, "oidc");

    public OidcQuestion Begin(HttpContext context, string page)
    {
        var question = new OidcQuestion(Secrets.New(), Secrets.New(), Secrets.New(), page, time.GetUtcNow().ToUnixTimeMilliseconds());
        var closed = _seal.Close(JsonSerializer.SerializeToUtf8Bytes(question));
        cookie.Write(context, Base64Url.EncodeToString(closed), Life, Cookie);
        return question;
    }

    /// <summary>The question that this answer belongs to, null when there is none. It is asked for once.</summary>
    public OidcQuestion? End(HttpContext context, string? state)
    {
        var kept = cookie.Read(context.Request, Cookie);
        cookie.Clear(context, Cookie);
        if (kept is null || state is null || !Base64Url.IsValid(kept) || _seal.Open(Base64Url.DecodeFromChars(kept)) is not { } open)
            return null;
        var question = JsonSerializer.Deserialize<OidcQuestion>(open)!;
        var isLate = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(question.AskedAt) > Life;
        return !isLate && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(question.State)) ? question : null;
    }
}

using Espalier.Server.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Espalier.Server.Access;

/// <summary>
/// Makes and reads the API tokens: JWTs signed with the installation's key. Reading looks at form and signature only;
/// dates, subnets and revocation have errors of their own and are looked at in the API's order by <see cref="TokenCheck"/>.
/// </summary>
public sealed class Tokens(DataFolder folder, ITokenStore store, TimeProvider time)
{
    const string SubnetsClaim = "nets";

    readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    readonly Lazy<SymmetricSecurityKey> _key = new(() => new SymmetricSecurityKey(folder.Key("token", 64)));

    /// <returns>The JWT, which is not kept.</returns>
    public async Task<string> CreateAsync(
        string email, DateTimeOffset start, DateTimeOffset end, Subnets subnets, CancellationToken ct)
    {
        var token = New(email, "", start, end, subnets);
        await store.AddAsync(token, ct);
        return Print(token);
    }

    /// <summary>A token that nobody keeps yet.</summary>
    public Token New(string email, string name, DateTimeOffset start, DateTimeOffset end, Subnets subnets) =>
        new(Guid.NewGuid().ToString("N"), email, start, end, subnets, time.GetUtcNow()) { Name = name };

    /// <summary>The JWT of a token.</summary>
    public string Print(Token token)
    {
        var (email, subnets) = (token.Email, token.Subnets);
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = email,
            [JwtRegisteredClaimNames.Jti] = token.Jti,
        };
        if (!subnets.IsAny)
            claims[SubnetsClaim] = subnets.Text;

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            IssuedAt = token.CreatedAt.UtcDateTime,
            NotBefore = token.StartsAt.UtcDateTime,
            Expires = token.EndsAt.UtcDateTime,
            SigningCredentials = new SigningCredentials(_key.Value, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <returns>The token as it is kept; null when it is not ours, is damaged, unknown or revoked.</returns>
    public async Task<Token?> FindAsync(string jwt, CancellationToken ct)
    {
        var result = await _handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            IssuerSigningKey = _key.Value,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken { Id.Length: > 0 } read)
            return null;

        var token = await store.FindAsync(read.Id, ct);
        return token is { RevokedAt: null } ? token : null;
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Espalier.Server.Access.Oidc;

/// <summary>
/// Talks with the OpenID provider: its description and keys, and the exchange of a code for an ID token, which is checked
/// for signature, issuer, audience, time and nonce.
/// </summary>
public sealed class OidcProvider : IDisposable
{
    const int MostBytes = 1024 * 1024;

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MostBytes };
    readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    readonly OidcOptions _options;
    readonly TimeProvider _time;
    readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> _configuration;

    public OidcProvider(IOptions<OidcOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _configuration = new(() => new(
            _options.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_http) { RequireHttps = !new Uri(_options.Issuer).IsLoopback }));
    }

    /// <summary>Where the browser is sent.</summary>
    /// <exception cref="OidcFailed">The provider cannot be reached.</exception>
    public async Task<string> AuthorizeUrlAsync(OidcQuestion question, string callback, CancellationToken ct)
    {
        var provider = await DescriptionAsync(ct);
        return new OpenIdConnectMessage
        {
            IssuerAddress = provider.AuthorizationEndpoint,
            ClientId = _options.ClientId,
            ResponseType = OpenIdConnectResponseType.Code,
            RedirectUri = callback,
            Scope = _options.Scopes,
            State = question.State,
            Nonce = question.Nonce,
            Parameters = { ["code_challenge"] = question.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl();
    }

    /// <summary>Who came back with this code.</summary>
    /// <exception cref="OidcFailed">The provider did not say it in a way that can be believed.</exception>
    public async Task<OidcIdentity> IdentifyAsync(OidcQuestion question, string code, string callback, CancellationToken ct)
    {
        var provider = await DescriptionAsync(ct);
        var answer = await ExchangeAsync(provider, question, code, callback, ct);
        var token = await ValidateAsync(provider, Text(answer, "id_token") ?? throw new OidcFailed("the provider gave no ID token"), question, ct);
        var (email, verified) = (Text(token, "email"), IsTrue(token, "email_verified"));
        if (email is null && Text(answer, "access_token") is { } access && provider.UserInfoEndpoint is { Length: > 0 } endpoint)
            (email, verified) = await AskAsync(endpoint, access, Text(token, "sub"), ct);
        return new(email ?? throw new OidcFailed("the provider gave no e-mail address"), verified || _options.TrustsEmails);
    }

    public void Dispose() => _http.Dispose();

    async Task<OpenIdConnectConfiguration> DescriptionAsync(CancellationToken ct)
    {
        try
        {
            return await _configuration.Value.GetConfigurationAsync(ct);
        }
        catch (InvalidOperationException e)
        {
            throw new OidcFailed("the provider's description cannot be read", e);
        }
    }

    async Task<JsonElement> ExchangeAsync(
        OpenIdConnectConfiguration provider, OidcQuestion question, string code, string callback, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback,
            ["code_verifier"] = question.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        var ways = provider.TokenEndpointAuthMethodsSupported;
        if (_options.ClientSecret.Length == 0)
            form["client_id"] = _options.ClientId;
        else if (ways.Count == 0 || ways.Contains("client_secret_basic"))
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(
                $"{Uri.EscapeDataString(_options.ClientId)}:{Uri.EscapeDataString(_options.ClientSecret)}")));
        else
            (form["client_id"], form["client_secret"]) = (_options.ClientId, _options.ClientSecret);
        request.Content = new FormUrlEncodedContent(form);
        return await SendAsync(request, ct);
    }

    async Task<JsonElement> ValidateAsync(OpenIdConnectConfiguration provider, string token, OidcQuestion question, CancellationToken ct)
    {
        var result = await ValidateAsync(provider, token);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have new keys.
            _configuration.Value.RequestRefresh();
            result = await ValidateAsync(await DescriptionAsync(ct), token);
        }
        if (!result.IsValid)
            throw new OidcFailed("the ID token is not valid", result.Exception);
        var read = (JsonWebToken)result.SecurityToken;
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(read.EncodedPayload));
        var claims = payload.RootElement.Clone();
        if (Text(claims, "nonce") != question.Nonce)
            throw new OidcFailed("the ID token was made for another question");
        return read.Audiences.Count() == 1 || Text(claims, "azp") == _options.ClientId ? claims : throw new OidcFailed("the ID token is for somebody else");
    }

    Task<TokenValidationResult> ValidateAsync(OpenIdConnectConfiguration provider, string token) =>
        _tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = _options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (start, end, _, _) =>
                end is { } until && _time.GetUtcNow().UtcDateTime < until + Skew && !(start is { } from && _time.GetUtcNow().UtcDateTime < from - Skew),
        });

    /// <summary>Many providers keep the e-mail out of the ID token.</summary>
    async Task<(string? Email, bool Verified)> AskAsync(string endpoint, string access, string? subject, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        var info = await SendAsync(request, ct);
        return subject is not null && Text(info, "sub") == subject
            ? (Text(info, "email"), IsTrue(info, "email_verified"))
            : throw new OidcFailed("the provider tells of somebody else");
    }

    async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await _http.SendAsync(request, ct);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            if (response.IsSuccessStatusCode)
                return json.RootElement.Clone();
            throw new OidcFailed($"the provider refused: {Text(json.RootElement, "error")}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new OidcFailed("the provider did not answer", e);
        }
    }

    static string? Text(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool IsTrue(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}

/// <summary>What the provider says.</summary>
/// <param name="IsVerified">Whether the address is the person's own.</param>
public sealed record OidcIdentity(string Email, bool IsVerified);

/// <summary>The provider could not be asked or not be believed; the message has no personal data.</summary>
public sealed class OidcFailed(string why, Exception? inner = null) : Exception(why, inner);

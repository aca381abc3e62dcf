using System.Net;

namespace Espalier.Server.Access.Sessions;

/// <summary>Who asks, where no tenant is asked for.</summary>
/// <param name="Accounts">Those that may be used now: in tenants that are enabled, from this address.</param>
public sealed record Person(string Email, IPAddress? Address, IReadOnlyList<Account> Accounts, bool IsInstallationAdmin)
{
    /// <summary>The browser's session; null when the person came with a token.</summary>
    public Session? Session { get; init; }

    /// <summary>The session cookie's value; null when the person came with a token.</summary>
    public string? Secret { get; init; }

    /// <summary>Lets handlers take the person as a parameter.</summary>
    public static ValueTask<Person?> BindAsync(HttpContext context) =>
        new(context.Features.Get<Person>() ?? throw new InvalidOperationException("Nobody was asked for at this path."));
}

/// <summary>Says of an endpoint that it belongs to no tenant, and who may ask it.</summary>
/// <param name="IsOpen">Everybody, without being known.</param>
/// <param name="TokensToo">A bearer token will do instead of a session.</param>
public sealed record WithoutTenant(bool IsOpen, bool TokensToo)
{
}

/// <summary>How endpoints say it.</summary>
public static class WithoutTenantExtensions
{
    /// <summary>Somebody who is signed in.</summary>
    /// <param name="tokensToo">Or comes with a token.</param>
    public static RouteHandlerBuilder ForPerson(this RouteHandlerBuilder endpoint, bool tokensToo = false) =>
        endpoint.WithMetadata(new WithoutTenant(IsOpen: false, tokensToo));

    public static RouteHandlerBuilder ForEveryone(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new WithoutTenant(IsOpen: true, TokensToo: false));
}

using System.Net;
using Espalier.Server.Auditing;

namespace Espalier.Server.Access;

/// <summary>Who asks: a user's account in the tenant of the request, as the gateway checks established it.</summary>
public sealed record Caller(string TenantId, string Email, Role Role, IReadOnlyList<string> Groups, IPAddress? Address)
{
    /// <summary>Who is in this group can change nothing at all, not even as an admin.</summary>
    public const string ReadOnly = "readonly";

    /// <summary>Whether it is somebody in a browser, and not a script with a token.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Through what things are done, as the histories tell.</summary>
    public string Channel => IsPerson ? AuditLog.App : AuditLog.Api;

    /// <summary>The caller in whose name the server itself works, e.g. when it loads the sample organisation.</summary>
    public static Caller System(string tenantId, string email) => new(tenantId, email, Role.Admin, [], null);

    /// <summary>Lets handlers take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => new(context.Caller());
}

/// <summary>The platform role of an account.</summary>
public enum Role
{
    User,
    Admin,
}

/// <summary>What may be done with a dataset; each level holds the ones before it.</summary>
public enum Level
{
    Read,
    Update,
    Modify,
    Manage,
}

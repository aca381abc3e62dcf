using System.Globalization;
using System.Net;
using Espalier.Server.Access;
using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Tenants;

namespace Espalier.Server.Web.Plain;

/// <summary>What the plain pages' forms do. A refusal shows the form again, with what was wrong.</summary>
static class PlainForms
{
    public static void MapPlainForms(this IEndpointRouteBuilder plain)
    {
        plain.MapPost("/sign-in", SignInAsync);
        plain.MapPost("/sign-out", SignOutAsync);
        plain.MapPost("/setup", SetUpAsync);
        plain.MapPost("/invite", AcceptAsync);
        plain.MapPost("/tokens", CreateTokenAsync);
    }

    static async Task SignInAsync(HttpContext context, Forgery forgery, PasswordService passwords, SessionService sessions, PlainSite site, CancellationToken ct)
    {
        var form = await ReadAsync(context, ct);
        try
        {
            forgery.CheckOpen(context.Request);
            sessions.Demand(context);
            var (email, hash) = await passwords.SignInAsync(form["email"].ToString(), form["password"].ToString(), form["totp"].ToString(), context.Connection.RemoteIpAddress, ct);
            await sessions.BeginAsync(context, email, "password", hash, ct);
            SeeOther(context);
        }
        catch (Refused e)
        {
            RetryAfter(context, e);
            await site.ShowTokensAsync(context, e);
        }
    }

    static async Task SignOutAsync(HttpContext context, Forgery forgery, SessionService sessions, SessionCookie cookie, PlainSite site, CancellationToken ct)
    {
        var form = await ReadAsync(context, ct);
        try
        {
            if (cookie.Read(context.Request) is { } secret && await sessions.FindAsync(secret, ct) is not null)
            {
                forgery.Check(context.Request, secret, form["csrf"].ToString());
                await sessions.EndAsync(secret, ct);
            }
            cookie.Clear(context);
            SeeOther(context);
        }
        catch (Refused e)
        {
            await site.ShowTokensAsync(context, e);
        }
    }

    static async Task SetUpAsync(
        HttpContext context, Forgery forgery, SetupService setup, KeptTenant keptTenant, SessionService sessions, PlainSite site, CancellationToken ct)
    {
        var form = await ReadAsync(context, ct);
        try
        {
            forgery.CheckOpen(context.Request);
            sessions.Demand(context);
            var (email, password, id) = (form["email"].ToString().Trim(), form["password"].ToString(), form["tenant"].ToString().Trim());
            var kept = await keptTenant.FindAsync(ct);
            var problems = new Problems();
            if (!Account.IsEmail(email))
                problems.Add(Errors.PropertyValueInvalid("of E-mail is not an e-mail address"));
            if (PasswordRules.Problem(password, email) is { } why)
                problems.Add(Errors.PasswordTooWeak(why));
            if ((id.Length > 0 || kept is null) && (!Tenant.IsId(id) || Tenant.IsReserved(id)))
                problems.Add(Errors.PropertyValueInvalid($"of Tenant must match {Tenant.IdPattern}, and not be a word of Espalier's own paths"));
            problems.ThrowIfAny();
            await setup.UseAsync(Code(form), email, password, id.Length > 0 ? new Tenant(id, id) : null, kept, ct);
            await sessions.BeginAsync(context, email, "password", ct);
            SeeOther(context);
        }
        catch (Refused e)
        {
            await site.ShowSetupAsync(context, e);
        }
    }

    static async Task AcceptAsync(HttpContext context, Forgery forgery, LinkService links, SessionService sessions, PlainSite site, CancellationToken ct)
    {
        var form = await ReadAsync(context, ct);
        try
        {
            forgery.CheckOpen(context.Request);
            sessions.Demand(context);
            var (link, _) = await links.LookAsync(Code(form), ct);
            if (PasswordRules.Problem(form["password"].ToString(), link.Email) is { } why)
                throw new Refused(Errors.PasswordTooWeak(why));
            var email = await links.UseAsync(Code(form), form["password"].ToString(), form["totp"].ToString(), context.Connection.RemoteIpAddress, ct);
            await sessions.BeginAsync(context, email, "password", ct);
            SeeOther(context);
        }
        catch (Refused e)
        {
            RetryAfter(context, e);
            await site.ShowInviteAsync(context, e);
        }
    }

    static async Task CreateTokenAsync(
        HttpContext context, Forgery forgery, TokenService tokens, Urls urls, SessionCookie cookie, SessionService sessions, People people, TimeProvider time,
        PlainSite site, CancellationToken ct)
    {
        var form = await ReadAsync(context, ct);
        try
        {
            if (cookie.Read(context.Request) is not { } secret || await sessions.FindAsync(secret, ct) is not { } session)
                throw new Refused(Errors.SessionEnded);
            forgery.Check(context.Request, secret, form["csrf"].ToString());
            var person = await people.FindAsync(session.Email, context.Connection.RemoteIpAddress, ct) is { } found
                ? found with { Session = session }
                : throw new Refused(Errors.SessionEnded);
            var tenants = person.Accounts.Where(account => account.TokenAccess).Select(account => account.TenantId).ToList();
            if (tenants.Count == 0)
                throw new Refused(Errors.TokenAccessNotEnabled);

            var now = time.GetUtcNow();
            var problems = new Problems();
            var end = End(form["end"].ToString(), now, problems);
            if (!Subnets.TryParse(form["subnets"].ToString(), out var subnets, out var bad))
                problems.Add(Errors.PropertyValueInvalid($"of Addresses has what is no address or range: {string.Join(", ", bad)}"));
            var name = form["name"].ToString().Trim();
            if (name.Length == 0)
                problems.Add(Errors.PropertyValueInvalid("of Name is missing"));
            else if (TokenService.NameProblem(name) is { } problem)
                problems.Add(problem with { Message = $"Name: {problem.Message}" });
            problems.ThrowIfAny();
            var (_, jwt) = await tokens.CreateAsync(person, null, name, now, end, subnets, ct);
            await PlainSite.ShowTokenAsync(context, jwt, urls.Base(context.Request), tenants);
        }
        catch (Refused e)
        {
            await site.ShowTokensAsync(context, e);
        }
    }

    static DateTimeOffset End(string text, DateTimeOffset now, Problems problems)
    {
        if (text.Length == 0)
            return now.AddDays(90);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            && new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) is var end && end > now)
            return end;
        problems.Add(Errors.PropertyValueInvalid("of Last day is not a day to come like 2030-01-31"));
        return now;
    }

    /// <summary>People paste the whole link as well.</summary>
    static string Code(IFormCollection form)
    {
        var text = form["code"].ToString().Trim();
        var at = text.LastIndexOf("code=", StringComparison.Ordinal);
        return at < 0 ? text : text[(at + "code=".Length)..];
    }

    static async Task<IFormCollection> ReadAsync(HttpContext context, CancellationToken ct)
    {
        // Our forms are sent no other way; what is sent in parts can be broken in many.
        if (!"application/x-www-form-urlencoded".Equals(context.Request.ContentType?.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase))
            throw new Refused(Errors.RequestIsInvalid("this takes a form"));
        try
        {
            return await context.Request.ReadFormAsync(ct);
        }
        catch (InvalidDataException e)
        {
            throw new Refused(Errors.RequestIsInvalid(e.Message));
        }
    }

    static void SeeOther(HttpContext context)
    {
        context.Response.StatusCode = (int)HttpStatusCode.SeeOther;
        context.Response.Headers.Location = AppRoutes.Tokens;
    }

    static void RetryAfter(HttpContext context, Refused e)
    {
        if (e.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }
}

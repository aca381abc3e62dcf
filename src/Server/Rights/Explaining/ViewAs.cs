using Espalier.Server.Access;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;

namespace Espalier.Server.Rights.Explaining;

/// <summary>Lets an admin see the tenant as one of its users does. Only to look: what changes something is refused.</summary>
public sealed class ViewAs(RequestDelegate next, Accounts accounts)
{
    public const string Header = "X-Espalier-View-As";
    public const string AnswerHeader = "X-Espalier-Viewed-As";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue(Header, out var asked) && context.Features.Get<Caller>() is { } caller)
        {
            var viewed = await ViewedAsync(context, caller, asked.ToString().Trim());
            context.Features.Set(viewed);
            context.Response.Headers[AnswerHeader] = Print(viewed.Email);
            if (context.Features.Get<Admitted>() is { } admitted)
                context.Features.Set(new Admitted(ct => AgainAsync(admitted, caller, ct)));
        }
        await next(context);
    }

    async Task<Caller> ViewedAsync(HttpContext context, Caller caller, string email)
    {
        if (caller.Role != Role.Admin)
            throw new Refused(Errors.AdminRequired);
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<ReadsOnly>() is not null;
        if (!reads)
            throw new Refused(Errors.ViewAsIsReadOnly);
        // Browsers send nothing but plain letters in headers, so what is none comes as in a URL.
        foreach (var name in new[] { email, Uri.UnescapeDataString(email) })
            if (Account.IsEmail(name) && await accounts.FindAsync(caller.TenantId, name, context.RequestAborted) is { } account)
                return caller with { Email = account.Email, Role = account.Role, Groups = account.Groups };
        throw new Refused(Errors.UserNotFound(caller.TenantId, email));
    }

    /// <summary>Long answers go on only while the one who looks is an admin.</summary>
    async Task AgainAsync(Admitted admitted, Caller admin, CancellationToken ct)
    {
        await admitted.AgainAsync(ct);
        if ((await accounts.CallerAsync(admin.TenantId, admin.Email, ct)).Role != Role.Admin)
            throw new Refused(Errors.AdminRequired);
    }

    /// <summary>Headers are ASCII.</summary>
    static string Print(string email) =>
        string.Concat(email.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}

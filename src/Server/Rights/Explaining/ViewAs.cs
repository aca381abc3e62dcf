using Espalier.Server.Access;
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
            context.Response.Headers[AnswerHeader] = viewed.Email;
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
        return Account.IsEmail(email) && await accounts.FindAsync(caller.TenantId, email, context.RequestAborted) is { } account
            ? caller with { Email = account.Email, Role = account.Role, Groups = account.Groups }
            : throw new Refused(Errors.UserNotFound(caller.TenantId, email));
    }
}

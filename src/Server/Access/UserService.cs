using System.Globalization;
using Espalier.Server.Auditing;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Access;

/// <summary>Admins keep the accounts of their tenant; the last one who can do so cannot be shut out.</summary>
public sealed class UserService(IUserStore users, AuditLog audit, EventHub events, TimeProvider time)
{
    const int MostAtOnce = 1000;

    static readonly string[] Fields = ["email", "role", "groups", "enabled", "expires", "tokenAccess", "subnets"];

    /// <exception cref="Refused">The caller is no admin.</exception>
    public async Task<IReadOnlyList<Account>> ListAsync(Caller caller, CancellationToken ct)
    {
        Demand(caller);
        return await users.ListAsync(caller.TenantId, ct);
    }

    /// <summary>Makes the account, or changes it to what the body says; what the body leaves out gets its default.</summary>
    /// <returns>The account, and whether it is new.</returns>
    public async Task<(Account Account, bool IsNew)> SaveAsync(
        Caller caller, string email, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandChange(caller);
        var account = Read(caller.TenantId, email, body, problems);
        problems.ThrowIfAny();
        var saved = await users.SaveAsync(account, LeavesAnAdmin, ct) ?? throw new Refused(Errors.LastAdminRequired);
        await NoteAsync(caller, saved.IsNew ? AuditKinds.UserCreate : AuditKinds.UserChange, saved.Account.Email);
        return saved;
    }

    /// <summary>Makes or changes many accounts, all of them or none.</summary>
    public async Task<IReadOnlyList<(Account Account, bool IsNew)>> SaveManyAsync(Caller caller, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandChange(caller);
        body = body?.Object();
        body?.RefuseOthers("users");
        var field = body?.Required("users");
        var entries = field?.Array() ?? [];
        if (entries.Count > MostAtOnce)
            field!.Problem(Errors.PropertyValueInvalid($"has more than {MostAtOnce} users"));
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var entry in entries.Take(MostAtOnce))
        {
            var emailField = entry.Object()?.Required("email");
            if (emailField?.FilledText()?.Trim() is not { } email)
                continue;
            if (!Account.IsEmail(email))
                emailField.Problem(Errors.PropertyValueInvalid("must be an e-mail address"));
            else if (!accounts.TryAdd(Account.KeyOf(email), Read(caller.TenantId, email, entry, problems)))
                emailField.Problem(Errors.FieldMustBeUnique(email));
        }
        problems.ThrowIfAny();
        var saved = await users.SaveManyAsync(caller.TenantId, [.. accounts.Values], LeavesAnAdmin, ct) ?? throw new Refused(Errors.LastAdminRequired);
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Users));
        await audit.WriteManyAsync(caller, saved.Select(user => (user.IsNew ? AuditKinds.UserCreate : AuditKinds.UserChange, user.Account.Email)));
        return saved;
    }

    public async Task DeleteAsync(Caller caller, string email, CancellationToken ct)
    {
        DemandChange(caller);
        if (!Account.IsEmail(email) || (await users.FindAsync(caller.TenantId, email, ct)).Count == 0)
            throw new Refused(Errors.UserNotFound(caller.TenantId, email));
        if (!await users.DeleteAsync(caller.TenantId, email, LeavesAnAdmin, ct))
            throw new Refused(Errors.LastAdminRequired);
        await NoteAsync(caller, AuditKinds.UserDelete, email);
    }

    Task NoteAsync(Caller caller, string kind, string email)
    {
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Users));
        return audit.WriteAsync(caller, kind, email);
    }

    static Account Read(string tenantId, string email, JsonField? body, Problems problems)
    {
        if (!Account.IsEmail(email))
            problems.Add(Errors.PathParameterIsInvalid("email", "must be an e-mail address"));
        body = body?.Object();
        body?.RefuseOthers(Fields);
        if (body?.Optional("email") is { } field && field.Text() is { } text && Account.KeyOf(text) != Account.KeyOf(email))
            field.Problem(Errors.FieldMustBeOneOf(email));
        return new(tenantId, Guid.NewGuid(), email, body?.Optional("role")?.OneOf("user", "admin") == "admin" ? Role.Admin : Role.User)
        {
            Groups = ReadGroups(body?.Optional("groups")),
            Enabled = body?.Optional("enabled")?.Bool() ?? true,
            ExpiresAt = ReadTime(body?.Optional("expires")),
            TokenAccess = body?.Optional("tokenAccess")?.Bool() ?? false,
            Subnets = Subnets.Read(body?.Optional("subnets")),
        };
    }

    static List<string> ReadGroups(JsonField? field)
    {
        var groups = new List<string>();
        foreach (var item in field?.Array() ?? [])
        {
            if (item.FilledText() is not { } group)
                continue;
            if (groups.Contains(group, StringComparer.Ordinal))
                item.Problem(Errors.FieldMustBeUnique(group));
            groups.Add(group);
        }
        return groups;
    }

    static DateTimeOffset? ReadTime(JsonField? field)
    {
        if (field?.FilledText() is not { } text)
            return null;
        if (char.IsAsciiDigit(text[0]) && text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return at;
        field.Problem(Errors.PropertyValueInvalid("is not a time like 2030-01-31T12:00:00.000Z"));
        return null;
    }

    bool LeavesAnAdmin(IReadOnlyList<Account> accounts) => accounts.Any(account =>
        account is { Role: Role.Admin, Enabled: true, TokenAccess: true }
        && !(account.ExpiresAt <= time.GetUtcNow()) && !account.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal));

    static void Demand(Caller caller)
    {
        if (caller.Role != Role.Admin)
            throw new Refused(Errors.AdminRequired);
    }

    static void DemandChange(Caller caller)
    {
        Demand(caller);
        if (caller.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal))
            throw new Refused(Errors.AdminRequired);
    }
}

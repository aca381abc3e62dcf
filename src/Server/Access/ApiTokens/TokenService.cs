using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Access.ApiTokens;

/// <summary>
/// A person's own tokens. Who comes with a token can only make ones that reach no further than it: what has got into wrong
/// hands must not outlive its end, nor leave its addresses (decision 19).
/// </summary>
public sealed class TokenService(Tokens tokens, ITokenStore store, TokenUses uses, AuditLog audit, TimeProvider time)
{
    /// <summary>Tokens of one person that are not over.</summary>
    public const int Most = 200;
    const int LongestName = 100;
    const int UsualDays = 90;

    static readonly int[] Overlaps = [0, 24, 168];

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Token>> ListAsync(Person person, CancellationToken ct)
    {
        await uses.WriteAsync(ct);
        return await store.ListOfAsync(person.Email, ct);
    }

    /// <summary>Whether the person may make tokens: they open something in at least one tenant.</summary>
    public static bool MayCreate(Person person) => person.Accounts.Any(account => account.TokenAccess);

    /// <param name="with">The token that the person came with; null when they are signed in.</param>
    /// <returns>The token, and the JWT, which is not kept.</returns>
    public async Task<(Token Token, string Jwt)> CreateAsync(Person person, Token? with, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandTokenAccess(person);
        var now = time.GetUtcNow();
        body = body?.Object();
        body?.RefuseOthers("name", "start", "end", "subnets");
        var name = body?.Required("name") is { } named ? ReadName(named) : null;
        var start = body?.Optional("start")?.Time() ?? now;
        var end = body?.Optional("end") is null ? Earlier(ReadEnd(body, start, now), with?.EndsAt) : ReadEnd(body, start, now);
        var subnets = Subnets.Read(body?.Optional("subnets"));
        problems.ThrowIfAny();
        return await CreateAsync(person, with, name!, start, end, subnets, ct);
    }

    /// <param name="name">One without <see cref="NameProblem"/>.</param>
    /// <inheritdoc cref="CreateAsync(Person, Token?, JsonField?, Problems, CancellationToken)"/>
    public async Task<(Token Token, string Jwt)> CreateAsync(
        Person person, Token? with, string name, DateTimeOffset start, DateTimeOffset end, Subnets subnets, CancellationToken ct)
    {
        DemandTokenAccess(person);
        var now = time.GetUtcNow();
        CheckReach(with, end, subnets);
        if ((await store.ListOfAsync(person.Email, ct)).Count(token => !token.IsOver(now)) >= Most)
            throw new Refused(Errors.TooManyTokens(Most));

        var token = tokens.New(person.Email, name, start, end, subnets);
        await store.AddAsync(token, ct);
        await NoteAsync(person, AuditKinds.TokenCreate, token);
        return (token, tokens.Print(token));
    }

    /// <summary>Makes a token like the one that is there, which ends when the new one has been put in its place.</summary>
    /// <inheritdoc cref="CreateAsync(Person, Token?, JsonField?, Problems, CancellationToken)"/>
    public async Task<(Token Token, string Jwt)> RollAsync(
        Person person, Token? with, string jti, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandTokenAccess(person);
        var now = time.GetUtcNow();
        body = body?.Object();
        body?.RefuseOthers("oldEndsInHours", "end");
        var overlap = body?.Required("oldEndsInHours");
        var hours = overlap?.Integer();
        if (hours is { } given && !Overlaps.Contains(given))
            overlap!.Problem(Errors.FieldMustBeOneOf(Overlaps.Select(known => known.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var asked = body?.Optional("end") is null ? (DateTimeOffset?)null : ReadEnd(body, now, now);
        problems.ThrowIfAny();

        var old = await FindAsync(person, jti, ct);
        if (old.IsOver(now) || old.RolledTo is not null)
            throw new Refused(Errors.TokenIsOver);
        var end = asked ?? Earlier(now + (old.EndsAt - old.StartsAt), with?.EndsAt);
        CheckReach(with, end, old.Subnets);
        var next = tokens.New(person.Email, old.Name, now, end, old.Subnets);
        if (!await store.RollAsync(jti, now.AddHours(hours!.Value), next, ct))
            throw new Refused(Errors.TokenIsOver);
        await NoteAsync(person, AuditKinds.TokenRoll, old);
        return (next, tokens.Print(next));
    }

    public async Task RevokeAsync(Person person, string jti, CancellationToken ct)
    {
        var token = await FindAsync(person, jti, ct);
        await store.RevokeAsync(jti, time.GetUtcNow(), ct);
        if (token.RevokedAt is null)
            await NoteAsync(person, AuditKinds.TokenRevoke, token);
    }

    /// <summary>The last calls, the newest first.</summary>
    public async Task<IReadOnlyList<TokenCall>> UsageAsync(Person person, string jti, CancellationToken ct)
    {
        await FindAsync(person, jti, ct);
        await uses.WriteAsync(ct);
        return await store.ListCallsAsync(jti, ct);
    }

    /// <exception cref="Refused">There is no such token of this person.</exception>
    async Task<Token> FindAsync(Person person, string jti, CancellationToken ct) =>
        await store.FindAsync(jti, ct) is { } token && Account.KeyOf(token.Email) == Account.KeyOf(person.Email)
            ? token
            : throw new Refused(Errors.TokenNotFound);

    Task NoteAsync(Person person, string kind, Token token) => audit.WriteAsync(
        person.Accounts.Select(account => account.TenantId), person.Email, person.Address, person.Session is null ? AuditLog.Api : AuditLog.App, kind,
        token.Name.Length == 0 ? token.Jti : $"{token.Name} ({token.Jti})");

    static void DemandTokenAccess(Person person)
    {
        if (!MayCreate(person))
            throw new Refused(Errors.TokenAccessNotEnabled with
            {
                Message = "You may not make tokens: TokenAccess is true in none of your accounts. An admin of the tenant can switch it on.",
            });
    }

    static void CheckReach(Token? with, DateTimeOffset end, Subnets subnets)
    {
        if (with is null)
            return;
        var problems = new Problems();
        if (end > with.EndsAt)
            problems.Add(Errors.TokenReachesTooFar("would outlive it") with { JsonBody = "$.end" });
        if (!subnets.AreWithin(with.Subnets))
            problems.Add(Errors.TokenReachesTooFar("could be used from more addresses") with { JsonBody = "$.subnets" });
        problems.ThrowIfAny();
    }

    static DateTimeOffset Earlier(DateTimeOffset end, DateTimeOffset? most) => most < end ? most.Value : end;

    /// <summary>Why a token cannot be called so; null when it can.</summary>
    public static ApiError? NameProblem(string name) =>
        name.Length > LongestName || name.Any(char.IsControl)
            ? Errors.PropertyValueInvalid($"must have at most {LongestName} characters, and no control characters")
            : null;

    static string? ReadName(JsonField field)
    {
        if (field.FilledText()?.Trim() is { } name && NameProblem(name) is { } problem)
            field.Problem(problem);
        return field.Element.ValueKind == System.Text.Json.JsonValueKind.String ? field.Element.GetString()!.Trim() : null;
    }

    static DateTimeOffset ReadEnd(JsonField? body, DateTimeOffset start, DateTimeOffset now)
    {
        var field = body?.Optional("end");
        var end = field?.Time(wholeDay: true) ?? (start > now ? start : now).AddDays(UsualDays);
        if (end <= start || end <= now)
            (field ?? body?.Optional("start"))?.Problem(Errors.PropertyValueInvalid("must be after the start, and to come"));
        return end;
    }
}

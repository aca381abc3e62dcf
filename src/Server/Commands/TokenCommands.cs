using System.CommandLine;
using System.Globalization;
using Espalier.Server.Access;
using Espalier.Server.Auditing;

namespace Espalier.Server.Commands;

/// <summary><c>token create</c>, <c>token list</c> and <c>token revoke</c>.</summary>
public static class TokenCommands
{
    public static Command Create(Option<string?> data)
    {
        var user = new Option<string>("--user") { Description = "The user's e-mail address.", HelpName = "EMAIL", Required = true };
        var start = new Option<string?>("--start") { Description = "First day, YYYY-MM-DD in UTC. [default: now]", HelpName = "D" };
        var end = new Option<string?>("--end") { Description = "Last day, YYYY-MM-DD in UTC. [default: in a year]", HelpName = "D" };
        var subnets = new Option<string?>("--subnets")
        {
            Description = "Addresses and ranges it may be used from, with commas between. [default: everywhere]",
            HelpName = "CIDRS",
        };
        var create = new Command("create", "Make a token and print it; it cannot be shown again.") { user, start, end, subnets };
        create.SetAction((parsed, ct) => CreateAsync(
            parsed.GetValue(data),
            parsed.GetRequiredValue(user),
            Day("--start", parsed.GetValue(start)),
            Day("--end", parsed.GetValue(end)),
            Ranges(parsed.GetValue(subnets)),
            parsed.InvocationConfiguration,
            ct));

        var list = new Command("list", "Show the tokens; not the secrets themselves.");
        list.SetAction((parsed, ct) => ListAsync(parsed.GetValue(data), parsed.InvocationConfiguration.Output, ct));

        var jti = new Argument<string>("JTI") { Description = "The token's id, as the list shows it." };
        var revoke = new Command("revoke", "Make a token useless, at once and for good.") { jti };
        revoke.SetAction((parsed, ct) => RevokeAsync(parsed.GetValue(data), parsed.GetRequiredValue(jti), ct));

        return new Command("token", "Tokens: what scripts use in a user's name, in each tenant where the user has an account.")
        {
            create, list, revoke,
        };
    }

    static async Task CreateAsync(
        string? data, string email, DateTimeOffset? start, DateTimeOffset? lastDay, Subnets subnets,
        InvocationConfiguration console, CancellationToken ct)
    {
        Workplace.CheckEmail(email);
        await using var place = Workplace.Open(data);
        var (from, to) = Span(start, lastDay, place.Time.GetUtcNow());

        var accounts = await place.Users.FindPersonAsync(email, ct);
        if (accounts.Count == 0)
            throw new WrongArgument($"There is no user '{email}' in any tenant.");
        if (!accounts.Any(account => account.TokenAccess))
            await console.Error.WriteLineAsync(
                $"espalier: warning: {email} has no account with token access, so this token opens nothing yet.");

        var jwt = await place.Tokens.CreateAsync(accounts[0].Email, from, to, subnets, ct);
        await place.Audit.WriteOfPersonAsync(email, AuditKinds.TokenCreate, accounts[0].Email);
        await console.Output.WriteLineAsync(jwt);
    }

    static async Task ListAsync(string? data, TextWriter output, CancellationToken ct)
    {
        await using var place = Workplace.Open(data);
        var tokens = await place.TokenStore.ListAsync(ct);
        var now = place.Time.GetUtcNow();
        await Table.PrintAsync(
            output,
            ["JTI", "EMAIL", "STATE", "START", "END", "LAST_USED", "SUBNETS"],
            tokens.Select(t => new[]
            {
                t.Jti, t.Email, State(t, now), Table.Time(t.StartsAt), Table.Time(t.EndsAt), Table.Time(t.LastUsedAt), t.Subnets.Text,
            }));
    }

    static async Task RevokeAsync(string? data, string jti, CancellationToken ct)
    {
        await using var place = Workplace.Open(data);
        if (await place.TokenStore.FindAsync(jti, ct) is not { } token || !await place.TokenStore.RevokeAsync(jti, place.Time.GetUtcNow(), ct))
            throw new WrongArgument($"There is no token '{jti}'.");
        if (token.RevokedAt is null)
            await place.Audit.WriteOfPersonAsync(token.Email, AuditKinds.TokenRevoke, token.Email);
    }

    /// <summary>
    /// The last day counts whole. Without a start, a token that ends in the past is one of that last day; without an
    /// end, a token lives a year from its start, or from now if that is later.
    /// </summary>
    internal static (DateTimeOffset From, DateTimeOffset To) Span(DateTimeOffset? start, DateTimeOffset? lastDay, DateTimeOffset now)
    {
        if (lastDay < start)
            throw new WrongArgument("The token's end must not be before its start.");

        var from = start ?? (lastDay?.AddDays(1) <= now ? lastDay.Value : now);
        var to = lastDay?.AddDays(1) ?? (from > now ? from : now).AddYears(1);
        return (from, to);
    }

    static DateTimeOffset? Day(string option, string? text)
    {
        if (text is null)
            return null;

        // The years leave room for the day and the year that are added to them.
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
               && day.Year is >= 1970 and < 9998
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : throw new WrongArgument($"'{text}' is no date for {option}: it must be a day like 2026-12-31.");
    }

    static Subnets Ranges(string? text)
    {
        if (!Subnets.TryParse(text, out var subnets, out var bad))
            throw new WrongArgument($"'{bad[0]}' is no address or range for --subnets.");
        return text is not null && subnets.IsAny
            ? throw new WrongArgument("--subnets must name at least one address or range.")
            : subnets;
    }

    static string State(Token token, DateTimeOffset now) => token switch
    {
        { RevokedAt: not null } => "revoked",
        _ when now < token.StartsAt => "pending",
        _ when now >= token.EndsAt => "expired",
        _ => "active",
    };
}

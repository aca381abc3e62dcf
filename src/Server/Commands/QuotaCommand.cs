using System.CommandLine;
using System.Globalization;
using Espalier.Server.Auditing;
using Espalier.Server.Quotas;
using Espalier.Server.Tenants;

namespace Espalier.Server.Commands;

/// <summary><c>tenant quota</c>: shows a tenant's own limits, after changing those that are given.</summary>
static class QuotaCommand
{
    public static Command Create(Option<string?> data)
    {
        var id = new Argument<string>("ID") { Description = "The tenant's id." };
        var quota = new QuotaArguments();
        var command = new Command("quota", "Show a tenant's limits and today's requests, and change limits.") { id };
        quota.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = Workplace.Open(parsed.GetValue(data));
            var tenant = await place.RequireTenantAsync(parsed.GetRequiredValue(id), ct);
            var changed = quota.Read(parsed, tenant.Quota);
            if (changed != tenant.Quota)
            {
                await place.Tenants.SetQuotaAsync(tenant.Id, changed, ct);
                await place.Audit.WriteAsync(tenant.Id, AuditKinds.TenantChange, tenant.Id);
            }
            await PrintAsync(place, tenant.Id, changed, parsed.InvocationConfiguration.Output, ct);
        });
        return command;
    }

    static async Task PrintAsync(Workplace place, string tenantId, TenantQuota quota, TextWriter output, CancellationToken ct)
    {
        var today = await place.Usage.FindAsync(tenantId, DailyCounts.DayOf(place.Time.GetUtcNow()), ct);
        await Table.PrintAsync(
            output,
            ["PER_SECOND", "AT_ONCE", "PER_DAY", "TODAY"],
            [[Print(quota.RequestsPerSecond), Print(quota.Concurrency), Print(quota.RequestsPerDay), today.ToString(CultureInfo.InvariantCulture)]]);
    }

    static string Print(long? limit) => limit switch
    {
        null => QuotaArguments.Default,
        0 => QuotaArguments.None,
        { } number => number.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>The options of a tenant's limits: a number, <c>none</c>, or <c>default</c> for what the server's settings say.</summary>
sealed class QuotaArguments
{
    public const string Default = "default";
    public const string None = "none";

    readonly Option<string?> _perSecond = New("--rps", "Requests in a second.");
    readonly Option<string?> _concurrency = New("--concurrency", "Requests at the same time.");
    readonly Option<string?> _perDay = New("--per-day", "Requests on a day (UTC).");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _perSecond, _concurrency, _perDay })
            command.Add(option);
    }

    /// <summary>The limits with those that are given in place of the old ones.</summary>
    /// <exception cref="WrongArgument">One is no limit.</exception>
    public TenantQuota Read(ParseResult parsed, TenantQuota old) => new()
    {
        RequestsPerSecond = (int?)Read(parsed, _perSecond, old.RequestsPerSecond, QuotaOptions.MostAtOnce),
        Concurrency = (int?)Read(parsed, _concurrency, old.Concurrency, QuotaOptions.MostAtOnce),
        RequestsPerDay = Read(parsed, _perDay, old.RequestsPerDay, long.MaxValue),
    };

    static long? Read(ParseResult parsed, Option<string?> option, long? old, long most) => parsed.GetValue(option) switch
    {
        null => old,
        Default => null,
        None => 0,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 && limit <= most => limit,
        var text => throw new WrongArgument($"'{text}' is no limit for {option.Name}: it must be a number from 1 to {most}, {None} or {Default}."),
    };

    static Option<string?> New(string name, string text) =>
        new(name) { Description = $"{text} A number, {None}, or {Default}: as the server's settings say.", HelpName = "N" };
}

using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Auditing;
using Espalier.Server.Quotas;
using Espalier.Server.Tenants;

namespace Espalier.Server.Docs.Operations.Settings;

/// <summary>What the document says of tokens, tenants, their use, and the audit.</summary>
static class AdministrationTexts
{
    const string Tokens = "Tokens";
    const string Tenants = "Tenants";
    const string Tag = "Administration";

    public static readonly OperationText[] All =
    [
        new(Tokens, "listTokens", """
            The caller's own tokens, the newest first, without their secrets, and what stands between the caller and new ones. Tokens belong to
            the person, not to a tenant.
            """)
        {
            Answer = new(200, "The tokens.", typeof(TokenPage)),
        },
        new(Tokens, "createToken", """
            Makes a token that acts as the caller in each tenant where they have an account with TokenAccess; without one it is refused with
            40390. The token itself is in this answer only. Who comes with a token can only make ones that reach no further than it: 403907.
            """)
        {
            Body = new(typeof(NewToken), """{"name": "Workday nightly", "end": "2099-12-31", "subnets": ["10.20.0.0/16"]}"""),
            Answer = new(201, "The token.", typeof(MadeToken)),
        },
        new(Tokens, "revokeToken", "Ends a token of the caller's at once and for good. One that has ended stays as it is.")
        {
            Answer = new(204, "It is over."),
            Refusals = [404],
        },
        new(Tokens, "rollToken", """
            Makes a new token with the same name and addresses, and lets the old one end at once, in a day or in a week, so that scripts can be
            changed meanwhile.
            """)
        {
            Body = new(typeof(RollRequest), """{"oldEndsInHours": 24}"""),
            Answer = new(201, "The new token.", typeof(MadeToken)),
            Refusals = [404, 409],
        },
        new(Tokens, "retrieveTokenUsage", "The last 20 calls that were made with a token of the caller's and let in by it, the newest first.")
        {
            Answer = new(200, "The calls.", typeof(TokenUse[])),
            Refusals = [404],
        },
        new(Tenants, "listTenants", """
            The tenants where the caller has an account; for admins of the installation all, with limits and addresses.
            """)
        {
            Answer = new(200, "The tenants, by id.", typeof(TenantPage)),
        },
        new(Tenants, "createTenant", "Makes a tenant, whose first admin the caller is. For admins of the installation.")
        {
            Body = new(typeof(WantedTenant), """{"id": "ACME", "name": "Acme", "limits": {"requestsPerDay": 100000}}"""),
            Answer = new(201, "The tenant.", typeof(TenantResource)),
            Refusals = [409],
        },
        new(Tenants, "updateTenant", """
            Changes what the body names. A limit that is null is as the settings say, 0 is none. For admins of the installation.
            """)
        {
            Body = new(typeof(ChangedTenant), """{"apiPlan": true, "limits": {"requestsPerSecond": 50, "concurrency": null}}"""),
            Answer = new(200, "The tenant as it is now.", typeof(TenantResource)),
            Refusals = [404],
        },
        new(Tag, "retrieveUsage", "The requests of each day, those that were refused, and the limits that hold. For admins.")
        {
            Query = [QueryText.Number("days", "How many days up to today, at most 400; 30 unless it is given.", "30")],
            Answer = new(200, "The use, the oldest day first.", typeof(TenantUsage)),
        },
        new(Tag, "listAudit", """
            Who did what to the tenant: sign-ins, tokens, links, users, rights, views, datasets, palettes, packs, jobs that were cancelled; through the
            API, the app, or commands on the server. What was done to items is in the datasets' transactions. For admins.
            """)
        {
            Query =
            [
                new("from", "Only since this time, in ISO 8601, or since this day.") { Example = "2026-05-01" },
                new("to", "Only before this time or day.") { Example = "2026-06-01T00:00:00.000Z" },
                new("person", "Only what this person did: an e-mail, in any letter case.") { Example = "ana@example.com" },
                QueryText.Many("kind", "Only entries of this kind.", AuditKinds.RightsChange),
                QueryText.Number("offset", "How many of the newest to pass over.", "0"),
                QueryText.Number("limit", "How many to answer, at most 1000; 100 unless it is given.", "100"),
            ],
            Answer = new(200, "The newest first.", typeof(AuditPage)),
        },
    ];
}

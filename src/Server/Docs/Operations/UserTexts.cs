using Espalier.Server.Access;
using Espalier.Server.Access.Links;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of users.</summary>
static class UserTexts
{
    const string Tag = "Users";

    const string Example = """
        {"role": "user", "groups": ["hr"], "enabled": true, "expires": "2030-01-31T00:00:00.000Z", "tokenAccess": true, "subnets": ["10.0.0.0/8"]}
        """;

    public static readonly OperationText[] All =
    [
        new(Tag, "listUsers", "The accounts of the tenant, by e-mail. For admins.")
        {
            Answer = new(200, "The users.", typeof(UserResource[])),
        },
        new(Tag, "saveUsers", "Makes or changes up to 1,000 accounts, each as for one; all of them or, when one cannot be, none. For admins.")
        {
            Body = new(typeof(ManyUsers), """{"users": [{"email": "ana@example.com", "groups": ["hr"]}, {"email": "bob@example.com", "tokenAccess": true}]}"""),
            Answer = new(200, "What became of each.", typeof(SavedUsers)),
            Refusals = [409],
        },
        new(Tag, "saveUser", """
            Makes the account or changes it to what the body says. What the body leaves out gets its default: role user, no groups, enabled, no
            end, no token access, all addresses. For admins.
            """)
        {
            Body = new(typeof(WantedUser), Example),
            Answer = new(200, "The user; with 201 when the account is new.", typeof(UserResource)),
            Refusals = [409],
        },
        new(Tag, "deleteUser", "Takes the account away. Tokens belong to the person: they no longer open this tenant. For admins.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404, 409],
        },
        new(Tag, "inviteUser", """
            A link, good once and for seven days, with which a user sets a first password. It ends the one before. For admins of all
            tenants of the user.
            """)
        {
            Answer = new(201, "The link, which is shown once.", typeof(LinkResource)),
            Refusals = [404, 409],
        },
        new(Tag, "resetPassword", """
            A link, good once and for seven days, with which a user sets another password; the one they have stays until then. For admins of
            all tenants of the user.
            """)
        {
            Body = new(typeof(ResetWish), """{"removeTotp": true}""") { IsOptional = true },
            Answer = new(201, "The link, which is shown once.", typeof(LinkResource)),
            Refusals = [404],
        },
    ];
}

using Espalier.Server.Access;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>People with passwords.</summary>
static class People
{
    public const string Password = "correct horse battery";
    public const string Other = "staple them together";
    public const string Ann = "ann@example.com";

    static readonly string Hash = PasswordHash.Make(Password);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task AddPersonAsync(this TestServer server, string email, Role role = Role.User, Func<Account, Account>? change = null)
    {
        await server.AddUserAsync(email, role, change);
        await server.SetPasswordAsync(email);
    }

    public static Task SetPasswordAsync(this TestServer server, string email) =>
        server.Get<ICredentialStore>().SetPasswordAsync(email, Hash, Ct);

    public static async Task AddTenantAsync(this TestServer server, string tenantId, params Account[] accounts)
    {
        (await server.Get<ITenantStore>().AddAsync(new Tenant(tenantId, tenantId), Ct)).ShouldBeTrue();
        foreach (var account in accounts)
            (await server.Get<IUserStore>().AddAsync(account with { TenantId = tenantId, Id = Guid.NewGuid() }, Ct)).ShouldBeTrue();
    }

    /// <summary>A browser in which the person is signed in.</summary>
    public static async Task<Browser> BrowserOfAsync(this TestServer server, string email)
    {
        var browser = new Browser(server.Url);
        var answer = await browser.SignInAsync(email, Password);
        answer.Status.ShouldBe(200, answer.Text);
        return browser;
    }

    public static void ShouldBe(this Answer answer, int status, string code)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.Codes.ShouldBe([code]);
    }
}

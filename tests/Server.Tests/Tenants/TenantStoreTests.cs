using Espalier.Server.Access;
using Espalier.Server.Storage;
using Espalier.Server.Storage.Stores;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Tenants;

public sealed class TenantStoreTests : IDisposable
{
    readonly TempFolder _temp = new();
    readonly SqliteDatabase _database;

    public TenantStoreTests() => _database = SqliteDatabase.Open(DataFolder.Open(_temp.Path), TimeProvider.System);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_comes_back_as_it_was_added_and_only_the_first_of_an_id_counts()
    {
        var store = new SqlTenantStore(_database, TimeProvider.System);
        (await store.AnyAsync(Ct)).ShouldBeFalse();
        (await store.FindAsync("A1", Ct)).ShouldBeNull();

        (await store.AddAsync(new Tenant("A1", "Ä") { ApiPlan = false, Subnets = Subnets.Parse("10.0.0.0/8") }, Ct)).ShouldBeTrue();
        (await store.AddAsync(new Tenant("A1", "other"), Ct)).ShouldBeFalse();

        var tenant = (await store.ListAsync(Ct)).Single();
        (tenant.Id, tenant.Name, tenant.ApiPlan, tenant.Enabled, tenant.Subnets.Text).ShouldBe(("A1", "Ä", false, true, "10.0.0.0/8"));
        (await store.AnyAsync(Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_is_found_in_all_tenants_and_in_any_letter_case()
    {
        var tenants = new SqlTenantStore(_database, TimeProvider.System);
        var users = new SqlUserStore(_database, TimeProvider.System);
        foreach (var id in new[] { "A1", "B1" })
        {
            await tenants.AddAsync(new Tenant(id, id), Ct);
            await users.AddAsync(new Account(id, Guid.NewGuid(), "Zoë@example.com", Role.User) { Groups = ["HR", "all"] }, Ct);
        }
        (await users.FindPersonAsync("ZOË@EXAMPLE.COM", Ct)).Select(account => account.TenantId).ShouldBe(["A1", "B1"]);
        var account = (await users.FindAsync("A1", "zoë@example.com", Ct)).Single();
        (account.Email, account.Role, account.TokenAccess, account.Enabled, account.ExpiresAt).ShouldBe(("Zoë@example.com", Role.User, false, true, null));
        account.Groups.ShouldBe(["HR", "all"]);
    }

    [Theory]
    [InlineData("A", true)]
    [InlineData("A_1", true)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123", true)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ01234", false)]
    [InlineData("a", false)]
    [InlineData("_A", false)]
    [InlineData("A\n", false)]
    [InlineData("Ä", false)]
    [InlineData("", false)]
    public void A_tenant_id_is_a_short_word_in_capitals(string id, bool valid) => Tenant.IsId(id).ShouldBe(valid);

    public void Dispose()
    {
        _database.Dispose();
        _temp.Dispose();
    }
}

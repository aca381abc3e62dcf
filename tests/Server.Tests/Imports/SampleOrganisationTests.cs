using Espalier.Server.Access;
using Espalier.Server.Commands;
using Espalier.Server.Imports;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Imports;

/// <summary>The people that a new installation begins with.</summary>
public sealed class SampleOrganisationTests
{
    [Fact]
    public async Task It_is_a_tree_of_a_few_hundred_people()
    {
        await using var server = await TestServer.StartAsync();
        var datasetId = (await server.Get<IEnumerable<IFirstStart>>().OfType<SampleOrganisation>().Single()
            .PrepareAsync(Caller.System(TestServer.Tenant, TestServer.Admin), TestContext.Current.CancellationToken)).ShouldNotBeNull();

        var nodes = (await server.Api("GET", $"datasets/{datasetId}/export/jsonObjects")).Json.EnumerateArray().ToList();
        nodes.Count.ShouldBe(320);
        nodes.Count(node => node.GetProperty("_depth").GetInt32() == 1).ShouldBe(1);
        nodes.Max(node => node.GetProperty("_depth").GetInt32()).ShouldBeInRange(4, 7);
        nodes.ShouldAllBe(node => node.GetProperty("isManager").GetBoolean() == (node.GetProperty("_outgoing_count").GetInt32() > 0));
        nodes.Select(node => node.GetProperty("department").GetString()).Distinct().Count().ShouldBe(9);
    }

    [Fact]
    public void It_is_the_same_each_time() => SamplePeople.Csv().ShouldBe(SamplePeople.Csv());
}

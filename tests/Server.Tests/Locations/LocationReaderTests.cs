using System.Text;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Locations;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Locations;

public sealed class LocationReaderTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{}""", "400902 $.importLocation")]
    [InlineData("""{"importLocation":null}""", "400902 $.importLocation")]
    [InlineData("""{"importLocation":"https://x.example/"}""", "400903 $.importLocation")]
    [InlineData("""{"importLocation":{}}""", "400902 $.importLocation.method, 400902 $.importLocation.url")]
    [InlineData("""{"importLocation":{"method":"POST","url":"http://x.example/"}}""", "400904 $.importLocation.method, 400916 $.importLocation.url")]
    [InlineData("""{"importLocation":{"method":"GET","url":7}}""", "400903 $.importLocation.url")]
    [InlineData("""{"importLocation":{"method":"GET","url":""}}""", "400906 $.importLocation.url")]
    [InlineData("""{"importLocation":{"method":"GET","url":"https://127.0.0.1/"}}""", "400916 $.importLocation.url")]
    [InlineData("""{"importLocation":{"method":"GET","url":"https://x.example/"}}""", "")]
    public async Task Import_locations_are_read_with_everything_that_is_wrong(string body, string problems) =>
        (await ReadAsync(body, (reader, field) => reader.Import(field, TestServer.Tenant))).ShouldBe(problems);

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"resultLocation":null}""", "")]
    [InlineData("""{"resultLocation":{"method":"PUT","url":"https://x.example/"}}""", "")]
    [InlineData("""{"exportLocation":{"method":"PUT","url":"https://x.example/"}}""", "")]
    [InlineData("""{"resultLocation":{"method":"PUT","url":"https://x.example/"},"exportLocation":{}}""", "")]
    [InlineData("""{"resultLocation":{"method":"GET","url":"https://x.example:443/"}}""", "400904 $.resultLocation.method, 400916 $.resultLocation.url")]
    [InlineData("""{"exportLocation":{"method":"PUT","url":"x"}}""", "400916 $.exportLocation.url")]
    public async Task Result_locations_are_read_under_both_names(string body, string problems) =>
        (await ReadAsync(body, (reader, field) => reader.Result(field, TestServer.Tenant))).ShouldBe(problems);

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"callback":{"method":"GET","urlTemplate":"https://x.example/?s={{jobStatus}}&d={{datasetId}}"}}""", "")]
    [InlineData("""{"callback":{"method":"DELETE","urlTemplate":"https://x.example/"}}""", "400904 $.callback.method")]
    [InlineData("""{"callback":{"method":"GET","urlTemplate":"https://x.example/{{draftId}}"}}""", "400916 $.callback.urlTemplate")]
    [InlineData("""{"callback":{"urlTemplate":"http://x.example/"}}""", "400902 $.callback.method, 400916 $.callback.urlTemplate")]
    [InlineData("""{"callback":[]}""", "400903 $.callback")]
    public async Task Callbacks_are_read_with_everything_that_is_wrong(string body, string problems) =>
        (await ReadAsync(body, (reader, field) => reader.Callback(field, "datasetId")?.UrlTemplate)).ShouldBe(problems);

    [Fact]
    public async Task Our_own_files_need_not_obey_the_guard_but_must_be_the_right_url_of_the_right_tenant()
    {
        await using var server = await TestServer.StartAsync();
        var files = server.Get<TemporaryFiles>();
        var mine = files.UrlsOf(await files.CreateAsync(TestServer.Tenant, "csv", "gzip", Ct), server.Url);
        var theirs = files.UrlsOf(await files.CreateAsync("T2", "csv", "gzip", Ct), server.Url);
        string Import(string url) => Read(
            server, """{"importLocation":{"method":"GET","url":"URL"}}""".Replace("URL", url, StringComparison.Ordinal),
            (reader, field) => reader.Import(field, "T1"));
        string Result(string url) => Read(
            server, """{"resultLocation":{"method":"PUT","url":"URL"}}""".Replace("URL", url, StringComparison.Ordinal),
            (reader, field) => reader.Result(field, "T1"));

        Import(mine.Get).ShouldBe("");
        Result(mine.Put).ShouldBe("");
        Import(mine.Get.Replace("127.0.0.1", "another.name", StringComparison.Ordinal)).ShouldBe("");
        Import(mine.Put).ShouldBe("400916 $.importLocation.url");
        Result(mine.Get).ShouldBe("400916 $.resultLocation.url");
        Import(theirs.Get).ShouldBe("400916 $.importLocation.url");
        Import(mine.Get + "A").ShouldBe("400916 $.importLocation.url");
    }

    static async Task<string> ReadAsync(string body, Func<LocationReader, JsonField, string?> read)
    {
        await using var server = await TestServer.StartAsync();
        return Read(server, body, read);
    }

    static string Read(TestServer server, string body, Func<LocationReader, JsonField, string?> read)
    {
        var problems = new Problems();
        read(server.Get<LocationReader>(), JsonBody.Parse(Encoding.UTF8.GetBytes(body), problems)!);
        try
        {
            problems.ThrowIfAny();
            return "";
        }
        catch (Refused refused)
        {
            return string.Join(", ", refused.Errors.Select(error => $"{error.Code} {error.JsonBody}"));
        }
    }
}

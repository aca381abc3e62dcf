using System.Net;
using System.Text;
using Espalier.Server.Http;
using Espalier.Server.Locations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Tests.Locations;

public sealed class LocationClientTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_location_is_read_as_it_comes()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.ContentType = "text/csv";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(new byte[] { 0x1f, 0x8b, 1, 2 }, Ct).AsTask();
        });
        using var client = Client("127.0.0.1/32");
        using var target = new MemoryStream();
        (await client.DownloadAsync($"{site.Url}/a?b=c", target, Ct)).ShouldBe(new LocationAnswer("text/csv", true));
        target.ToArray().ShouldBe([0x1f, 0x8b, 1, 2]);
        site.Requests.Single().Path.ShouldBe("/a?b=c");
    }

    [Fact]
    public async Task What_a_location_answers_instead_is_told()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            context.Response.ContentType = "application/xml";
            return context.Response.WriteAsync("<Error>" + new string('x', 10_000), Ct);
        });
        using var client = Client("127.0.0.1/32");
        var error = (await Should.ThrowAsync<Refused>(() => client.DownloadAsync(site.Url + "/", Stream.Null, Ct))).Errors.Single();
        error.Code.ShouldBe("500901");
        error.Message.ShouldContain("404");
        error.ErrorContentType.ShouldBe("application/xml");
        error.ErrorContent!.ShouldStartWith("<Error>xxx");
        error.ErrorContent!.Length.ShouldBe(4096);
    }

    [Fact]
    public async Task Redirects_are_followed_five_times_at_most()
    {
        await using var site = await Site.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (left == 0)
                return context.Response.WriteAsync("there", Ct);
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = $"/{left - 1}";
            return Task.CompletedTask;
        });
        using var client = Client("127.0.0.1/32");
        using var target = new MemoryStream();
        await client.DownloadAsync(site.Url + "/5", target, Ct);
        Encoding.UTF8.GetString(target.ToArray()).ShouldBe("there");
        await Should.ThrowAsync<Refused>(() => client.DownloadAsync(site.Url + "/6", target, Ct));
    }

    [Theory]
    [InlineData("http://localhost:{port}/inside")]
    [InlineData("http://127.0.0.2:{port}/inside")]
    [InlineData("http://2130706433:{port}/inside")]
    [InlineData("http://[::1]:{port}/inside")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("//127.0.0.2:{port}/inside")]
    [InlineData("file:///etc/passwd")]
    public async Task Each_hop_of_a_redirect_is_checked(string location)
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/inside" ? 200 : 307;
            context.Response.Headers.Location = location.Replace("{port}", $"{context.Request.Host.Port}", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        using var client = new FakeNames("good.test", host => host == "good.test" ? [IPAddress.Loopback] : [IPAddress.IPv6Loopback]).Make();
        var port = new Uri(site.Url).Port;
        var error = (await Should.ThrowAsync<Refused>(() => client.DownloadAsync($"http://good.test:{port}/", Stream.Null, Ct))).Errors.Single();
        error.Code.ShouldBe("500901");
        error.Message.ShouldContain("redirects");
        site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("8.8.8.8,127.0.0.1")]
    [InlineData("fd00:ec2::254,2606:4700::1111")]
    [InlineData("")]
    public async Task Names_that_lead_inside_are_refused_when_connecting(string answers)
    {
        using var client = new FakeNames("", _ => [.. answers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)]).Make();
        var error = (await Should.ThrowAsync<Refused>(() => client.DownloadAsync("https://innocent.example/", Stream.Null, Ct))).Errors.Single();
        error.Message.ShouldContain("not public");
        (await client.UploadAsync("https://innocent.example/", Text("x"), Ct)).ShouldNotBeNull().Message.ShouldContain("not public");
        (await client.CallAsync("GET", "https://innocent.example/", Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_name_service_is_asked_once_for_a_connection_and_only_its_answer_is_used()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("ok", Ct));
        var asked = 0;
        using var client = new FakeNames("127.0.0.1/32", _ => ++asked == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]).Make();
        // https to a plain port: the connection is made, to the first answer, and then fails at TLS
        await Should.ThrowAsync<Refused>(() => client.DownloadAsync("https://rebind.example/", Stream.Null, Ct));
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_location_that_gives_too_much_or_takes_too_long_is_given_up()
    {
        await using var site = await Site.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(new byte[1000], Ct);
            await context.Response.Body.FlushAsync(Ct);
            if (context.Request.Path == "/slow")
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
            await context.Response.Body.WriteAsync(new byte[1000], Ct);
        });
        using var client = Client("127.0.0.1/32", new() { Allow = ["127.0.0.1/32"], MaxBytes = 1500, IdleSeconds = 1 });
        (await Should.ThrowAsync<Refused>(() => client.DownloadAsync(site.Url + "/", Stream.Null, Ct))).Message.ShouldContain("1500 bytes");
        (await Should.ThrowAsync<Refused>(() => client.DownloadAsync(site.Url + "/slow", Stream.Null, Ct))).Message.ShouldContain("too long");
    }

    [Fact]
    public async Task Our_own_stopping_is_not_blamed_on_the_location()
    {
        await using var site = await Site.StartAsync(context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));
        using var client = Client("127.0.0.1/32");
        using var stop = new CancellationTokenSource(300);
        await Should.ThrowAsync<OperationCanceledException>(() => client.DownloadAsync(site.Url + "/", Stream.Null, stop.Token));
    }

    [Fact]
    public async Task A_result_is_put_with_its_headers()
    {
        await using var site = await Site.StartAsync(_ => Task.CompletedTask);
        using var client = Client("127.0.0.1/32");
        (await client.UploadAsync(site.Url + "/r?sig=1", Text("result") with { Gzip = true }, Ct)).ShouldBeNull();
        var request = site.Requests.Single();
        (request.Method, request.Path, request.ContentType, request.ContentEncoding, request.Length)
            .ShouldBe(("PUT", "/r?sig=1", "text/csv; charset=UTF-8", "gzip", 6));
        Encoding.UTF8.GetString(request.Body).ShouldBe("result");
    }

    [Theory]
    [InlineData(503, 3)]
    [InlineData(403, 1)]
    [InlineData(302, 1)]
    public async Task A_put_is_tried_again_only_where_that_may_help(int status, int tries)
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync("no", Ct);
        });
        using var client = Client("127.0.0.1/32");
        var error = (await client.UploadAsync(site.Url + "/", Text("result"), Ct)).ShouldNotBeNull();
        (error.Code, error.ErrorContent).ShouldBe(("500902", "no"));
        site.Requests.Count.ShouldBe(tries);
        site.Requests.ShouldAllBe(request => request.Body.Length == 6 && request.Path == "/");
    }

    [Theory]
    [InlineData("https://x.example/?s={{jobStatus}}&t={{traceId}}", true)]
    [InlineData("https://x.example/{{datasetId}}", true)]
    [InlineData("https://x.example/{{draftId}}", false)]
    [InlineData("https://x.example/{{}}", false)]
    [InlineData("https://x.example/{{jobStatus", false)]
    [InlineData("https://x.example/jobStatus}}", false)]
    [InlineData("http://x.example/{{jobStatus}}", false)]
    [InlineData("https://x.example:81/{{jobStatus}}", false)]
    [InlineData("https://127.0.0.1/{{jobStatus}}", false)]
    public void Callback_templates_are_checked(string template, bool fine) =>
        (CallbackTemplate.Check(template, [.. CallbackTemplate.Common, "datasetId"], new LocationGuard(Options.Create(new LocationOptions()))) is null)
            .ShouldBe(fine);

    [Fact]
    public void Placeholders_are_percent_encoded() =>
        CallbackTemplate.Expand("https://x.example/?t={{traceId}}&s={{jobStatus}}{{other}}", new Dictionary<string, string>
        {
            ["traceId"] = "Root=1-ab&c d",
            ["jobStatus"] = "completed",
        }).ShouldBe("https://x.example/?t=Root%3D1-ab%26c%20d&s=completed");

    static Upload Text(string text) =>
        new(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8.GetByteCount(text), "text/csv; charset=UTF-8", false);

    static LocationClient Client(string allow, LocationOptions? settings = null)
    {
        var options = Options.Create(settings ?? new LocationOptions { Allow = [allow] });
        return new LocationClient(new LocationGuard(options), new HostResolver(), options, TimeProvider.System);
    }

    sealed class FakeNames(string allow, Func<string, IPAddress[]> answer) : HostResolver
    {
        public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromResult(answer(host));

        public LocationClient Make()
        {
            var options = Options.Create(new LocationOptions { Allow = allow.Length == 0 ? [] : [allow] });
            return new LocationClient(new LocationGuard(options), this, options, TimeProvider.System);
        }
    }
}

using System.Net;
using Espalier.Server.Locations;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Tests.Locations;

public sealed class LocationGuardTests
{
    static LocationGuard Guard(params string[] allow) => new(Options.Create(new LocationOptions { Allow = allow }));

    [Theory]
    [InlineData("https://files.example.com/a?sig=b%20c")]
    [InlineData("HTTPS://Files.Example.COM./a")]
    [InlineData("https://8.8.8.8/x")]
    [InlineData("https://[2606:4700::1111]/x")]
    [InlineData("https://xn--bcher-kva.example/x")]
    [InlineData("https://example.com/a:80@b")]
    [InlineData("https://a_b.example.com/")]
    public void Public_https_urls_are_fine(string url) => Guard().Check(url).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("files.example.com/a")]
    [InlineData("//files.example.com/a")]
    [InlineData("http://files.example.com/a")]
    [InlineData("ftp://files.example.com/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("https:/example.com/")]
    [InlineData("https:example.com")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://example.com:443/")]
    [InlineData("https://example.com:8443/")]
    [InlineData("https://example.com:/")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://user:word@example.com/")]
    [InlineData("https://example.com@127.0.0.1/")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com\\@127.0.0.1/")]
    [InlineData("https://example.com/\r\nHost: x")]
    [InlineData("https://exa%6dple.com/")]
    [InlineData("https://bücher.example/")]
    [InlineData("https://example..com/")]
    [InlineData(" https://example.com/")]
    public void Anything_else_is_refused(string url) => Guard().Check(url).ShouldNotBeNull().Code.ShouldBe("400916");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0x7f000001")]
    [InlineData("0x7F.1")]
    [InlineData("0x7f.0x0.0x0.0x1")]
    [InlineData("0177.0.0.1")]
    [InlineData("0177.0.0.0x1")]
    [InlineData("127.000.000.001")]
    [InlineData("127.0.0.0x1")]
    [InlineData("%31%32%37.0.0.1")]
    [InlineData("127%2e0%2e0%2e1")]
    [InlineData("１２７.0.0.1")]
    [InlineData("127。0。0。1")]
    [InlineData("①②⑦.⓪.⓪.①")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    [InlineData("a.localhost")]
    [InlineData("a.b.LocalHost.")]
    [InlineData("ｌocalhost")]
    [InlineData("loc%61lhost")]
    [InlineData("0")]
    [InlineData("0.0.0.0")]
    [InlineData("0x0")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[0:0:0:0:0:0:0:1]")]
    [InlineData("[0000:0000:0000:0000:0000:0000:0000:0001]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[::ffff:0:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b:1::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2001::7f00:1]")]
    [InlineData("[::1%25lo]")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("[::1")]
    [InlineData("::1")]
    [InlineData("10.0.0.1")]
    [InlineData("167772161")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("0300.0250.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0xa9fea9fe")]
    [InlineData("2852039166")]
    [InlineData("169.254.43518")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("100.100.100.200")]
    [InlineData("100.64.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("192.88.99.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[fc00::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[3fff::1]")]
    [InlineData("[100::1]")]
    public void Every_spelling_of_an_address_inside_is_refused(string host)
    {
        var guard = Guard();
        foreach (var url in new[] { $"https://{host}/x", $"https://{host}:5080/x", $"http://{host}/x", $"http://{host}:5080/x", $"https://a:b@{host}/" })
            guard.Check(url).ShouldNotBeNull(url).Code.ShouldBe("400916");
    }

    [Theory]
    [InlineData("127.0.0.1/32", "http://127.0.0.1:5080/x")]
    [InlineData("127.0.0.1", "http://127.0.0.1:5080/x")]
    [InlineData("127.0.0.0/8", "https://127.9.9.9/x")]
    [InlineData("127.0.0.1/32", "http://localhost:5080/x")]
    [InlineData("::1/128", "http://[::1]:5080/x")]
    [InlineData("10.0.0.0/8", "http://10.1.2.3/x")]
    [InlineData("hr.internal", "http://hr.internal:8080/x")]
    [InlineData("hr.internal", "http://HR.internal.:8080/x")]
    [InlineData("localhost", "http://localhost:8080/x")]
    [InlineData("8.8.8.8", "http://8.8.8.8:1/x")]
    public void What_is_listed_may_be_private_plain_and_have_a_port(string allow, string url) => Guard(allow).Check(url).ShouldBeNull();

    [Theory]
    [InlineData("127.0.0.1/32", "http://127.0.0.2:5080/x")]
    [InlineData("127.0.0.1/32", "http://2130706433:5080/x")]
    [InlineData("127.0.0.1/32", "http://example.com/x")]
    [InlineData("127.0.0.1/32", "http://[::1]:5080/x")]
    [InlineData("127.0.0.1/32", "http://user@127.0.0.1:5080/x")]
    [InlineData("hr.internal", "http://x.hr.internal:8080/x")]
    [InlineData("hr.internal", "ftp://hr.internal/x")]
    public void What_is_listed_opens_nothing_beside_it(string allow, string url) => Guard(allow).Check(url).ShouldNotBeNull();

    [Theory]
    [InlineData("example.com", "8.8.8.8", true)]
    [InlineData("example.com", "10.0.0.1", false)]
    [InlineData("example.com", "::ffff:10.0.0.1", false)]
    [InlineData("example.com", "::ffff:8.8.8.8", false)]
    [InlineData("example.com", "fe80::1", false)]
    [InlineData("example.com", "10.1.0.1", true)]
    [InlineData("hr.internal", "192.168.0.1", true)]
    public void Addresses_are_looked_at_again_when_connecting(string host, string address, bool may) =>
        Guard("hr.internal", "10.1.0.0/16").MayConnect(host, IPAddress.Parse(address)).ShouldBe(may);

    [Fact]
    public void A_setting_that_is_no_address_or_name_is_refused_at_start()
    {
        var options = new LocationOptions { Allow = ["10.0.0.0/8", "::1", "hr.internal", "http://x", "10.0.0.0/99"] };
        options.Validate(new(options)).Count().ShouldBe(2);
    }
}

using System.Net;
using Espalier.Server.Access;

namespace Espalier.Server.Tests.Access;

public sealed class SubnetsTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.255.1.2", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("192.168.1.77/24", "192.168.1.1", true)]
    [InlineData("192.168.1.128/25", "192.168.1.127", false)]
    [InlineData("1.2.3.4", "1.2.3.4", true)]
    [InlineData("1.2.3.4", "1.2.3.5", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.1.1", true)]
    [InlineData("::ffff:10.0.0.0/104", "10.1.1.1", true)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("::ffff:1.2.3.4", "1.2.3.4", true)]
    [InlineData("::/0", "::ffff:1.2.3.4", false)]
    [InlineData("::/0", "1.2.3.4", false)]
    [InlineData("::1", "::1", true)]
    [InlineData(" 1.1.1.1 , 2001:db8::/32 ", "2001:db8::5", true)]
    public void A_range_holds_the_addresses_that_share_its_first_bits(string text, string address, bool allowed)
    {
        Subnets.TryParse(text, out var subnets, out var bad).ShouldBeTrue();
        bad.ShouldBeEmpty();
        subnets.Allows(IPAddress.Parse(address)).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("256.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::1/129")]
    [InlineData("example.com")]
    public void What_is_no_range_is_told_and_never_opens_a_door(string bad)
    {
        Subnets.TryParse($"1.1.1.1, {bad}", out _, out var told).ShouldBeFalse();
        told.ShouldBe([bad]);
        Subnets.Parse(bad).Allows(IPAddress.Loopback).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void No_range_at_all_means_everywhere(string? text)
    {
        Subnets.TryParse(text, out var subnets, out _).ShouldBeTrue();
        subnets.Allows(null).ShouldBeTrue();
        subnets.Contains(IPAddress.Loopback).ShouldBeFalse();
    }
}

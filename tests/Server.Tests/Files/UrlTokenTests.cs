using System.Security.Cryptography;
using Espalier.Server.Files;

namespace Espalier.Server.Tests.Files;

public sealed class UrlTokenTests
{
    static readonly UrlTokens Tokens = new(RandomNumberGenerator.GetBytes(32));

    static readonly UrlToken Token = new(UrlPurpose.ReadFile, "DEMO", Guid.NewGuid(), DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123));

    [Fact]
    public void A_token_says_what_it_was_made_for()
    {
        Tokens.TryRead(Tokens.Print(Token), out var read).ShouldBeTrue();
        read.ShouldBe(Token);
        Tokens.TryRead(Tokens.Print(Token with { ExpiresAt = null }), out read).ShouldBeTrue();
        read!.ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public void The_same_token_has_the_same_text_and_another_purpose_another() => Assert.Multiple(
        () => Tokens.Print(Token).ShouldBe(Tokens.Print(Token)),
        () => Tokens.Print(Token).ShouldNotBe(Tokens.Print(Token with { Purpose = UrlPurpose.WriteFile })));

    [Fact]
    public void Each_changed_letter_spoils_it()
    {
        var text = Tokens.Print(Token);
        for (var at = 0; at < text.Length; at++)
        {
            var changed = text.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Tokens.TryRead(new string(changed), out _).ShouldBeFalse($"letter {at}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("not a token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_token_is_refused(string? text) => Tokens.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void Another_installations_token_is_refused() =>
        Tokens.TryRead(new UrlTokens(RandomNumberGenerator.GetBytes(32)).Print(Token), out _).ShouldBeFalse();

    [Fact]
    public void Shortened_and_padded_tokens_are_refused()
    {
        var text = Tokens.Print(Token);
        Tokens.TryRead(text[..^4], out _).ShouldBeFalse();
        Tokens.TryRead(text + "AAAA", out _).ShouldBeFalse();
        Tokens.TryRead(text + "=", out _).ShouldBeFalse();
        Tokens.TryRead(" " + text, out _).ShouldBeFalse();
    }
}

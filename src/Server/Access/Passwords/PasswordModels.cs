namespace Espalier.Server.Access.Passwords;

/// <summary>One's password and the one that is to take its place.</summary>
public sealed record PasswordChange(string Password, string NewPassword);

/// <summary>The password once more, before something that a stranger at an open screen must not do.</summary>
public sealed record PasswordAgain(string Password);

/// <summary>A secret for an authenticator app.</summary>
/// <param name="Secret">In base 32, to be typed.</param>
/// <param name="Uri">To be shown as a QR code.</param>
public sealed record TotpEnrolment(string Secret, string Uri);

/// <summary>A code that the authenticator app shows.</summary>
public sealed record TotpCode(string Totp);

namespace Espalier.Server.Access.Passwords;

/// <summary>How people come in.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>False: only the OpenID provider lets people in; nobody sets or uses a password.</summary>
    public bool Password { get; init; } = true;
}

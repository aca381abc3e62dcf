namespace Espalier.Server.Web;

/// <summary>Where the web app is.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The folder of its built files; empty: <c>wwwroot</c> beside the executable.</summary>
    public string Root { get; init; } = "";
}

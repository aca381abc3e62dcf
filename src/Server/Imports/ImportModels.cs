namespace Espalier.Server.Imports;

/// <summary>What an asynchronous import is asked with, for the description of the API.</summary>
public sealed record ImportRequest(ImportPlace ImportLocation, ImportPlace? ResultLocation, ImportCallback? Callback);

/// <summary>A URL of the caller's, or of a temporary file.</summary>
public sealed record ImportPlace(string Method, string Url);

/// <summary>Whom to tell at the end.</summary>
public sealed record ImportCallback(string Method, string UrlTemplate);

using Espalier.Server.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Espalier.Server.Docs;

/// <summary>What stands around the operations: title, version, server, tags, how to be let in.</summary>
sealed class DocumentFrame(IOptions<UrlOptions> urls) : IOpenApiDocumentTransformer
{
    public const string Scheme = "bearerToken";
    public const string Session = "session";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Espalier API",
            Version = "1.0.0",
            Description = """
                Organisation data over the Orgvue REST API, served by your own machine. Every answer has the header
                `X-Amzn-Trace-Id`; every error has the same body, which tells all problems of a request at once. Answers
                are packed when the request says `Accept-Encoding: gzip`, and request bodies may come with
                `Content-Encoding: gzip`. Query parameters that are not listed here are ignored; one that is listed as a
                single value and comes twice is an error.
                """,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        if (urls.Value.PublicUrl is { Length: > 0 } url)
            document.Servers = [new OpenApiServer { Url = url }];
        foreach (var server in document.Servers ?? [])
            server.Url = server.Url?.TrimEnd('/');

        document.Tags = new HashSet<OpenApiTag>(OperationTexts.Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token as `token create` prints it.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "__Host-espalier",
                Description = """
                    A browser's session. It opens everything that a token of the person opens. Requests that change something also carry
                    `X-Espalier-CSRF` with the session's `csrf`, and come from the server's own pages.
                    """,
            },
        };
        foreach (var schema in document.Components.Schemas?.Values ?? [])
            DropNulls(schema.Properties);
        return Task.CompletedTask;
    }

    /// <summary>What is "null or that" becomes "that": what is not there is left out, and never null.</summary>
    static void DropNulls(IDictionary<string, IOpenApiSchema>? members)
    {
        foreach (var (name, schema) in members?.ToArray() ?? [])
            if (schema.OneOf is [{ Type: JsonSchemaType.Null }, var only])
                members![name] = only;
    }
}

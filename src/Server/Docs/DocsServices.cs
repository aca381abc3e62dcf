namespace Espalier.Server.Docs;

/// <summary>The API's own description: an OpenAPI document and a page that shows it.</summary>
public static class DocsServices
{
    public static IServiceCollection AddDocs(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer<DocumentFrame>();
            options.AddOperationTransformer<DescribedOperations>();
            options.AddSchemaTransformer<PlainSchemas>();
        });

    /// <summary>Both are open to everyone, and the page loads nothing from anywhere else.</summary>
    public static void MapDocs(this WebApplication app)
    {
        app.MapOpenApi(DocsPage.DocumentPath);
        app.UseDocsPage();
    }
}

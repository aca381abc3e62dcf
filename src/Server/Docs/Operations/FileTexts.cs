using Espalier.Server.Files;
using Espalier.Server.Http;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of temporary files, and of the server itself.</summary>
static class FileTexts
{
    const string Tag = "Temporary files";

    public static readonly OperationText[] All =
    [
        new(Tag, "generateFile", """
            Makes a temporary file: it is encrypted, and gone after 15 minutes. Its `get` URL only reads and its `put` URL only
            writes; whoever has one needs no token.
            """)
        {
            Body = new(typeof(FileRequest), """{"targetType": "csv", "targetEncoding": "identity"}"""),
            Answer = new(200, "The two URLs.", typeof(TemporaryFileUrls)),
        },
        new(Tag, "readTemporaryFile", "The bytes as they were written, with the content type and encoding of the file.")
        {
            Query = [new("token", "From the file's get URL.") { IsRequired = true }],
            Answer = new(200, "The file.") { IsFile = true },
            IsOpen = true,
            Refusals = [403, 404],
        },
        new(Tag, "writeTemporaryFile", "Stores the body's bytes; a second write takes the place of the first.")
        {
            Query = [new("token", "From the file's put URL.") { IsRequired = true }],
            Body = new(null),
            Answer = new(200, "It is stored."),
            IsOpen = true,
            Refusals = [403],
        },
        new("Server", "health", "Whether the server can answer: it can read its database.")
        {
            Answer = new(200, "It can.", typeof(HealthState)),
            IsOpen = true,
        },
    ];
}

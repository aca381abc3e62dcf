using Espalier.Server.Http.Requests;

namespace Espalier.Server.Jobs;

/// <summary>How a caller wants a job's result.</summary>
public static class ResultEncoding
{
    static readonly string[] Encodings = ["identity", "gzip"];

    /// <summary>Whether the result is to be packed. <c>encoding</c> is the older name.</summary>
    public static bool IsGzip(RequestQuery query) =>
        query.OneOf("resultEncoding", Encodings, query.OneOf("encoding", Encodings, "identity")) == "gzip";
}

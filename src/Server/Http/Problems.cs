namespace Espalier.Server.Http;

/// <summary>
/// Collects everything that is wrong with a request, so that it is told at once. Errors are ordered as the API wants
/// them: path parameters, query parameters, headers, body; the first one's status is the answer's.
/// </summary>
public sealed class Problems
{
    readonly List<ApiError> _errors = [];

    public bool Any => _errors.Count > 0;

    public ApiError? First => _errors.FirstOrDefault();

    public void Add(ApiError error) => _errors.Add(error);

    /// <exception cref="Refused">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new Refused([.. _errors.OrderBy(Rank)]);
    }

    static int Rank(ApiError error) => error switch
    {
        { PathParameter: not null } => 0,
        { QueryParameter: not null } => 1,
        { JsonBody: null } => 2,
        _ => 3,
    };
}

/// <summary>A request that we will not do, with everything that is wrong with it.</summary>
public sealed class Refused(IReadOnlyList<ApiError> errors) : Exception(errors[0].Message)
{
    public Refused(ApiError error) : this([error])
    {
    }

    public IReadOnlyList<ApiError> Errors { get; } = errors;

    /// <summary>Seconds after which trying again makes sense, for the Retry-After header.</summary>
    public int? RetryAfter { get; init; }
}

namespace Espalier.Server.Http;

/// <summary>Says of an endpoint that its answers go on for minutes: they take no place among the tenant's running requests.</summary>
public sealed record LongLived
{
    public static readonly LongLived Mark = new();
}

/// <summary>Says of an endpoint that it only reads, although its method is not GET.</summary>
public sealed record ReadsOnly
{
    public static readonly ReadsOnly Mark = new();
}

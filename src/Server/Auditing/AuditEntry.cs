namespace Espalier.Server.Auditing;

/// <summary>Something that somebody did to the tenant itself; what is done to items is in the datasets' logs.</summary>
/// <param name="Kind">One of <see cref="AuditKinds"/>.</param>
/// <param name="Person">The e-mail of who did it; of commands, the name of the operating system's user.</param>
/// <param name="Channel"><c>api</c>, <c>app</c>, <c>command</c> or <c>server</c>.</param>
public sealed record AuditEntry(string TenantId, DateTimeOffset At, string Kind, string Person, string Channel)
{
    public Guid AuditId { get; init; } = Guid.NewGuid();

    public string? Address { get; init; }

    /// <summary>To what it was done: an e-mail, a name or an id; never a cell's value.</summary>
    public string? Target { get; init; }

    public Guid? DatasetId { get; init; }

    public IReadOnlyDictionary<string, long>? Counts { get; init; }
}

/// <summary>What is kept in the audit.</summary>
public static class AuditKinds
{
    public const string SignIn = "signIn";
    public const string SignInFailed = "signInFailed";
    public const string SignOut = "signOut";
    public const string PasswordSet = "passwordChange";
    public const string TotpOn = "totpOn";
    public const string TotpOff = "totpOff";
    public const string TokenCreate = "tokenCreate";
    public const string TokenRoll = "tokenRoll";
    public const string TokenRevoke = "tokenRevoke";
    public const string UserCreate = "userCreate";
    public const string UserChange = "userChange";
    public const string UserDelete = "userDelete";
    public const string RightsChange = "rightsChange";
    public const string ViewCreate = "viewCreate";
    public const string ViewChange = "viewChange";
    public const string ViewDelete = "viewDelete";
    public const string DatasetCreate = "datasetCreate";
    public const string DatasetCopy = "datasetCopy";
    public const string DatasetArchive = "datasetArchive";
    public const string DatasetUnarchive = "datasetUnarchive";
    public const string DatasetDelete = "datasetDelete";
    public const string DatasetRestore = "datasetRestore";
    public const string PrefilterChange = "prefilterChange";
    public const string PaletteCreate = "paletteCreate";
    public const string PaletteChange = "paletteChange";
    public const string PaletteDelete = "paletteDelete";
    public const string PackCreate = "packCreate";
    public const string PackChange = "packChange";
    public const string PackDelete = "packDelete";
    public const string LinkCreate = "linkCreate";
    public const string TenantCreate = "tenantCreate";
    public const string TenantChange = "tenantChange";
    public const string JobCancel = "jobCancel";

    public static readonly IReadOnlyList<string> All =
    [
        SignIn, SignInFailed, SignOut, PasswordSet, TotpOn, TotpOff, TokenCreate, TokenRoll, TokenRevoke, UserCreate, UserChange, UserDelete, RightsChange, ViewCreate,
        ViewChange, ViewDelete, DatasetCreate, DatasetCopy, DatasetArchive, DatasetUnarchive, DatasetDelete, DatasetRestore, PrefilterChange,
        PaletteCreate, PaletteChange, PaletteDelete, PackCreate, PackChange, PackDelete, LinkCreate, TenantCreate, TenantChange, JobCancel,
    ];
}

/// <summary>Which entries are asked for.</summary>
/// <param name="Kinds">None: all.</param>
public sealed record AuditQuery(DateTimeOffset? From, DateTimeOffset? To, string? Person, IReadOnlyList<string> Kinds, long Offset, int Limit);

/// <summary>Keeps the audit: entries are only ever added.</summary>
public interface IAuditStore
{
    Task AddAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct);

    /// <summary>The newest first.</summary>
    Task<(long Total, IReadOnlyList<AuditEntry> Entries)> FindAsync(string tenantId, AuditQuery query, CancellationToken ct);
}

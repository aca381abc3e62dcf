namespace Espalier.Server.Storage.Dialects;

/// <summary>SQLite: one writer at a time, so there are no locked rows to skip.</summary>
public sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override string ForUpdateSkipLocked => "";
}

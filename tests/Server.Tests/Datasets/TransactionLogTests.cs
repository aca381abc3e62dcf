using Espalier.Server.Datasets;
using Espalier.Server.Storage.Payloads;

namespace Espalier.Server.Tests.Datasets;

/// <summary>What every log must do, shown on SQLite.</summary>
public sealed class TransactionLogTests : IDisposable
{
    readonly DatasetWorld _world = new();

    static CancellationToken Ct => DatasetWorld.Ct;

    [Fact]
    public async Task Of_appends_to_the_same_head_exactly_one_wins()
    {
        var id = await _world.CreateAsync();
        var appends = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(n, ["Bob"]), Ct), Ct)));
        appends.Count(logged => logged is not null).ShouldBe(1);
        (await _world.CountAsync("dataset_log")).ShouldBe(2);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_and_cannot_be_skipped()
    {
        var id = await _world.CreateAsync();
        (await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 3, _world.Creating(1, ["Ana"]), Ct)).ShouldBeNull();
        for (var sequence = 2; sequence < 150; sequence++)
            (await _world.Log.AppendAsync(DatasetWorld.Tenant, id, sequence, _world.Creating(sequence, ["Ana"]), Ct)).ShouldNotBeNull();

        var read = new List<long>();
        await foreach (var (transaction, changes) in _world.Log.ReadAsync(DatasetWorld.Tenant, id, 0, Ct))
        {
            changes.Stamp.ShouldBe(transaction.Stamp);
            read.Add(transaction.Sequence);
        }
        read.ShouldBe(Enumerable.Range(1, 149).Select(n => (long)n));
        (await _world.Log.ListAsync(DatasetWorld.Tenant, id, 100, 10, Ct)).Select(t => t.Sequence)
            .ShouldBe(Enumerable.Range(101, 10).Select(n => (long)n));
        (await _world.Store.FindHeadAsync(DatasetWorld.Tenant, id, Ct))!.Sequence.ShouldBe(149);
    }

    [Fact]
    public async Task An_unknown_dataset_takes_no_transaction()
    {
        (await _world.Log.AppendAsync(DatasetWorld.Tenant, Guid.NewGuid(), 2, _world.Creating(1, ["Ana"]), Ct)).ShouldBeNull();
        (await _world.Log.FindAsync(DatasetWorld.Tenant, Guid.NewGuid(), 1, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task The_log_says_who_did_what_and_when()
    {
        var id = await _world.CreateAsync();
        var job = Guid.NewGuid();
        var changes = _world.Creating(1, ["Ana", "Bob"], job);
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, changes, Ct);

        var found = await _world.Log.FindByJobAsync(DatasetWorld.Tenant, job, Ct);
        found.ShouldNotBeNull();
        found.Stamp.ShouldBe(changes.Stamp);
        (found.DatasetId, found.Sequence, found.CreatedItems, found.ChangesDefinition).ShouldBe((id, 2L, 2L, false));
        (await _world.Log.FindByJobAsync("T2", job, Ct)).ShouldBeNull();

        var state = await _world.Store.FindAsync(DatasetWorld.Tenant, id, Ct);
        state!.ItemsTransaction.ShouldBe(changes.Stamp.TransactionId);
        state.ModifiedAt.ShouldBe(state.CreatedAt);
    }

    [Fact]
    public async Task A_job_commits_once()
    {
        var id = await _world.CreateAsync();
        var job = Guid.NewGuid();
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(1, ["Ana"], job), Ct);
        await Should.ThrowAsync<JobCommitted>(() =>
            _world.Log.AppendAsync(DatasetWorld.Tenant, id, 3, _world.Creating(1, ["Ana"], job), Ct));
        (await _world.Store.FindHeadAsync(DatasetWorld.Tenant, id, Ct))!.Sequence.ShouldBe(2);
        (await _world.CountAsync("dataset_log")).ShouldBe(2);
    }

    [Fact]
    public async Task A_large_transaction_is_kept_in_parts_and_read_back_as_it_was()
    {
        var id = await _world.CreateAsync();
        var names = DatasetWorld.Names(60_000).ToList();
        var logged = await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(1, names), Ct);
        logged!.Size.ShouldBeGreaterThan(2 * PayloadParts.PartBytes);
        (await _world.CountAsync("log_part")).ShouldBe((logged.Size + PayloadParts.PartBytes - 1) / PayloadParts.PartBytes);
        (await _world.CountAsync("log_loose_payload")).ShouldBe(0);

        var read = (await _world.Log.FindAsync(DatasetWorld.Tenant, id, 2, Ct))!.Created.Columns[1].Column;
        for (var row = 0; row < names.Count; row++)
            read[row].Text.ShouldBe(names[row]);
    }

    [Fact]
    public async Task A_large_transaction_that_loses_leaves_nothing()
    {
        var id = await _world.CreateAsync();
        (await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 7, _world.Creating(1, DatasetWorld.Names(40_000)), Ct)).ShouldBeNull();
        (await _world.CountAsync("log_part")).ShouldBe(0);
        (await _world.CountAsync("log_loose_payload")).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_crash_left_is_swept_after_an_hour_and_nothing_else()
    {
        var id = await _world.CreateAsync();
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(1, DatasetWorld.Names(40_000)), Ct);
        var kept = await _world.CountAsync("log_part");

        // A stream that is never ended is what a killed process leaves.
        await using (var stream = new PartWriteStream(_world.Parts, DatasetWorld.Tenant))
            await stream.WriteAsync(new byte[5_000_000], Ct);
        (await _world.CountAsync("log_part")).ShouldBeGreaterThan(kept);
        (await _world.Checkpoints.SweepAsync(Ct)).ShouldBe(0);

        _world.Time.Advance(TimeSpan.FromMinutes(61));
        (await _world.Checkpoints.SweepAsync(Ct)).ShouldBe(1);
        (await _world.CountAsync("log_part")).ShouldBe(kept);
        (await _world.Log.FindAsync(DatasetWorld.Tenant, id, 2, Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_payload_that_was_kept_is_never_deleted()
    {
        var id = await _world.CreateAsync();
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(1, DatasetWorld.Names(40_000)), Ct);
        var payloadId = await _world.TextAsync("SELECT payload_id FROM dataset_log WHERE sequence = 2");
        await _world.Parts.DeleteAsync(DatasetWorld.Tenant, payloadId, Ct);
        (await _world.Log.FindAsync(DatasetWorld.Tenant, id, 2, Ct)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("DELETE FROM log_part WHERE part = 1")]
    [InlineData("DELETE FROM log_part WHERE part = (SELECT MAX(part) FROM log_part)")]
    [InlineData("UPDATE log_part SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE part = 1")]
    [InlineData("UPDATE log_part SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB) WHERE part = 1")]
    [InlineData("UPDATE log_part SET bytes = (SELECT p.bytes FROM log_part p WHERE p.part = 0) WHERE part = 1")]
    [InlineData("UPDATE dataset_log SET payload = substr(payload, 1, length(payload) - 1) WHERE sequence = 3")]
    [InlineData("UPDATE dataset_log SET payload = CAST(x'01' || substr(payload, 2) AS BLOB) WHERE sequence = 3")]
    [InlineData("DELETE FROM dataset_log WHERE sequence = 2")]
    public async Task A_payload_that_is_not_what_was_written_is_told(string damage)
    {
        var id = await _world.CreateAsync();
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 2, _world.Creating(1, DatasetWorld.Names(45_000)), Ct);
        await _world.Log.AppendAsync(DatasetWorld.Tenant, id, 3, _world.Creating(1, ["Ana"]), Ct);
        await _world.ExecuteAsync(damage);
        await Should.ThrowAsync<LogDamaged>(() => _world.OpenAsync(id));
    }

    public void Dispose() => _world.Dispose();
}
